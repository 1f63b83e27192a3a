using System.Security.Cryptography;
using System.Text;

namespace Kiosk.Core.Exchange;

/// <summary>Ids that follow from a name: the same name gives the same id on every machine and at every time.</summary>
public static class NameBasedUuid
{
    private const int VersionOctet = 6;
    private const int VariantOctet = 8;

    /// <summary>
    /// UUID version 5 (RFC 9562, 5.5): the first 128 bits of SHA-1 over the namespace and the name, version and variant set.
    /// </summary>
    public static Guid Of(Guid space, string name)
    {
        // RFC 9562 prescribes SHA-1 here; it names, and protects nothing
#pragma warning disable CA5350
        var hash = SHA1.HashData([.. space.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)]);
#pragma warning restore CA5350
        hash[VersionOctet] = (byte)((hash[VersionOctet] & 0x0F) | 0x50);
        hash[VariantOctet] = (byte)((hash[VariantOctet] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
