using System.Globalization;
using System.Text;
using Kiosk.Core.Languages;

namespace Kiosk.Core.PictogramComprehension;

/// <summary>The words that somebody had for a drawing.</summary>
public static class SaidWords
{
    /// <summary>Longest, in UTF-16 units, as a browser's field counts them: a few words, no story.</summary>
    public const int MostLetters = 40;

    /// <summary>
    /// In small letters and single spaces, without control and direction characters, so that the same words are counted together.
    /// </summary>
    /// <returns>False when that is longer than <see cref="MostLetters"/>.</returns>
    public static bool TryRead(string? typed, LanguageTag language, out string said)
    {
        var letters = string.Concat(
            (typed ?? "").EnumerateRunes().Where(IsSeen).Select(letter => Rune.IsWhiteSpace(letter) ? " " : letter.ToString())
        );
        said = string.Join(' ', letters.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Normalize(NormalizationForm.FormC)
            .ToLower(language.Culture);
        return said.Length <= MostLetters;
    }

    /// <summary>The joiners stay (U+200C, U+200D): Persian is not spelled without.</summary>
    private static bool IsSeen(Rune letter) =>
        Rune.IsWhiteSpace(letter)
        || letter.Value is 0x200C or 0x200D
        || Rune.GetUnicodeCategory(letter)
            is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
