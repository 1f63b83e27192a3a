using System.Buffers.Binary;

namespace Kiosk.Core.Pictograms;

/// <summary>The <c>IHDR</c> of a PNG: how many dots it has, and how they are written (W3C PNG 3rd edition, 11.2.1).</summary>
internal readonly record struct PngHeader(uint Width, uint Height, int BitsPerDot, bool Interlaced)
{
    /// <summary>First column and row of each pass of Adam7, and how far apart its dots lie (8.1).</summary>
    private static readonly (int X, int Y, int Across, int Down)[] Passes =
    [
        (0, 0, 8, 8),
        (4, 0, 8, 8),
        (0, 4, 4, 8),
        (2, 0, 4, 4),
        (0, 2, 2, 4),
        (1, 0, 2, 2),
        (0, 1, 1, 2),
    ];

    /// <summary>Bytes of the dots before they are packed: each row begins with one for its filter.</summary>
    public long DotBytes => Interlaced ? InterlacedBytes() : RowsBytes(Width, Height);

    /// <exception cref="DrawingRefused">The header is none.</exception>
    public static PngHeader Read(ReadOnlySpan<byte> content)
    {
        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(content), BinaryPrimitives.ReadUInt32BigEndian(content[4..]));
        var (depth, colour, packing, filter, interlace) = (content[8], content[9], content[10], content[11], content[12]);
        var samples = (colour, depth) switch
        {
            (0, 1 or 2 or 4 or 8 or 16) => 1, // grey
            (2, 8 or 16) => 3, // red, green, blue
            (3, 1 or 2 or 4 or 8) => 1, // of a palette
            (4, 8 or 16) => 2, // grey with alpha
            (6, 8 or 16) => 4, // colour with alpha
            _ => 0,
        };
        return samples > 0 && width > 0 && height > 0 && (packing, filter) == (0, 0) && interlace <= 1
            ? new PngHeader(width, height, samples * depth, interlace == 1)
            : throw new DrawingRefused(DrawingFault.Broken);
    }

    private long InterlacedBytes()
    {
        var bytes = 0L;
        foreach (var (x, y, across, down) in Passes)
        {
            bytes += RowsBytes(Steps(Width, x, across), Steps(Height, y, down));
        }

        return bytes;
    }

    private long RowsBytes(long width, long height) => width == 0 ? 0 : height * (1 + (((width * BitsPerDot) + 7) / 8));

    private static long Steps(long length, int first, int step) => Math.Max(0, (length - first + step - 1) / step);
}
