using System.Globalization;
using System.Text;
using HarfBuzzSharp;

namespace Kiosk.Core.Printing.Drawing;

/// <summary>A part of a text that is drawn in one go: one font, one script, one direction.</summary>
/// <param name="Start">Its first UTF-16 unit.</param>
/// <param name="Level">Its embedding level (UAX #9): odd ones read from right to left.</param>
internal readonly record struct TextRun(int Start, int Length, FontFace Face, Script Script, byte Level)
{
    public int End => Start + Length;

    public bool RightToLeft => (Level & 1) == 1;

    /// <summary>A paragraph in runs, as they follow each other when it is read.</summary>
    /// <param name="levels">One for each UTF-16 unit.</param>
    public static IReadOnlyList<TextRun> Of(string paragraph, byte[] levels, FontSet fonts, int weight, string language)
    {
        List<TextRun> runs = [];
        var face = FirstFace(paragraph, fonts, weight, language);
        var script = FirstScript(paragraph);
        var at = 0;
        foreach (var rune in paragraph.EnumerateRunes())
        {
            face = FaceOf(rune, face, fonts, weight, language);
            script = ScriptOf(rune) ?? script;
            if (runs.Count > 0 && runs[^1] is var last && last.Face == face && last.Script == script && last.Level == levels[at])
            {
                runs[^1] = last with { Length = last.Length + rune.Utf16SequenceLength };
            }
            else
            {
                runs.Add(new TextRun(at, rune.Utf16SequenceLength, face, script, levels[at]));
            }

            at += rune.Utf16SequenceLength;
        }

        return runs;
    }

    /// <summary>Letters of a text for which no font on this machine has a drawing.</summary>
    public static int CountMissing(string text, FontSet fonts, int weight, string language) =>
        text.EnumerateRunes().Count(rune => !StaysWithItsNeighbour(rune) && fonts.For(rune.Value, weight, language) is null);

    /// <summary>Spaces, marks and what has no shape are drawn by the font before them, where it can.</summary>
    private static FontFace FaceOf(Rune rune, FontFace before, FontSet fonts, int weight, string language) =>
        StaysWithItsNeighbour(rune) || (IsMark(rune) && before.Has(rune.Value))
            ? before
            : fonts.For(rune.Value, weight, language) ?? fonts.Own(weight);

    private static FontFace FirstFace(string paragraph, FontSet fonts, int weight, string language)
    {
        foreach (var rune in paragraph.EnumerateRunes())
        {
            if (!StaysWithItsNeighbour(rune))
            {
                return fonts.For(rune.Value, weight, language) ?? fonts.Own(weight);
            }
        }

        return fonts.Own(weight);
    }

    private static Script FirstScript(string paragraph)
    {
        foreach (var rune in paragraph.EnumerateRunes())
        {
            if (ScriptOf(rune) is { } script)
            {
                return script;
            }
        }

        return Script.Latin;
    }

    private static bool StaysWithItsNeighbour(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.SpaceSeparator
                or UnicodeCategory.Format
                or UnicodeCategory.Control
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator;

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark;

    /// <summary>Null for what belongs to every script, as digits and full stops, and for marks.</summary>
    private static Script? ScriptOf(Rune rune)
    {
        var script = UnicodeFunctions.Default.GetScript(rune.Value);
        return script == Script.Common || script == Script.Inherited || script == Script.Unknown ? null : script;
    }
}
