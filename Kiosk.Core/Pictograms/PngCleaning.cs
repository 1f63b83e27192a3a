using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace Kiosk.Core.Pictograms;

/// <summary>Takes a PNG apart and keeps its dots only: no text, time, place or camera (W3C PNG 3rd edition, 2025).</summary>
internal static class PngCleaning
{
    /// <summary>Length, type and checksum around the content of a chunk.</summary>
    private const int AroundContent = 12;

    private const int HeaderBytes = 13;

    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>What a picture is made of; <c>tRNS</c> is its transparency.</summary>
    private static readonly string[] Kept = ["IHDR", "PLTE", "tRNS", "IDAT", "IEND"];

    public static bool IsPng(ReadOnlySpan<byte> file) => file.StartsWith(Signature);

    /// <exception cref="DrawingRefused">It is broken, or too wide or high.</exception>
    public static byte[] Clean(byte[] file)
    {
        var chunks = Chunks(file).Where(chunk => Kept.Contains(chunk.Type)).ToList();
        if (chunks.Count == 0 || chunks[0].Type != "IHDR" || chunks[0].Content.Length != HeaderBytes || chunks[^1].Type != "IEND")
        {
            throw new DrawingRefused(DrawingFault.Broken);
        }

        CheckDots(PngHeader.Read(chunks[0].Content.Span), chunks);
        return [.. Signature, .. chunks.SelectMany(chunk => chunk.Whole.ToArray())];
    }

    private static IEnumerable<Chunk> Chunks(byte[] file)
    {
        var at = Signature.Length;
        while (at < file.Length)
        {
            var chunk = ReadChunk(file.AsMemory(at));
            yield return chunk;
            if (chunk.Type == "IEND")
            {
                yield break; // whatever hangs on behind is no picture
            }

            at += chunk.Whole.Length;
        }
    }

    private static Chunk ReadChunk(ReadOnlyMemory<byte> rest)
    {
        var length = rest.Length < AroundContent ? uint.MaxValue : BinaryPrimitives.ReadUInt32BigEndian(rest.Span);
        if (length > rest.Length - AroundContent)
        {
            throw new DrawingRefused(DrawingFault.Broken);
        }

        var content = (int)length;
        var chunk = new Chunk(Encoding.Latin1.GetString(rest.Span[4..8]), rest.Slice(8, content), rest[..(content + AroundContent)]);
        var isWhole = Crc32.HashToUInt32(rest.Span[4..(8 + content)]) == BinaryPrimitives.ReadUInt32BigEndian(rest.Span[(8 + content)..]);
        // a reader must know every chunk with a capital
        var isStrange = char.IsAsciiLetterUpper(chunk.Type[0]) && !Kept.Contains(chunk.Type);
        return isWhole && !isStrange ? chunk : throw new DrawingRefused(DrawingFault.Broken);
    }

    /// <summary>The dots are all there, and not one more: a small file may hold gigabytes of nothing.</summary>
    private static void CheckDots(PngHeader header, List<Chunk> chunks)
    {
        if (header.Width > UploadedDrawing.MostDots || header.Height > UploadedDrawing.MostDots)
        {
            throw new DrawingRefused(DrawingFault.TooManyDots);
        }

        using var packed = new MemoryStream([.. chunks.Where(chunk => chunk.Type == "IDAT").SelectMany(chunk => chunk.Content.ToArray())]);
        if (Unpacked(packed, header.DotBytes + 1) != header.DotBytes)
        {
            throw new DrawingRefused(DrawingFault.Broken);
        }
    }

    private static long Unpacked(Stream packed, long most)
    {
        var (buffer, bytes) = (new byte[16 * 1024], 0L);
        try
        {
            using var dots = new ZLibStream(packed, CompressionMode.Decompress);
            while (bytes < most && dots.Read(buffer) is var read and > 0)
            {
                bytes += read;
            }
        }
        catch (InvalidDataException)
        {
            return -1;
        }

        return bytes;
    }

    private sealed record Chunk(string Type, ReadOnlyMemory<byte> Content, ReadOnlyMemory<byte> Whole);
}
