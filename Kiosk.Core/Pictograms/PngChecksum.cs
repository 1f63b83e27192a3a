namespace Kiosk.Core.Pictograms;

/// <summary>The checksum at the end of each chunk of a PNG: CRC-32 of ISO 3309 (W3C PNG 3rd edition, annex D).</summary>
internal static class PngChecksum
{
    private const uint Polynomial = 0xEDB88320;

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(value => OfByte((uint)value))];

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var value in bytes)
        {
            sum = Table[(byte)(sum ^ value)] ^ (sum >> 8);
        }

        return ~sum;
    }

    private static uint OfByte(uint value)
    {
        for (var bit = 0; bit < 8; bit++)
        {
            value = (value & 1) == 1 ? Polynomial ^ (value >> 1) : value >> 1;
        }

        return value;
    }
}
