namespace Kiosk.Core.Printing;

/// <summary>Makes the printer that a setting names.</summary>
public static class Printers
{
    /// <exception cref="ArgumentException">The address is none of a printer of ours: nowhere, or the browser's.</exception>
    public static IPrinter EscPos(PrinterAddress address, PrinterProfile profile, PrinterTimeouts timeouts) =>
        new EscPosPrinter(
            address switch
            {
                PrinterAddress.Tcp tcp => () => TcpPrinterConnection.Open(tcp.Host, tcp.Port, timeouts.Step),
                PrinterAddress.Device device => () => OpenDevice(device.Path, timeouts),
                _ => throw new ArgumentException($"{address} is no ESC/POS printer.", nameof(address)),
            },
            profile,
            timeouts
        );

    private static IPrinterConnection OpenDevice(string path, PrinterTimeouts timeouts) =>
        OperatingSystem.IsWindows()
            ? throw new PrinterConnectionException(PrinterState.Absent)
            : DevicePrinterConnection.Open(path, timeouts.Step);
}
