using System.Globalization;
using System.Text;

namespace Kiosk.Tests.Support;

/// <summary>A piece of printed paper, dot by dot: x from the left edge, y from its first row.</summary>
public sealed class PrintedSlip
{
    private const byte Black = 0;
    private const byte White = 255;

    private readonly byte[][] _rows;

    internal PrintedSlip(int widthDots, IEnumerable<byte[]> rows)
    {
        WidthDots = widthDots;
        _rows = [.. rows];
    }

    public int WidthDots { get; }

    /// <summary>Everything that moved, printed or fed. 0 when nothing hangs out.</summary>
    public int HeightDots => _rows.Length;

    /// <remarks>Eight dots a byte, the most significant bit left (GS v 0).</remarks>
    public bool IsBlack(int x, int y) => (_rows[y][x / 8] & (0x80 >> (x % 8))) != 0;

    /// <summary>
    /// A binary portable graymap (netpbm P5) with white paper of <paramref name="margin"/> dots on all sides, as decoders want it.
    /// </summary>
    /// <remarks>Format: https://netpbm.sourceforge.net/doc/pgm.html</remarks>
    public byte[] ToGraymap(int margin)
    {
        var width = WidthDots + (2 * margin);
        var height = HeightDots + (2 * margin);
        var header = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"P5\n{width} {height}\n255\n"));
        var graymap = new byte[header.Length + (width * height)];
        header.CopyTo(graymap, 0);
        var dots = graymap.AsSpan(header.Length);
        dots.Fill(White);
        for (var y = 0; y < HeightDots; y++)
        {
            Blacken(dots[(((y + margin) * width) + margin)..], y);
        }

        return graymap;
    }

    private void Blacken(Span<byte> row, int y)
    {
        for (var x = 0; x < WidthDots; x++)
        {
            if (IsBlack(x, y))
            {
                row[x] = Black;
            }
        }
    }
}
