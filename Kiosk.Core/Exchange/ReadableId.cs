using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Kiosk.Core.Exchange;

/// <summary>Makes an id that people can read for an entry that comes from elsewhere.</summary>
internal static partial class ReadableId
{
    private const int Longest = 40;

    /// <summary>Room for <c>-999</c>.</summary>
    private const int LongestStem = Longest - 4;

    /// <param name="wanted">The id it had in another house; may be empty.</param>
    /// <param name="foreign">Its id there, for a name without a Latin letter.</param>
    public static string For(string wanted, string name, string foreign, Func<string, bool> isTaken)
    {
        var stem =
            Slug().IsMatch(wanted) ? wanted
            : Shaped(name) is { Length: > 1 } shaped ? shaped
            : Shaped("entry-" + foreign);
        var id = stem;
        for (var number = 2; isTaken(id); number++)
        {
            id = string.Create(CultureInfo.InvariantCulture, $"{stem[..Math.Min(stem.Length, LongestStem)].TrimEnd('-')}-{number}");
        }

        return id;
    }

    private static string Shaped(string text)
    {
        var letters = new StringBuilder();
        foreach (
            var letter in text.Normalize(NormalizationForm.FormD)
                .ToLowerInvariant()
                .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
        )
        {
            letters.Append(char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) ? letter : '-');
        }

        var words = Hyphens().Replace(letters.ToString(), "-").Trim('-');
        return words[..Math.Min(words.Length, LongestStem)].TrimEnd('-');
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{1,39}\\z")]
    private static partial Regex Slug();

    [GeneratedRegex("-+")]
    private static partial Regex Hyphens();
}
