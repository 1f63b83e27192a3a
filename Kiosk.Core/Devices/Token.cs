using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Kiosk.Core.Devices;

/// <summary>A secret that only its holder has: the kiosk keeps its hash.</summary>
public static class Token
{
    private const int Bytes = 32; // 256 bits: nobody guesses it, so its hash needs no salt and no slowness

    /// <summary>43 letters, digits, <c>-</c> and <c>_</c>.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>SHA-256, 32 bytes.</summary>
    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    /// <summary>Compares without telling by its time how much was right.</summary>
    public static bool IsSame(string asked, string own) => CryptographicOperations.FixedTimeEquals(Hash(asked), Hash(own));
}
