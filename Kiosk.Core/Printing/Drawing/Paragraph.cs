namespace Kiosk.Core.Printing.Drawing;

/// <summary>A text without a forced end of line, shaped once and measured, so that it can be cut into lines.</summary>
internal sealed class Paragraph
{
    private readonly string _text;
    private readonly FontSet _fonts;
    private readonly FontSpec _font;
    private readonly string _language;
    private readonly bool _rightToLeft;
    private readonly IReadOnlyList<TextRun> _runs;

    /// <summary>The width of all that stands before a UTF-16 unit; one more than there are units.</summary>
    private readonly int[] _before;

    public Paragraph(string text, FontSet fonts, FontSpec font, string language, bool rightToLeft)
    {
        (_text, _fonts, _font, _language, _rightToLeft) = (text, fonts, font, language, rightToLeft);
        _runs = TextRun.Of(text, Icu.Levels(text, rightToLeft), fonts, font.Weight, language);
        _before = Measure();
    }

    public string Text => _text;

    public int Length => _text.Length;

    /// <summary>Whether a part, without the spaces at its end, fits into a width.</summary>
    public bool Fits(int start, int end, int widthDots) => _before[WithoutSpaces(start, end)] - _before[start] <= widthDots;

    /// <summary>A part as a line of its own.</summary>
    public TextLine Line(int start, int end)
    {
        end = WithoutSpaces(start, end);
        List<Glyph> glyphs = [];
        foreach (var (from, length, rightToLeft) in end > start ? Icu.VisualRuns(_text, _rightToLeft, start, end) : [])
        {
            var parts = _runs.Select(run => Within(run, from, from + length)).Where(part => part.Length > 0);
            foreach (var part in rightToLeft ? parts.Reverse() : parts)
            {
                glyphs.AddRange(part.Face.At(_font.SizeDots).Shape(_text, part, _language));
            }
        }

        var fonts = glyphs.Select(glyph => glyph.Font).DefaultIfEmpty(_fonts.Own(_font.Weight).At(_font.SizeDots)).Distinct().ToList();
        var ascent = fonts.Max(font => font.AscentDots);
        return new TextLine(glyphs, ascent, ascent + fonts.Max(font => font.DescentDots));
    }

    /// <summary>A part with a mark after it, as a hyphen or three dots, as a line of its own.</summary>
    public TextLine Line(int start, int end, string mark) => With(start, end, mark).Line(0, end - start + mark.Length);

    /// <summary>Whether a part fits with a mark after it.</summary>
    public bool Fits(int start, int end, string mark, int widthDots) =>
        With(start, end, mark).Fits(0, end - start + mark.Length, widthDots);

    private Paragraph With(int start, int end, string mark) =>
        new(string.Concat(_text.AsSpan(start, end - start), mark), _fonts, _font, _language, _rightToLeft);

    private int WithoutSpaces(int start, int end)
    {
        while (end > start && char.IsWhiteSpace(_text[end - 1]))
        {
            end--;
        }

        return end;
    }

    private static TextRun Within(TextRun run, int from, int to)
    {
        var (start, end) = (Math.Max(run.Start, from), Math.Min(run.End, to));
        return run with { Start = start, Length = Math.Max(0, end - start) };
    }

    private int[] Measure()
    {
        var widths = new int[_text.Length + 1];
        foreach (var glyph in _runs.SelectMany(run => run.Face.At(_font.SizeDots).Shape(_text, run, _language)))
        {
            widths[glyph.Cluster + 1] += glyph.Advance;
        }

        for (var i = 1; i < widths.Length; i++)
        {
            widths[i] += widths[i - 1];
        }

        return widths;
    }
}
