using System.Globalization;
using Kiosk.Core.Languages;
using Kiosk.Core.Printing.Drawing;
using Kiosk.Core.Slips;

namespace Kiosk.Core.Printing;

/// <summary>A slip while it is laid out: pieces one below the other, drawn when all heights are known.</summary>
internal sealed class SlipLayout(Typesetter typesetter, PictogramFiles pictograms, SlipSizes sizes)
{
    private const int Regular = 400;
    private const int Bold = 700;

    private readonly List<Action<Canvas>> _drawings = [];
    private int _y;

    /// <summary>Which side the pieces that follow begin on.</summary>
    public bool RightToLeft { get; set; }

    public int WidthDots => sizes.Width;

    private int Inner => sizes.Width - (2 * sizes.Margin);

    /// <summary>Width of one of two facts beside each other.</summary>
    private int Column => (Inner - sizes.Gap) / 2;

    private int BeforeWords => sizes.Mark + (2 * sizes.Gap);

    /// <summary>The name, with the large drawing before it where there is one, and the organization below.</summary>
    public void AddHead(string? pictogram, Wording heading, Wording organization)
    {
        var before = pictogram is null ? 0 : sizes.Picture + (2 * sizes.Gap);
        var size = pictogram is null ? sizes.SecondHeading : sizes.Heading;
        var name = Set(heading, new FontSpec(size, Bold), Inner - before);
        var under = organization.Text.Length == 0 ? null : Set(organization, new FontSpec(sizes.Body, Regular), Inner - before);
        var words = name.HeightDots + (under?.HeightDots ?? 0);
        var height = Math.Max(words, pictogram is null ? 0 : sizes.Picture);
        var top = _y + ((height - words) / 2);
        if (pictogram is not null)
        {
            Picture(pictogram, 0, _y + ((height - sizes.Picture) / 2), sizes.Picture);
        }

        Draw(name, before, top);
        if (under is not null)
        {
            Draw(under, before, top + name.HeightDots);
        }

        _y += height + sizes.Gap;
    }

    /// <summary>Facts in their order, but for a short one: it comes up beside the short one before it.</summary>
    public void AddFacts(IReadOnlyList<SlipLine> lines)
    {
        var rest = lines
            .Select((line, n) => (Line: line, WithMark: n == 0 || lines[n - 1].Pictogram != line.Pictogram, Short: IsShort(lines, n)))
            .ToList();
        while (rest.Count > 0)
        {
            var fact = rest[0];
            rest.RemoveAt(0);
            if (fact.Short && rest.FindIndex(other => other.Short) is >= 0 and var beside)
            {
                AddPair(fact.Line, rest[beside].Line);
                rest.RemoveAt(beside);
            }
            else
            {
                AddLine(fact.Line, fact.WithMark);
            }
        }
    }

    private void AddPair(SlipLine first, SlipLine second)
    {
        _y += sizes.Gap;
        _y += Math.Max(Fact(first, true, 0, Column), Fact(second, true, Inner - Column, Column)) + (sizes.Gap / 3);
    }

    /// <summary>
    /// One fact: a small drawing and its words. A drawing is not said twice in a row. The next opening and the phone number stand out.
    /// </summary>
    public void AddLine(SlipLine line, bool withMark)
    {
        _y += withMark ? sizes.Gap : 0;
        _y += Fact(line, withMark, 0, Inner) + (sizes.Gap / 3);
    }

    /// <summary>The only one with its drawing, and one line in half the width.</summary>
    private bool IsShort(IReadOnlyList<SlipLine> lines, int n) =>
        n < lines.Count
        && (n == 0 || lines[n - 1].Pictogram != lines[n].Pictogram)
        && (n + 1 == lines.Count || lines[n + 1].Pictogram != lines[n].Pictogram)
        && Words(lines[n], Column - BeforeWords).Lines.Count == 1;

    /// <param name="start">Where its room begins, from the side where lines begin.</param>
    /// <returns>Its height.</returns>
    private int Fact(SlipLine line, bool withMark, int start, int width)
    {
        var text = Words(line, width - BeforeWords);
        if (withMark)
        {
            Picture(line.Pictogram, start, _y, sizes.Mark);
        }

        var oneLine = withMark && sizes.Mark > text.HeightDots ? (sizes.Mark - text.HeightDots) / 2 : 0;
        Draw(text, start + BeforeWords, _y + oneLine);
        return Math.Max(text.HeightDots, withMark ? sizes.Mark - oneLine : 0);
    }

    private TextBlock Words(SlipLine line, int width)
    {
        var font = new FontSpec(sizes.Body, line.Pictogram is "today" or "phone" ? Bold : Regular);
        return typesetter.Set(line.Text, font, width, RightToLeft, line.LeftToRight);
    }

    /// <summary>A dotted rule across, broken by the name of the language that begins below it.</summary>
    public void AddRule(LanguageTag? language)
    {
        _y += 2 * sizes.Gap;
        var name = language is { } tag ? Set(new Wording(tag.NativeName, tag), new FontSpec(sizes.Small, Regular), sizes.NameRoom) : null;
        var height = name?.HeightDots ?? 3;
        var rule = _y + (height / 2);
        var (from, to) =
            name is null ? (sizes.Margin, sizes.Width - sizes.Margin)
            : RightToLeft ? (sizes.Margin, sizes.Width - sizes.NameRoom)
            : (sizes.NameRoom, sizes.Width - sizes.Margin);
        _drawings.Add(canvas => DrawDots(canvas, from, to, rule));
        if (name is not null)
        {
            Draw(name, 0, _y);
        }

        _y += height + sizes.Gap;
    }

    /// <summary>What the QR is for, and the QR: beside its drawing and its words where these have room, else below them.</summary>
    public void AddScan(SlipLine words, QrSymbol code)
    {
        var side = sizes.Module * code.Size;
        var room = Inner - side;
        if (room < sizes.NameRoom)
        {
            AddLine(words, withMark: true);
            AddQr(code);
            return;
        }

        var text = Words(words, room);
        var top = _y + ((side - sizes.Mark - sizes.Gap - text.HeightDots) / 2);
        Picture(words.Pictogram, 0, top, sizes.Mark);
        Draw(text, 0, top + sizes.Mark + sizes.Gap);
        AddQr(code, RightToLeft ? sizes.Margin : sizes.Width - sizes.Margin - side);
    }

    /// <summary>The QR with its quiet zone, in the middle.</summary>
    public void AddQr(QrSymbol code) => AddQr(code, (sizes.Width - (sizes.Module * code.Size)) / 2);

    private void AddQr(QrSymbol code, int left)
    {
        var top = _y;
        _drawings.Add(canvas => DrawQr(canvas, code, sizes.Module, left, top));
        _y += sizes.Module * code.Size;
    }

    /// <summary>The whole width by the dot: a line at either edge, a tick each 8 dots, a number each 96.</summary>
    public void AddRuler()
    {
        var top = _y;
        for (var x = 0; x < sizes.Width; x += 8)
        {
            var (left, length) = (x, x % 96 == 0 ? 40 : 20);
            _drawings.Add(canvas => canvas.Blacken(left, top, 1, length));
            if (x % 96 == 0)
            {
                var number = Set(
                    new Wording(x.ToString(CultureInfo.InvariantCulture), LanguageTag.Parse("en")),
                    new FontSpec(sizes.Small, Regular),
                    90
                );
                _drawings.Add(canvas => number.DrawOn(canvas, left + 4, top + 24));
            }
        }

        _drawings.Add(canvas => canvas.Blacken(sizes.Width - 1, top, 1, 40));
        _y += 64;
    }

    /// <summary>White words on black, across.</summary>
    public void AddBanner(Wording words)
    {
        var text = Set(words, new FontSpec(sizes.Body, Bold), Inner - (4 * sizes.Gap));
        var (top, height) = (_y, text.HeightDots + (2 * sizes.Gap));
        _drawings.Add(canvas =>
        {
            canvas.Blacken(sizes.Margin, top, Inner, height);
            canvas.DrawWhite(text, sizes.Margin + (2 * sizes.Gap), top + sizes.Gap);
        });
        _y += height + sizes.Gap;
    }

    public PaperImage Draw()
    {
        using var canvas = new Canvas(sizes.Width, _y);
        foreach (var drawing in _drawings)
        {
            drawing(canvas);
        }

        return canvas.ToPaper();
    }

    private TextBlock Set(Wording words, FontSpec font, int width) => typesetter.Set(words, font, width, RightToLeft);

    /// <param name="before">Room kept free on the side where lines begin.</param>
    private void Draw(TextBlock text, int before, int y)
    {
        var x = RightToLeft ? sizes.Width - sizes.Margin - before - text.WidthDots : sizes.Margin + before;
        _drawings.Add(canvas => text.DrawOn(canvas, x, y));
    }

    private void Picture(string name, int before, int y, int side)
    {
        var x = RightToLeft ? sizes.Width - sizes.Margin - before - side : sizes.Margin + before;
        _drawings.Add(canvas => canvas.Draw(pictograms[name], x, y, side));
    }

    private static void DrawDots(Canvas canvas, int from, int to, int y)
    {
        for (var x = from; x <= to - 6; x += 12)
        {
            canvas.Blacken(x, y - 1, 6, 3);
        }
    }

    private static void DrawQr(Canvas canvas, QrSymbol code, int module, int left, int top)
    {
        for (var y = 0; y < code.Size; y++)
        {
            for (var x = 0; x < code.Size; x++)
            {
                if (code.IsDark(x, y))
                {
                    canvas.Blacken(left + (x * module), top + (y * module), module, module);
                }
            }
        }
    }
}
