namespace Kiosk.Tests.Support;

/// <summary>What the tests of the test printer send it.</summary>
internal static class PrinterBytes
{
    public const int RowBytes = 48; // 384 dots

    public static readonly byte[] Initialize = [0x1B, 0x40];
    public static readonly byte[] Cut = [0x1D, 0x56, 0x42, 0x00];
    public static readonly byte[] PaperInOrder = [0x1D, 0x72, 0x01];
    public static readonly byte[] RecoverAndClear = [0x10, 0x05, 0x02];
    public static readonly byte[] Clear = [0x10, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08];

    public static byte[] Status(byte n) => [0x10, 0x04, n];

    public static byte[] Feed(byte dots) => [0x1B, 0x4A, dots];

    /// <summary>A picture of that many rows; its row y is black at x = y only.</summary>
    public static byte[] Diagonal(int rows) => [.. Header(rows), .. Enumerable.Range(0, rows).SelectMany(DiagonalRow)];

    public static byte[] Header(int rows, byte mode = 0) => [0x1D, 0x76, 0x30, mode, RowBytes, 0, (byte)rows, (byte)(rows >> 8)];

    public static byte[] DiagonalRow(int y)
    {
        var row = new byte[RowBytes];
        row[y / 8] = (byte)(0x80 >> (y % 8));
        return row;
    }

    /// <summary>A diagonal of that many rows, cut off.</summary>
    public static byte[] Slip(int rows) => [.. Initialize, .. Diagonal(rows), .. Cut];

    /// <summary>The dots of a slip as coordinates, row by row.</summary>
    public static IEnumerable<(int X, int Y)> BlackDots(PrintedSlip slip) =>
        from y in Enumerable.Range(0, slip.HeightDots)
        from x in Enumerable.Range(0, slip.WidthDots)
        where slip.IsBlack(x, y)
        select (x, y);

    public static IEnumerable<(int X, int Y)> DiagonalDots(int rows) => Enumerable.Range(0, rows).Select(y => (y, y));
}
