using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;
using Kiosk.Core.Pictograms;
using Kiosk.Tests.Support;

namespace Kiosk.Tests.Pictograms;

/// <summary>Pictures to upload.</summary>
internal static class Pngs
{
    /// <summary>One of our own drawings as a real program writes it.</summary>
    public static byte[] Real(string name = "housing", int dots = 96) =>
        Tool.Run("rsvg-convert", "-w", $"{dots}", "-h", $"{dots}", "-f", "png", SourceTree.PathOf($"assets/pictograms/{name}.svg"));

    /// <summary>Black dots, eight to a byte.</summary>
    public static byte[] Made(int width, int height, bool interlaced = false, int? dotBytes = null)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[12]) = (1, (byte)(interlaced ? 1 : 0));
        var bytes = dotBytes ?? (int)PngHeader.Read(header).DotBytes;
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zlib.Write(new byte[bytes]);
        }

        return [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n', .. Chunk("IHDR", header), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    public static byte[] Chunk(string type, byte[] content)
    {
        byte[] typed = [.. Encoding.ASCII.GetBytes(type), .. content];
        return [.. Number((uint)content.Length), .. typed, .. Number(Crc32.HashToUInt32(typed))];
    }

    /// <summary>Behind the header, where notes stand.</summary>
    public static byte[] With(this byte[] png, byte[] chunk) => [.. png[..33], .. chunk, .. png[33..]];

    private static byte[] Number(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }
}
