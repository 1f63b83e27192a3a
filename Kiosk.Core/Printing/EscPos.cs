using Kiosk.Core.Printing.Drawing;

namespace Kiosk.Core.Printing;

/// <summary>
/// The words of ESC/POS that a slip needs. The widest common denominator of printers: no fonts, no codes, one raster command.
/// </summary>
/// <remarks>Sources: Epson TM-T81, TM-T88III and TM-T85 specifications; python-escpos; escpos-rs; see <c>docs/printers.md</c>.</remarks>
internal static class EscPos
{
    private const byte Escape = 0x1B;
    private const byte Group = 0x1D;
    private const byte DataLinkEscape = 0x10;

    /// <summary><c>ESC @</c>: forgets what it holds of a line, and all settings.</summary>
    public static readonly byte[] Initialize = [Escape, (byte)'@'];

    /// <summary><c>GS r 1</c>: answered when everything before it is printed, unlike <c>DLE EOT</c>, which is answered at once.</summary>
    public static readonly byte[] SayWhenPrinted = [Group, (byte)'r', 1];

    /// <summary>
    /// <c>DLE DC4</c>, function 8: empties the printer's memory at once (Epson TM-T81, Citizen CT-S300, HPRT TP80K manuals).
    /// </summary>
    public static readonly byte[] ClearBuffer = [DataLinkEscape, 0x14, 8, 1, 3, 20, 1, 6, 2, 8];

    /// <summary>Bytes of a raster command before its rows.</summary>
    public const int RasterHeaderBytes = 8;

    /// <summary><c>DLE EOT n</c>: asks, and is answered at once by one byte.</summary>
    public static byte[] Ask(int n) => [DataLinkEscape, 0x04, (byte)n];

    /// <summary><c>GS v 0</c>: rows of dots. Exactly so many bytes must follow as it says, or the rest prints as letters.</summary>
    public static byte[] Raster(PaperImage image, int firstRow, int rows)
    {
        byte[] header =
        [
            Group,
            (byte)'v',
            (byte)'0',
            0,
            (byte)image.BytesPerRow,
            (byte)(image.BytesPerRow >> 8),
            (byte)rows,
            (byte)(rows >> 8),
        ];
        byte[] command = [.. header, .. image.Rows(firstRow, rows)];
        TakeOutRealTimeCommands(command.AsSpan(RasterHeaderBytes));
        return command;
    }

    /// <summary><c>ESC J n</c>, as often as needed: n is one byte.</summary>
    public static IEnumerable<byte[]> Feed(int units)
    {
        for (; units > 0; units -= byte.MaxValue)
        {
            yield return [Escape, (byte)'J', (byte)Math.Min(units, byte.MaxValue)];
        }
    }

    /// <summary>The bytes of a cut; none where there is no cutter.</summary>
    public static byte[] Bytes(this Cut cut) =>
        cut switch
        {
            Cut.FeedAndPartial => [Group, (byte)'V', 0x42, 0],
            Cut.FeedAndFull => [Group, (byte)'V', 0x41, 0],
            Cut.PartialHere => [Group, (byte)'V', 1],
            Cut.FullHere => [Group, (byte)'V', 0],
            Cut.OldFull => [Escape, (byte)'i'],
            Cut.OldPartial => [Escape, (byte)'m'],
            Cut.Tear => [],
        };

    /// <summary>Printers look for real-time commands in everything that comes in, drawings included: <c>DLE</c> followed by <c>EOT</c>,
    /// <c>ENQ</c> or <c>DC4</c> would ask them something, or empty their memory, in the middle of a slip. One dot more makes it
    /// harmless.</summary>
    private static void TakeOutRealTimeCommands(Span<byte> rows)
    {
        for (var i = 1; i < rows.Length; i++)
        {
            if (rows[i - 1] == DataLinkEscape && rows[i] is 0x04 or 0x05 or 0x14)
            {
                rows[i] |= 0x08; // beside a dot that is black already
            }
        }
    }
}
