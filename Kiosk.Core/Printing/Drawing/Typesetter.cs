using System.Globalization;
using Kiosk.Core.Languages;

namespace Kiosk.Core.Printing.Drawing;

/// <summary>Sets texts of any script with the program's own letters, and the machine's where they have none.</summary>
/// <remarks>Not for two threads at once.</remarks>
internal sealed class Typesetter(string fontFolder)
{
    /// <summary>
    /// Of a paragraph: more than any text takes that was shortened to its room; letters without a font, a box each, may be stopped by it.
    /// </summary>
    private const int MostLines = 9;

    /// <summary>A single space of Rubik's is so narrow that, printed, two groups of digits run together.</summary>
    private const string GroupsOnPaper = "\u00A0\u00A0";

    private const string Dots = "…";
    private const string Hyphen = "-";

    private readonly FontSet _fonts = new(fontFolder);

    /// <param name="rightToLeft">The side the text begins on, and the direction of what has none of its own.</param>
    /// <param name="keepsOrder">An address or a phone number: it reads from left to right, whatever stands around it.</param>
    public TextBlock Set(Wording text, FontSpec font, int widthDots, bool rightToLeft, bool keepsOrder = false)
    {
        var language = text.Language.Value;
        var paragraphs = PhoneNumbers.KeepWhole(text, between: GroupsOnPaper).ReplaceLineEndings("\n").Split('\n');
        var lines = paragraphs
            .Select(paragraph => new Paragraph(paragraph, _fonts, font, language, rightToLeft && !keepsOrder))
            .SelectMany(paragraph => Break(paragraph, language, widthDots));
        return new TextBlock([.. lines], widthDots, rightToLeft);
    }

    /// <summary>Letters for which no font on this machine has a drawing.</summary>
    public int CountMissing(Wording text, FontSpec font) => TextRun.CountMissing(text.Text, _fonts, font.Weight, text.Language.Value);

    /// <summary>Cuts a paragraph where a line may end; a word wider than the line within it; and stops after the ninth line.</summary>
    private static List<TextLine> Break(Paragraph paragraph, string language, int widthDots)
    {
        List<TextLine> lines = [];
        var ends = Icu.LineEnds(paragraph.Text, language);
        var start = 0;
        do
        {
            if (lines.Count == MostLines - 1 && !paragraph.Fits(start, paragraph.Length, widthDots))
            {
                lines.Add(Shortened(paragraph, start, widthDots));
                break;
            }

            var end = ends.LastOrDefault(end => end > start && paragraph.Fits(start, end, widthDots));
            if (end > start || paragraph.Length == 0)
            {
                lines.Add(paragraph.Line(start, end));
            }
            else
            {
                end = WithinWord(paragraph, start, widthDots);
                lines.Add(IsHyphenated(paragraph.Text, end) ? paragraph.Line(start, end, Hyphen) : paragraph.Line(start, end));
            }

            start = end;
        } while (start < paragraph.Length);

        return lines;
    }

    /// <summary>As many whole letters as fit; at least one.</summary>
    private static int WithinWord(Paragraph paragraph, int start, int widthDots)
    {
        var end = Next(paragraph, start);
        for (var next = end; next < paragraph.Length; next = Next(paragraph, next))
        {
            if (!paragraph.Fits(start, next, IsHyphenated(paragraph.Text, next) ? Hyphen : "", widthDots))
            {
                break;
            }

            end = next;
        }

        return end;
    }

    private static TextLine Shortened(Paragraph paragraph, int start, int widthDots)
    {
        var end = start;
        for (var next = start; next < paragraph.Length && paragraph.Fits(start, next, Dots, widthDots); next = Next(paragraph, next))
        {
            end = next;
        }

        return paragraph.Line(start, end, Dots);
    }

    /// <summary>After the letter that begins here, with all its marks (UAX #29).</summary>
    private static int Next(Paragraph paragraph, int at) => at + StringInfo.GetNextTextElementLength(paragraph.Text, at);

    /// <summary>In scripts whose letters join, or which have no hyphen, a word goes on without one.</summary>
    private static bool IsHyphenated(string text, int at) =>
        at > 0 && at < text.Length && IsOfHyphenatedScript(text[at - 1]) && IsOfHyphenatedScript(text[at]);

    /// <summary>Latin, Greek, Cyrillic and Armenian.</summary>
    private static bool IsOfHyphenatedScript(char letter) => char.IsLetter(letter) && letter is < '\u0590' or (>= '\u1E00' and < '\u2000');
}
