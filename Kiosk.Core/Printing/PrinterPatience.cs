namespace Kiosk.Core.Printing;

/// <summary>How long the kiosk waits for a printer before it believes it cannot.</summary>
/// <param name="Answer">For one byte of status. Printers that answer do so within some ten milliseconds; a busy machine hears it later.</param>
/// <param name="Step">Without a single byte taken. Printers stop taking while they print what they hold: at most 4 KB, half a second.</param>
/// <param name="Slip">For a whole slip: 7.5 s at 115 200 baud for 150 mm, with room for longer ones. A visitor waits no longer for the QR.</param>
public sealed record PrinterPatience(TimeSpan Answer, TimeSpan Step, TimeSpan Slip)
{
    public static readonly PrinterPatience Usual = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(20));
}
