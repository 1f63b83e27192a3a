namespace Kiosk.Core.Printing;

/// <summary>Reads the answers to <c>DLE EOT n</c>, n from 1 to 4.</summary>
/// <remarks>Bits by escpos-rs <c>status.rs</c>, Ithaca PcOS 80 and python-escpos.</remarks>
internal static class EscPosStatus
{
    private const int FixedBits = 0x93;
    private const int FixedValue = 0x12;

    private const int IsOffline = 0x08; // n = 1
    private const int HasCoverOpen = 0x04; // n = 2
    private const int StoppedByPaperEnd = 0x20;
    private const int HasError = 0x40;
    private const int NearEnd = 0x0C; // n = 4
    private const int PaperEnd = 0x60;

    /// <summary>Whether a byte can be such an answer: four of its bits are always the same.</summary>
    public static bool IsAnswer(byte answer) => (answer & FixedBits) == FixedValue;

    /// <summary>
    /// Whether a byte can be the answer to <c>GS r 1</c> of a printer that has paper: bits 4 and 7 are always 0, bits 2 and 3 say that it
    /// ended.
    /// </summary>
    public static bool SaysPrinted(byte answer) => (answer & 0x9C) == 0;

    /// <summary>The first of the four bytes of an automatic status (<c>GS a</c>); the other three could be taken for an answer.</summary>
    public static bool BeginsAutomaticStatus(byte answer) => (answer & FixedBits) == 0x10;

    /// <summary>
    /// What the answers say together; a question that was not answered counts as well. What stops the printer comes before what may.
    /// </summary>
    public static PrinterState Read(byte printer, byte? offline, byte? paper) =>
        Has(paper, PaperEnd) || Has(offline, StoppedByPaperEnd) ? PrinterState.OutOfPaper
        : Has(offline, HasCoverOpen) ? PrinterState.CoverOpen
        : Has(offline, HasError) ? PrinterState.Fault
        : Has(printer, IsOffline) ? PrinterState.Offline
        : Has(paper, NearEnd) ? PrinterState.PaperLow
        : PrinterState.Ready;

    private static bool Has(byte? answer, int bits) => answer is { } given && (given & bits) != 0;
}
