using Kiosk.Core.Printing.Drawing;

namespace Kiosk.Core.Printing;

/// <summary>How a slip ended.</summary>
public enum PrintEnd
{
    /// <summary>The printer said that everything before was printed.</summary>
    Printed,

    /// <summary>It took everything and says nothing: most likely printed.</summary>
    Sent,

    /// <summary>Dropped. What was printed of it is cut off before the next slip.</summary>
    CouldNot,
}

/// <summary>How a slip ended, and how the printer was then.</summary>
public readonly record struct PrintResult(PrintEnd End, PrinterState State);

/// <summary>
/// A printer that takes bitmaps. It never throws for what printers do, and nothing it does lasts longer than its timeouts.
/// </summary>
/// <remarks>Not for two at once: <see cref="PrintQueue"/> sees to that.</remarks>
public interface IPrinter
{
    /// <summary>Asks how it is.</summary>
    PrinterState Ask();

    /// <summary>Prints one slip, once. What cannot be finished is dropped, never tried again.</summary>
    PrintResult TryPrint(PaperImage slip);
}
