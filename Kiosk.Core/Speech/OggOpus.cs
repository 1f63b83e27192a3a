using System.Buffers.Binary;
using Concentus;
using Concentus.Enums;

namespace Kiosk.Core.Speech;

/// <summary>Speech as Opus (RFC 6716) in an Ogg file (RFC 3533, RFC 7845), one channel.</summary>
internal static class OggOpus
{
    /// <summary>Bits a second: speech in a hall is as clear as with more.</summary>
    private const int BitRate = 24_000;

    /// <summary>Opus counts in an Ogg file as if every sound had so many samples a second.</summary>
    private const int ClockRate = 48_000;

    private const int FramesPerSecond = 50;
    private const int FramesPerPage = 50;
    private const int MostBytesPerFrame = 1275; // RFC 6716, 3.2.1
    private const int Serial = 1; // there is one stream in the file; the same sound is the same bytes
    private const byte First = 2;
    private const byte Last = 4;

    /// <param name="samples">From -1 to 1.</param>
    /// <param name="rate">Samples a second: 8 000, 12 000, 16 000, 24 000 or 48 000.</param>
    public static byte[] Encode(float[] samples, int rate)
    {
        OpusCodecFactory.AttemptToUseNativeLibrary = false; // the same everywhere
        using var encoder = OpusCodecFactory.CreateEncoder(rate, 1, OpusApplication.OPUS_APPLICATION_VOIP);
        encoder.Bitrate = BitRate;
        var (perSample, early) = (ClockRate / rate, encoder.Lookahead);
        using var file = new MemoryStream();
        WritePage(file, First, 0, 0, [Head(early * perSample, rate)]);
        WritePage(file, 0, 0, 1, [Tags()]);

        var frame = rate / FramesPerSecond;
        var frames = Frames(encoder, [.. samples, .. new float[early + frame]], frame, (samples.Length + early + frame - 1) / frame);
        var (page, done) = (2, 0);
        foreach (var packets in frames.Chunk(FramesPerPage))
        {
            done += packets.Length;
            var isLast = done == frames.Count;
            var clock = (isLast ? samples.Length + early : done * frame) * perSample; // the last says where the sound ends (RFC 7845, 4)
            WritePage(file, isLast ? Last : (byte)0, clock, page++, packets);
        }

        return file.ToArray();
    }

    private static List<byte[]> Frames(IOpusEncoder encoder, float[] samples, int frame, int count)
    {
        List<byte[]> frames = [];
        Span<byte> packet = stackalloc byte[MostBytesPerFrame];
        for (var i = 0; i < count; i++)
        {
            var length = encoder.Encode(samples.AsSpan(i * frame, frame), frame, packet, packet.Length);
            frames.Add(packet[..length].ToArray());
        }

        return frames;
    }

    /// <summary>RFC 7845, 5.1: version, channels, what to leave out at the start, the rate it had, no gain, one stream.</summary>
    private static byte[] Head(int skip, int rate)
    {
        byte[] head = [.. "OpusHead"u8, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(10), (ushort)skip);
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(12), (uint)rate);
        return head;
    }

    /// <summary>RFC 7845, 5.2: who wrote it, and no notes.</summary>
    private static byte[] Tags() => [.. "OpusTags"u8, 5, 0, 0, 0, .. "Kiosk"u8, 0, 0, 0, 0];

    /// <summary>RFC 3533, 6: each packet's length in bytes of 255, the last of them smaller, and then the packets.</summary>
    private static void WritePage(MemoryStream file, byte kind, long clock, int number, IReadOnlyCollection<byte[]> packets)
    {
        byte[] lengths =
        [
            .. packets.SelectMany(packet => Enumerable.Repeat((byte)255, packet.Length / 255).Append((byte)(packet.Length % 255))),
        ];
        byte[] page = [.. "OggS"u8, 0, kind, .. new byte[20], (byte)lengths.Length, .. lengths, .. packets.SelectMany(packet => packet)];
        BinaryPrimitives.WriteInt64LittleEndian(page.AsSpan(6), clock);
        BinaryPrimitives.WriteInt32LittleEndian(page.AsSpan(14), Serial);
        BinaryPrimitives.WriteInt32LittleEndian(page.AsSpan(18), number);
        BinaryPrimitives.WriteUInt32LittleEndian(page.AsSpan(22), Checksum(page));
        file.Write(page);
    }

    /// <summary>CRC-32 as Ogg has it: from the highest bit, without turning anything round (RFC 3533, 6).</summary>
    private static uint Checksum(byte[] page)
    {
        var sum = 0u;
        foreach (var b in page)
        {
            sum ^= (uint)b << 24;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 0x80000000) == 0 ? sum << 1 : (sum << 1) ^ 0x04C11DB7;
            }
        }

        return sum;
    }
}
