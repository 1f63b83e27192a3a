using System.Globalization;
using Kiosk.Core.Languages;
using Kiosk.Core.Printing.Drawing;
using Kiosk.Core.Slips;

namespace Kiosk.Core.Printing;

/// <summary>A slip while it is laid out: pieces one below the other, drawn when all heights are known.</summary>
internal sealed class Strip(Typesetter typesetter, PictogramFiles pictograms, SlipSizes sizes) : IDisposable
{
    private const int Regular = 400;
    private const int Bold = 700;

    /// <summary>A code with little in it need not fill the paper.</summary>
    private const int QrShareOfWidth = 68;

    /// <summary>Dots: larger modules read no better.</summary>
    private const int MostModule = 8;

    private readonly List<TextBlock> _texts = [];
    private readonly List<Action<Sheet>> _drawings = [];
    private int _y;

    /// <summary>Which side the pieces that follow begin on.</summary>
    public bool RightToLeft { get; set; }

    public int WidthDots => sizes.Width;

    private int Inner => sizes.Width - (2 * sizes.Margin);

    /// <summary>The name, with the large drawing before it where there is one, and the organization below.</summary>
    public void AddHead(string? pictogram, Wording heading, Wording organization)
    {
        var before = pictogram is null ? 0 : sizes.Picture + (2 * sizes.Gap);
        var size = pictogram is null ? sizes.SecondHeading : sizes.Heading;
        var name = Set(heading, new Letters(size, Bold), Inner - before);
        var under = organization.Text.Length == 0 ? null : Set(organization, new Letters(sizes.Body, Regular), Inner - before);
        var words = name.HeightDots + (under?.HeightDots ?? 0);
        var height = Math.Max(words, pictogram is null ? 0 : sizes.Picture);
        var top = _y + ((height - words) / 2);
        if (pictogram is not null)
        {
            Picture(pictogram, _y + ((height - sizes.Picture) / 2), sizes.Picture);
        }

        Draw(name, before, top);
        if (under is not null)
        {
            Draw(under, before, top + name.HeightDots);
        }

        _y += height + sizes.Gap;
    }

    /// <summary>
    /// One fact: a small drawing and its words. A drawing is not said twice in a row. The next opening and the phone number stand out.
    /// </summary>
    public void AddLine(SlipLine line, bool withMark)
    {
        _y += withMark ? sizes.Gap : 0;
        var before = sizes.Mark + (2 * sizes.Gap);
        var text = typesetter.Set(
            line.Text,
            new Letters(sizes.Body, line.Pictogram is "today" or "phone" ? Bold : Regular),
            Inner - before,
            RightToLeft,
            line.LeftToRight
        );
        _texts.Add(text);
        if (withMark)
        {
            Picture(line.Pictogram, _y, sizes.Mark);
        }

        var oneLine = withMark && sizes.Mark > text.HeightDots ? (sizes.Mark - text.HeightDots) / 2 : 0;
        Draw(text, before, _y + oneLine);
        _y += Math.Max(text.HeightDots, withMark ? sizes.Mark - oneLine : 0) + (sizes.Gap / 3);
    }

    /// <summary>A dotted rule across, broken by the name of the language that begins below it.</summary>
    public void AddRule(LanguageTag? language)
    {
        _y += 2 * sizes.Gap;
        var name = language is { } tag ? Set(new Wording(tag.NativeName, tag), new Letters(sizes.Small, Regular), sizes.NameRoom) : null;
        var height = name?.HeightDots ?? 3;
        var rule = _y + (height / 2);
        var (from, to) =
            name is null ? (sizes.Margin, sizes.Width - sizes.Margin)
            : RightToLeft ? (sizes.Margin, sizes.Width - sizes.NameRoom)
            : (sizes.NameRoom, sizes.Width - sizes.Margin);
        _drawings.Add(sheet => DrawDots(sheet, from, to, rule));
        if (name is not null)
        {
            Draw(name, 0, _y);
        }

        _y += height + sizes.Gap;
    }

    /// <summary>The QR with its quiet zone, in the middle.</summary>
    public void AddQr(QrSymbol code)
    {
        var module = Math.Clamp(sizes.Width * QrShareOfWidth / 100 / code.Size, sizes.LeastModule, MostModule);
        var side = module * code.Size;
        var (left, top) = ((sizes.Width - side) / 2, _y);
        _drawings.Add(sheet => DrawQr(sheet, code, module, left, top));
        _y += side;
    }

    /// <summary>The whole width by the dot: a line at either edge, a tick each 8 dots, a number each 96.</summary>
    public void AddRuler()
    {
        var top = _y;
        for (var x = 0; x < sizes.Width; x += 8)
        {
            var (left, length) = (x, x % 96 == 0 ? 40 : 20);
            _drawings.Add(sheet => sheet.Blacken(left, top, 1, length));
            if (x % 96 == 0)
            {
                var number = Set(
                    new Wording(x.ToString(CultureInfo.InvariantCulture), LanguageTag.Parse("en")),
                    new Letters(sizes.Small, Regular),
                    90
                );
                _drawings.Add(sheet => number.DrawOn(sheet, left + 4, top + 24));
            }
        }

        _drawings.Add(sheet => sheet.Blacken(sizes.Width - 1, top, 1, 40));
        _y += 64;
    }

    /// <summary>White words on black, across.</summary>
    public void AddBanner(Wording words)
    {
        var text = Set(words, new Letters(sizes.Body, Bold), Inner - (4 * sizes.Gap));
        var (top, height) = (_y, text.HeightDots + (2 * sizes.Gap));
        _drawings.Add(sheet =>
        {
            sheet.Blacken(sizes.Margin, top, Inner, height);
            sheet.ShowWhite(text, sizes.Margin + (2 * sizes.Gap), top + sizes.Gap);
        });
        _y += height + sizes.Gap;
    }

    public PaperImage Draw()
    {
        using var sheet = new Sheet(sizes.Width, _y);
        foreach (var drawing in _drawings)
        {
            drawing(sheet);
        }

        return sheet.ToPaper();
    }

    public void Dispose() => _texts.ForEach(text => text.Dispose());

    private TextBlock Set(Wording words, Letters letters, int width)
    {
        var text = typesetter.Set(words, letters, width, RightToLeft);
        _texts.Add(text);
        return text;
    }

    /// <param name="before">Room kept free on the side where lines begin.</param>
    private void Draw(TextBlock text, int before, int y)
    {
        var x = RightToLeft ? sizes.Width - sizes.Margin - before - text.WidthDots : sizes.Margin + before;
        _drawings.Add(sheet => text.DrawOn(sheet, x, y));
    }

    private void Picture(string name, int y, int side)
    {
        var x = RightToLeft ? sizes.Width - sizes.Margin - side : sizes.Margin;
        _drawings.Add(sheet => sheet.Picture(pictograms[name], x, y, side));
    }

    private static void DrawDots(Sheet sheet, int from, int to, int y)
    {
        for (var x = from; x <= to - 6; x += 12)
        {
            sheet.Blacken(x, y - 1, 6, 3);
        }
    }

    private static void DrawQr(Sheet sheet, QrSymbol code, int module, int left, int top)
    {
        for (var y = 0; y < code.Size; y++)
        {
            for (var x = 0; x < code.Size; x++)
            {
                if (code.IsDark(x, y))
                {
                    sheet.Blacken(left + (x * module), top + (y * module), module, module);
                }
            }
        }
    }
}
