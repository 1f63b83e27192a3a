namespace Kiosk.Core.Printing;

/// <summary>How long the kiosk waits for a printer before it believes it cannot.</summary>
/// <param name="Answer">For one byte of status. Printers that answer do so within some ten milliseconds; a busy machine hears it
/// later.</param>
/// <param name="Step">For one command, at most 4 KB: half a second even at 115 200 baud.</param>
/// <param name="Slip">For a whole slip: a long one takes 14 s at 115 200 baud. It begins with the touch and covers questions, sending and
/// the wait for the end.</param>
public sealed record PrinterTimeouts(TimeSpan Answer, TimeSpan Step, TimeSpan Slip)
{
    public static readonly PrinterTimeouts Usual = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(20));
}
