using System.Globalization;
using System.Net;
using Kiosk.Core.Printing;

namespace Kiosk.App.Hosting;

/// <summary>What an installer may set, under <c>Kiosk:</c>; see <c>docs/settings.md</c>.</summary>
public sealed class KioskSettings
{
    public const string Section = "Kiosk";

    public const string BelieveClock = "believe";
    public const string CheckClock = "check";

    public const string SynthesizedVoice = "espeak-ng";
    public const string NoVoice = "none";

    /// <summary>The printers the program knows.</summary>
    public static readonly PrinterProfiles Profiles = new(Path.Combine(AppContext.BaseDirectory, "assets", "printers"));

    /// <summary>Folder that keeps everything; made when it is not there.</summary>
    public string Data { get; set; } = "data";

    /// <summary>House file loaded into an empty data folder; empty is the demo house.</summary>
    public string House { get; set; } = "";

    /// <summary>Where the screen finds the kiosk; loopback only.</summary>
    public string VisitorUrl { get; set; } = "http://127.0.0.1:5080";

    /// <summary>Where the house's tablets find the kiosk: an address of this machine, <c>0.0.0.0</c> for all of them.</summary>
    public string StaffUrl { get; set; } = "https://0.0.0.0:5443";

    /// <summary>IANA time zone of the house.</summary>
    public string TimeZone { get; set; } = "Europe/Brussels";

    /// <summary>
    /// Whether the machine's clock is right from the start: <c>believe</c>, or <c>check</c> until something vouches for it.
    /// </summary>
    public string Clock { get; set; } = BelieveClock;

    /// <summary>Seconds without a touch until the countdown to rest begins; 20 to 600.</summary>
    public int IdleSeconds { get; set; } = 60;

    /// <summary>What speaks where nobody recorded a text: <c>espeak-ng</c>, or <c>none</c> for recordings alone.</summary>
    public string Voice { get; set; } = SynthesizedVoice;

    /// <summary>How loud the voice is when a visit begins, in percent of what the loudspeaker can; 10 to 100.</summary>
    public int Volume { get; set; } = 70;

    /// <summary>Seconds that each thing stays lit for whoever uses one switch, 1 to 10; 0 is no switch.</summary>
    public int SwitchSeconds { get; set; }

    /// <summary>Where slips are printed: <c>none</c>, <c>browser</c>, <c>escpos:/dev/usb/lp0</c>, <c>escpos:tcp://HOST:9100</c>.</summary>
    public string Printer { get; set; } = "none";

    /// <summary>What the printer is like, by a file in <c>assets/printers</c>.</summary>
    public string PrinterProfile { get; set; } = "generic";

    /// <summary>Width of what is printed, in dots of the printer: 576, 512 or 384.</summary>
    public int PaperDots { get; set; } = 576;

    /// <summary>Fills an empty data folder with two invented years of counts, to try reports out; they stay marked as invented.</summary>
    public bool DemoYear { get; set; }

    /// <summary><c>never</c>, or how many minutes after the last hour of the house's day the screen is switched off, 0 to 240.</summary>
    public string ScreenOff { get; set; } = "never";

    /// <summary>Every setting that cannot be used, in words; empty when all is well.</summary>
    public IReadOnlyList<string> Problems() =>
        [
            .. Check(!string.IsNullOrWhiteSpace(Data), "Kiosk:Data is empty: name a folder, such as --Kiosk:Data=data."),
            .. AddressProblems(),
            .. Check(
                NodaTime.DateTimeZoneProviders.Tzdb.GetZoneOrNull(TimeZone) is not null,
                $"Kiosk:TimeZone is {TimeZone}: write a zone by its IANA name, such as Europe/Brussels."
            ),
            .. Check(
                Clock is BelieveClock or CheckClock,
                $"Kiosk:Clock is {Clock}: write believe, or check for a machine whose clock may be wrong when it starts."
            ),
            .. Check(IdleSeconds is >= 20 and <= 600, $"Kiosk:IdleSeconds is {IdleSeconds}: write a number of seconds from 20 to 600."),
            .. Check(Voice is SynthesizedVoice or NoVoice, $"Kiosk:Voice is {Voice}: write espeak-ng, or none to use recordings alone."),
            .. Check(Volume is >= 10 and <= 100, $"Kiosk:Volume is {Volume}: write a percentage from 10 to 100."),
            .. Check(
                SwitchSeconds is >= 0 and <= 10,
                $"Kiosk:SwitchSeconds is {SwitchSeconds}: write how many seconds each thing stays lit, from 1 to 10, or 0 for no switch."
            ),
            .. Check(PrinterAddress.TryParse(Printer) is not null, $"Kiosk:Printer is {Printer}: {PrinterAddress.Sentence}."),
            .. Check(
                PaperDots is 576 or 512 or 384,
                $"Kiosk:PaperDots is {PaperDots}: write 576 for 80 mm paper, 384 for 58 mm, 512 for 80 mm at 180 dots an inch."
            ),
            .. Check(
                IsScreenOff(ScreenOff),
                $"Kiosk:ScreenOff is {ScreenOff}: write never, or how many minutes after closing the screen goes off, from 0 to 240."
            ),
            .. ProfileProblems(),
        ];

    private IEnumerable<string> AddressProblems()
    {
        string[] single =
        [
            .. ListeningPort.Problem(nameof(VisitorUrl), VisitorUrl)
                ?? Check(
                    IsLoopback(VisitorUrl),
                    $"Kiosk:VisitorUrl is {VisitorUrl}: the visitor's screen is for this machine only; write http://127.0.0.1:5080 or "
                        + "another port, and nothing after the port."
                ),
            .. ListeningPort.Problem(nameof(StaffUrl), StaffUrl)
                ?? Check(
                    IsSecure(StaffUrl),
                    $"Kiosk:StaffUrl is {StaffUrl}: write https://0.0.0.0:5443, another port, or one address of this machine, and "
                        + "nothing after the port."
                ),
        ];
        return single.Length > 0
            ? single
            : Check(
                !ListeningPort.IsShared(new Uri(VisitorUrl), new Uri(StaffUrl)),
                $"Kiosk:StaffUrl is {StaffUrl}, the port of Kiosk:VisitorUrl: give each a port of its own, such as 5080 and 5443."
            );
    }

    private IEnumerable<string> ProfileProblems() =>
        Profiles.Find(PrinterProfile) is not { } profile
            ? [$"Kiosk:PrinterProfile is {PrinterProfile}: there is no such profile; write one of {string.Join(", ", Profiles.Ids)}."]
            : Check(
                profile.PaperDots.Contains(PaperDots),
                $"Kiosk:PaperDots is {PaperDots}: the printer profile {profile.Id} prints {string.Join(" or ", profile.PaperDots)} "
                    + "dots; write that, or another profile."
            );

    private static IEnumerable<string> Check(bool fine, string sentence) => fine ? [] : [sentence];

    private static bool IsScreenOff(string value) =>
        value == "never" || (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes <= 240);

    private static bool IsSecure(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && uri is { Scheme: "https", PathAndQuery: "/" }
        && (uri.Host == "localhost" || IPAddress.TryParse(uri.Host, out _));

    private static bool IsLoopback(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && uri is { Scheme: "http", PathAndQuery: "/" }
        && (
            uri.Host == "localhost"
            || (
                IPAddress.TryParse(uri.Host, out var address)
                && (address.Equals(IPAddress.Loopback) || address.Equals(IPAddress.IPv6Loopback))
            )
        );
}
