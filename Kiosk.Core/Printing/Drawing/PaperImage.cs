namespace Kiosk.Core.Printing.Drawing;

/// <summary>What goes onto paper: rows of dots, black or white.</summary>
/// <param name="widthDots">Dots across; a multiple of 8, as printer heads are.</param>
/// <param name="bits">Row after row, eight dots a byte, the leftmost in the highest bit, 1 is black: as ESC/POS wants them.</param>
public sealed class PaperImage(int widthDots, byte[] bits)
{
    public int WidthDots => widthDots;

    public int BytesPerRow => widthDots / 8;

    public int HeightDots => bits.Length / BytesPerRow;

    public ReadOnlySpan<byte> Rows(int first, int count) => bits.AsSpan(first * BytesPerRow, count * BytesPerRow);

    public bool IsBlack(int x, int y) => (bits[(y * BytesPerRow) + (x / 8)] & (0x80 >> (x % 8))) != 0;
}
