namespace Kiosk.Core.Printing;

/// <summary>How a printer is, as far as it says.</summary>
public enum PrinterState
{
    /// <summary>No printer is set: slips are for the screen and the telephone.</summary>
    None,

    /// <summary>It said that all is well.</summary>
    Ready,

    /// <summary>It takes bytes and never says how it is, as many do. It may well print.</summary>
    Unknown,

    /// <summary>It prints still; the roll ends soon.</summary>
    PaperLow,
    OutOfPaper,
    CoverOpen,

    /// <summary>Switched to offline by its button, or for a reason it does not give.</summary>
    Offline,

    /// <summary>An error it does not recover from by itself: the cutter, the head.</summary>
    Fault,

    /// <summary>Nothing is there: unplugged, switched off, or another address.</summary>
    Absent,

    /// <summary>Another program holds it.</summary>
    Busy,

    /// <summary>The kiosk's user may not write to it.</summary>
    Denied,

    /// <summary>It is there but takes no more bytes.</summary>
    Stuck,

    /// <summary>The connection broke while it printed.</summary>
    Gone,

    /// <summary>The libraries that draw slips are not on this machine.</summary>
    CannotDraw,
}

public static class PrinterStates
{
    /// <summary>Whether a slip may be sent to it. Not knowing is no reason to say no.</summary>
    public static bool CanPrint(this PrinterState state) => state is PrinterState.Ready or PrinterState.Unknown or PrinterState.PaperLow;

    /// <summary>As <c>/health</c> writes it: <c>out-of-paper</c>.</summary>
    public static string Word(this PrinterState state) =>
        state switch
        {
            PrinterState.None => "none",
            PrinterState.Ready => "ready",
            PrinterState.Unknown => "unknown",
            PrinterState.PaperLow => "paper-low",
            PrinterState.OutOfPaper => "out-of-paper",
            PrinterState.CoverOpen => "cover-open",
            PrinterState.Offline => "offline",
            PrinterState.Fault => "fault",
            PrinterState.Absent => "absent",
            PrinterState.Busy => "busy",
            PrinterState.Denied => "denied",
            PrinterState.Stuck => "stuck",
            PrinterState.Gone => "gone",
            PrinterState.CannotDraw => "cannot-draw",
        };

    /// <summary>What staff can do about it, in a sentence; null when there is nothing to do.</summary>
    public static string? Advice(this PrinterState state) =>
        state switch
        {
            PrinterState.None or PrinterState.Ready or PrinterState.Unknown => null,
            PrinterState.PaperLow => "The paper of the printer ends soon: have a roll ready.",
            PrinterState.OutOfPaper => "The printer is out of paper: put in a roll.",
            PrinterState.CoverOpen => "The cover of the printer is open: close it.",
            PrinterState.Offline => "The printer is offline: press its button, or switch it off and on.",
            PrinterState.Fault => "The printer reports an error: open it, take out paper that is stuck, then switch it off and on.",
            PrinterState.Absent => "The printer cannot be found: check that it is on and its cable is in, then Kiosk:Printer.",
            PrinterState.Busy => "Another program holds the printer: stop it (CUPS and ipp-usb do that; the kiosk needs neither).",
            PrinterState.Denied => "The kiosk may not use the printer: add its user to the group of the device (lp), then start it again.",
            PrinterState.Stuck => "The printer takes nothing more: check its paper and cover, then switch it off and on.",
            PrinterState.Gone => "The connection to the printer broke while it printed: check its cable or network.",
            PrinterState.CannotDraw =>
                "Slips cannot be drawn on this machine: 'kiosk doctor' says what is missing; add it, then start the kiosk again.",
        };
}
