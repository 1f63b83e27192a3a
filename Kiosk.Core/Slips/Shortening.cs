using System.Globalization;
using System.Text.RegularExpressions;

namespace Kiosk.Core.Slips;

/// <summary>The one rule by which a text comes onto a slip: cleaned, and when it is longer than its room, cut between two words.</summary>
/// <remarks>Nothing is interpreted: markup in a text stays the letters it is.</remarks>
public static partial class Shortening
{
    /// <summary>Stands where something was left out.</summary>
    public const string Ellipsis = "…";

    /// <summary>
    /// Without control characters, embedding, override and isolate controls (UAX #9) and halves of surrogate pairs; each run of white
    /// space, line ends among it, is one space, but for a single no-break space. Empty when nothing is left.
    /// </summary>
    public static string Clean(string text) =>
        WhiteSpace().Replace(Unwanted().Replace(text, ""), run => run.Value is "\u00A0" or "\u202F" ? run.Value : " ").Trim();

    /// <summary>
    /// A cleaned text of at most so many letters as a reader counts them (Unicode's grapheme clusters), ellipsis included.
    /// </summary>
    public static string Shorten(string text, int roomLetters) =>
        Shorten(text, shown => new StringInfo(shown).LengthInTextElements <= roomLetters);

    /// <summary>
    /// A cleaned text whole where it fits; else as many of its words, from the first, as fit with an ellipsis behind them; with none, the
    /// ellipsis alone, whether it fits or not.
    /// </summary>
    /// <remarks>Words part at spaces only: what a no-break space joins, a price and its sign, is one word and stays together.</remarks>
    /// <param name="fits">What does not fit must not fit with more words either.</param>
    public static string Shorten(string text, Func<string, bool> fits)
    {
        var shown = Ellipsis;
        if (fits(text))
        {
            return text;
        }

        for (
            var end = text.IndexOf(' ', StringComparison.Ordinal);
            end >= 0 && fits(Beginning(text, end));
            end = text.IndexOf(' ', end + 1)
        )
        {
            shown = Beginning(text, end);
        }

        return shown;
    }

    /// <summary>An ellipsis that is in the text already is not doubled.</summary>
    private static string Beginning(string text, int end) => text[..end].TrimEnd('…', ' ') + Ellipsis;

    /// <summary>Controls that are no white space, the bidirectional controls that reach beyond their text, and lone surrogates.</summary>
    [GeneratedRegex(@"[\p{Cc}-[\s]]|[\u202A-\u202E\u2066-\u2069]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]")]
    private static partial Regex Unwanted();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
