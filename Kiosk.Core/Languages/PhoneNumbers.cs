using System.Text.RegularExpressions;

namespace Kiosk.Core.Languages;

/// <summary>Phone numbers inside a sentence.</summary>
public static partial class PhoneNumbers
{
    private const string NoBreakSpace = "\u00A0";
    private const char LeftToRightIsolate = '\u2066';
    private const char PopIsolate = '\u2069';

    /// <summary>Keeps each number on one line and, where the sentence reads from right to left, its groups in their order.</summary>
    /// <remarks>
    /// By the Unicode bidirectional algorithm (UAX 9) spaces between groups take the sentence's direction, and +32 2 555 would be shown as
    /// 555 2 32+.
    /// </remarks>
    /// <param name="between">What stands between two groups.</param>
    public static string KeepWhole(Wording wording, string between = NoBreakSpace) =>
        Number()
            .Replace(
                wording.Text,
                number =>
                {
                    var joined = number.Value.Replace(" ", between, StringComparison.Ordinal);
                    return wording.Language.IsRightToLeft ? $"{LeftToRightIsolate}{joined}{PopIsolate}" : joined;
                }
            );

    /// <summary>Two groups of digits or more, with what people write between them; no part of a time or a price.</summary>
    [GeneratedRegex(@"(?<![0-9:,.])\+?[0-9]+(?:[ /.()-]+[0-9]+)+(?![:,.]?[0-9])")]
    private static partial Regex Number();
}
