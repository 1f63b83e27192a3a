using System.Collections.Frozen;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

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

    /// <summary>What stands on lines of its own.</summary>
    private static readonly FrozenSet<string> Lines =
        "p div ul ol li dl dt dd h1 h2 h3 h4 h5 h6 table tr th td pre blockquote section article address".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Unseen = ["script", "style", "template"];

    /// <summary>
    /// Descriptions in HSDS may hold HTML: tags go, paragraphs become lines, list items begin with a dash, character references become
    /// letters.
    /// </summary>
    public static string From(string text) =>
        LooksLikeMarkup(text) ? WithoutMarkup(text[..Math.Min(text.Length, LongestMarkup)]) : text.Trim();

    /// <summary>So that <see cref="From"/> gives back this very text, signs of markup in it included.</summary>
    public static string Written(string text) => LooksLikeMarkup(text) ? $"<pre>{WebUtility.HtmlEncode(text)}</pre>" : text;

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
        using var document = new HtmlParser().ParseDocument(text);
        INode lineEnd = document.CreateElement("br");
        var plain = new StringBuilder();
        var rest = new Stack<INode>([document.Body!]); // a text may be nested deeper than calls can be
        while (rest.TryPop(out var node))
        {
            if (node is IText words)
            {
                plain.Append(words.ParentElement is { LocalName: "pre" } ? words.Data : Spaces().Replace(words.Data, " "));
            }
            else if (node is IElement element && !Unseen.Contains(element.LocalName))
            {
                if (Lines.Contains(element.LocalName))
                {
                    plain.Append(element.LocalName == "li" ? "\n– " : "\n");
                    rest.Push(lineEnd);
                }
                else if (element.LocalName == "br")
                {
                    plain.Append('\n');
                }

                element.ChildNodes.Reverse().ToList().ForEach(rest.Push);
            }
        }

        return string.Join('\n', plain.ToString().Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));
    }

    [GeneratedRegex("</?[a-zA-Z!][^<>]*>|&(#[0-9]+|#x[0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);")]
    private static partial Regex Markup();

    /// <summary>What HTML takes for one space; one that holds a price together, as in 10 €, is none of them.</summary>
    [GeneratedRegex("[ \\t\\n\\f\\r]+")]
    private static partial Regex Spaces();
}
