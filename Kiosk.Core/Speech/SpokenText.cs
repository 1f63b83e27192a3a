using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Kiosk.Core.Languages;

namespace Kiosk.Core.Speech;

/// <summary>A sentence as it is said: what the eye alone needs is left out, so that a text sounds the same wherever it stands.</summary>
public sealed partial record SpokenText
{
    /// <summary>Letters of the longest sentence that is said; longer than anything the guide's forms take.</summary>
    public const int MostLetters = 1000;

    private SpokenText(LanguageTag language, string text) => (Language, Text) = (language, text);

    public LanguageTag Language { get; }

    public string Text { get; }

    /// <summary>Names the sound of it: the same for the same words in the same language, on every kiosk.</summary>
    public string Mark => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Language}\n{Text}")).AsSpan(0, 16));

    /// <returns>Null when there is nothing to say, or more than can be meant as one sentence.</returns>
    public static SpokenText? Of(LanguageTag language, string text)
    {
        var said = Spaces().Replace(Unheard().Replace(text, ""), " ").Trim();
        return said.Length is > 0 and <= MostLetters && said.Any(char.IsLetterOrDigit) ? new SpokenText(language, said) : null;
    }

    /// <summary>
    /// Soft hyphens, joiners between words, and marks of direction; the joiners within words of Persian are letters' business and stay.
    /// </summary>
    [GeneratedRegex("[\u00AD\u200B\u200E\u200F\u2060\u2066-\u2069\\p{Cc}-[\\s]]")]
    private static partial Regex Unheard();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
