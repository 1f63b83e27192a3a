using System.Text;

namespace Kiosk.Core.Devices;

/// <summary>What may be a passphrase: its length, and nothing else but that it is not the name it belongs to.</summary>
/// <remarks>
/// NIST SP 800-63B-4, 3.1.1.2: at least 15 characters where nothing else is asked for, each code point one, spaces among them, no rule of
/// kinds.
/// </remarks>
public static class Passphrase
{
    public const int LeastCharacters = 15;
    public const int MostCharacters = 128;

    /// <summary>As it is hashed: keyboards write the same é in two ways (the form NFKC of Unicode, as NIST advises).</summary>
    public static string AsHashed(string passphrase) => passphrase.Normalize(NormalizationForm.FormKC);

    public static bool IsTooShort(string passphrase) => Characters(passphrase) < LeastCharacters;

    public static bool IsTooLong(string passphrase) => Characters(passphrase) > MostCharacters;

    /// <summary>Whether it says the name again, in whichever case.</summary>
    public static bool IsName(string passphrase, string name) =>
        string.Equals(AsHashed(passphrase).Trim(), AsHashed(name).Trim(), StringComparison.OrdinalIgnoreCase);

    private static int Characters(string passphrase) => passphrase.EnumerateRunes().Count();
}
