namespace Kiosk.Core.Printing;

/// <summary>Where slips are printed: the setting <c>Kiosk:Printer</c>.</summary>
public abstract record PrinterAddress
{
    public const string Sentence = "write none, browser, escpos:/dev/usb/lp0 or escpos:tcp://HOST:9100";

    private const string EscPos = "escpos:";
    private const string Network = "escpos:tcp://";
    private const int CustomaryPort = 9100; // IANA: pdl-datastream

    private PrinterAddress() { }

    /// <summary>Nowhere.</summary>
    public sealed record Nowhere : PrinterAddress;

    /// <summary>By the browser, on the printer it finds.</summary>
    public sealed record Browser : PrinterAddress;

    /// <summary>A device file, or a plain one.</summary>
    public sealed record Device(string Path) : PrinterAddress;

    public sealed record Tcp(string Host, int Port) : PrinterAddress;

    public static PrinterAddress? TryParse(string text) =>
        text == "none" ? new Nowhere()
        : text == "browser" ? new Browser()
        : text.StartsWith(Network, StringComparison.Ordinal) ? TryParseNetwork(text[EscPos.Length..])
        : text.StartsWith(EscPos, StringComparison.Ordinal) && Path.IsPathRooted(text[EscPos.Length..]) ? new Device(text[EscPos.Length..])
        : null;

    private static Tcp? TryParseNetwork(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.Host.Length > 0
        && uri.PathAndQuery is "" or "/"
        && uri.UserInfo.Length == 0
            ? new Tcp(uri.IdnHost, uri.Port < 0 ? CustomaryPort : uri.Port)
            : null;
}
