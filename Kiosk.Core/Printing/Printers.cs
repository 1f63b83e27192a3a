namespace Kiosk.Core.Printing;

/// <summary>Makes the printer that a setting names.</summary>
public static class Printers
{
    /// <exception cref="ArgumentException">The address is none of a printer of ours: nowhere, or the browser's.</exception>
    public static IPrinter EscPos(PrinterAddress address, PrinterProfile profile, PrinterPatience patience) =>
        new EscPosPrinter(
            address switch
            {
                PrinterAddress.Tcp tcp => () => TcpPrinterLine.Open(tcp.Host, tcp.Port, patience.Step),
                PrinterAddress.Device device => () => OpenDevice(device.Path, patience),
                _ => throw new ArgumentException($"{address} is no ESC/POS printer.", nameof(address)),
            },
            profile,
            patience
        );

    private static IPrinterLine OpenDevice(string path, PrinterPatience patience) =>
        OperatingSystem.IsWindows() ? throw new PrinterLineException(PrinterState.Absent) : DevicePrinterLine.Open(path, patience.Step);
}
