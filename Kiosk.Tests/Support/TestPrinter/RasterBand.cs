namespace Kiosk.Tests.Support;

/// <summary>The picture of one GS v 0 while it comes in.</summary>
/// <param name="mode">Bit 0: double width; bit 1: double height (Citizen PPU-231II manual, GS v 0).</param>
/// <param name="rowBytes">Bytes a row, eight dots each.</param>
internal sealed class RasterBand(int mode, int rowBytes, int rows)
{
    // 1D 76 30 m xL xH yL yH
    private const int HeaderBytes = 8;

    private readonly byte[] _row = new byte[rowBytes];
    private int _filled;
    private int _rowsDue = rows;

    /// <summary>The whole command, header included.</summary>
    public long Bytes { get; } = HeaderBytes + ((long)rowBytes * rows);

    public bool IsComplete => _rowsDue == 0;

    /// <summary>The row which this byte completes.</summary>
    public PrintAction Take(byte next)
    {
        _row[_filled++] = next;
        if (_filled < rowBytes)
        {
            return PrintAction.Unfinished;
        }

        _filled = 0;
        _rowsDue--;
        return new PrintAction.PrintRow((mode & 1) == 0 ? [.. _row] : Doubled(_row), (mode & 2) == 0 ? 1 : 2);
    }

    private static byte[] Doubled(byte[] row)
    {
        var wide = new byte[row.Length * 2];
        for (var x = 0; x < wide.Length * 8; x++)
        {
            if ((row[x / 16] & (0x80 >> (x / 2 % 8))) != 0)
            {
                wide[x / 8] |= (byte)(0x80 >> (x % 8));
            }
        }

        return wide;
    }
}
