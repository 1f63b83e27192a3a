using System.Net;
using System.Text.RegularExpressions;

namespace Kiosk.Core.Exchange;

/// <summary>A text without markup, as a screen and a slip can show it.</summary>
public static partial class PlainText
{
    /// <summary>What a text of the house may hold (docs/house-file.md).</summary>
    public const int LongestText = 1000;

    /// <summary>
    /// More than this is not looked at for markup: nobody sees its end, and a text made of nothing but openings would take minutes.
    /// </summary>
    private const int LongestMarkup = 20_000;

    /// <summary>
    /// Descriptions in HSDS may hold HTML: tags go, paragraphs become lines, list items begin with a dash, character references become
    /// letters.
    /// </summary>
    public static string From(string text) =>
        LooksLikeMarkup(text) ? WithoutMarkup(text[..Math.Min(text.Length, LongestMarkup)]) : text.Trim();

    /// <summary>So that <see cref="From"/> gives back this very text, signs of markup in it included.</summary>
    public static string Written(string text) =>
        LooksLikeMarkup(text)
            ? WebUtility.HtmlEncode(text).Replace("\n", "<br>", StringComparison.Ordinal).Replace("  ", " &#32;", StringComparison.Ordinal)
            : text;

    /// <summary>At most <see cref="LongestText"/> characters, cut between words, with an ellipsis where something is missing.</summary>
    public static string Shortened(string text)
    {
        if (text.Length <= LongestText)
        {
            return text;
        }

        var space = text.LastIndexOf(' ', LongestText - 2);
        var end = space > LongestText / 2 ? space : LongestText - 2;
        end -= char.IsHighSurrogate(text[end - 1]) ? 1 : 0; // never between the halves of one letter
        return string.Concat(text.AsSpan(0, end).TrimEnd(), "…");
    }

    private static bool LooksLikeMarkup(string text) => Markup().IsMatch(text);

    private static string WithoutMarkup(string text)
    {
        var spoken = Invisible().Replace(text, " ");
        var lines = Item().Replace(Break().Replace(Spaces().Replace(spoken, " "), "\n"), "\n– ");
        var plain = WebUtility.HtmlDecode(Tag().Replace(lines, ""));
        return string.Join('\n', plain.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));
    }

    [GeneratedRegex("</?[a-zA-Z!][^<>]*>|&(#[0-9]+|#x[0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);")]
    private static partial Regex Markup();

    [GeneratedRegex("<!--.*?-->|<(script|style)\\b.*?</\\1\\s*>", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Invisible();

    [GeneratedRegex("\\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("<(br|/?p|/?div|/?ul|/?ol|/li|/?h[1-6]|/?tr|/?table)\\b[^<>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Break();

    [GeneratedRegex("<li\\b[^<>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Item();

    [GeneratedRegex("</?[a-zA-Z!][^<>]*>")]
    private static partial Regex Tag();
}
