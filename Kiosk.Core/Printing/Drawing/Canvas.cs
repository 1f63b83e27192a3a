using SkiaSharp;

namespace Kiosk.Core.Printing.Drawing;

/// <summary>White paper to draw on, in dots from its upper left corner.</summary>
internal sealed class Canvas : IDisposable
{
    /// <summary>Half of white; a dot darker than that is black.</summary>
    private const byte Middle = 128;

    private readonly SKBitmap _dots;
    private readonly SKCanvas _canvas;

    /// <summary>Smoothed, and blackened at one half afterwards: truer shapes than two tones at once.</summary>
    private readonly SKPaint _ink = new() { IsAntialias = true, Color = SKColors.Black };

    public Canvas(int widthDots, int heightDots)
    {
        _dots = new SKBitmap(new SKImageInfo(widthDots, heightDots, SKColorType.Gray8, SKAlphaType.Opaque));
        _canvas = new SKCanvas(_dots);
        _canvas.Clear(SKColors.White);
    }

    public void Blacken(int x, int y, int width, int height) => _canvas.DrawRect(x, y, width, height, _ink);

    /// <param name="x">The left end of the line.</param>
    /// <param name="baseline">The line on which its letters stand.</param>
    public void Draw(TextLine line, int x, int baseline)
    {
        foreach (var glyph in line.Glyphs)
        {
            if (glyph.Font.Outline(glyph.Id) is { } outline)
            {
                _canvas.Save();
                _canvas.Translate(x + glyph.X, baseline + glyph.Y);
                _canvas.DrawPath(outline, _ink);
                _canvas.Restore();
            }

            x += glyph.Advance;
        }
    }

    /// <summary>Text in white, for black ground.</summary>
    public void DrawWhite(TextBlock text, int x, int y)
    {
        _ink.Color = SKColors.White;
        text.DrawOn(this, x, y);
        _ink.Color = SKColors.Black;
    }

    /// <summary>A pictogram in a square.</summary>
    public void Draw(PaperPictogram pictogram, int x, int y, int side)
    {
        _canvas.Save();
        _canvas.Translate(x, y);
        _canvas.Scale(side / PaperPictogram.Side);
        _canvas.ClipRect(new SKRect(0, 0, PaperPictogram.Side, PaperPictogram.Side));
        pictogram.DrawOn(_canvas);
        _canvas.Restore();
    }

    /// <summary>Every dot black or white, eight to a byte.</summary>
    public PaperImage ToPaper()
    {
        var (width, height, stride) = (_dots.Width, _dots.Height, _dots.RowBytes); // each of them is a call
        var dots = _dots.GetPixelSpan();
        var bits = new byte[width / 8 * height];
        for (var y = 0; y < height; y++)
        {
            var row = dots.Slice(y * stride, width);
            for (var x = 0; x < row.Length; x++)
            {
                bits[(y * width / 8) + (x / 8)] |= (byte)(row[x] < Middle ? 0x80 >> (x % 8) : 0);
            }
        }

        return new PaperImage(width, bits);
    }

    public void Dispose()
    {
        _ink.Dispose();
        _canvas.Dispose();
        _dots.Dispose();
    }
}
