using System.Runtime.InteropServices;

namespace Kiosk.Core.Printing.Drawing;

/// <summary>White paper to draw on, in dots from its upper left corner.</summary>
internal sealed class Canvas : IDisposable
{
    /// <summary>Half of white; a dot darker than that is black.</summary>
    private const byte Middle = 128;

    private readonly nint _surface;
    private readonly nint _cairo;
    private readonly int _widthDots;
    private readonly int _heightDots;

    public Canvas(int widthDots, int heightDots)
    {
        (_widthDots, _heightDots) = (widthDots, heightDots);
        _surface = Cairo.CreateSurface(Cairo.FormatRgb24, widthDots, heightDots);
        if (Cairo.Status(_surface) != 0)
        {
            throw new InvalidOperationException($"There is no memory for a picture of {widthDots} by {heightDots} dots.");
        }

        _cairo = Cairo.Create(_surface);
        Cairo.SetSource(_cairo, 1, 1, 1);
        Cairo.Paint(_cairo);
        Cairo.SetSource(_cairo, 0, 0, 0);
    }

    public void Blacken(int x, int y, int width, int height)
    {
        Cairo.Rectangle(_cairo, x, y, width, height);
        Cairo.Fill(_cairo);
    }

    public void Show(nint layout, int x, int y)
    {
        Cairo.MoveTo(_cairo, x, y);
        Pango.Show(_cairo, layout);
    }

    /// <summary>Text in white, for black ground.</summary>
    public void ShowWhite(TextBlock text, int x, int y)
    {
        Cairo.SetSource(_cairo, 1, 1, 1);
        text.DrawOn(this, x, y);
        Cairo.SetSource(_cairo, 0, 0, 0);
    }

    /// <summary>A pictogram in a square. One that cannot be read stays white: the words beside it say the same.</summary>
    public void Picture(ReadOnlySpan<byte> svg, int x, int y, int side)
    {
        var drawing = Rsvg.Read(svg, (nuint)svg.Length, 0);
        if (drawing != 0)
        {
            Rsvg.Render(drawing, _cairo, new Rsvg.Rectangle(x, y, side, side), 0);
            Pango.Unreference(drawing);
        }
    }

    /// <summary>Every dot black or white, eight to a byte.</summary>
    public PaperImage ToPaper()
    {
        Cairo.Flush(_surface);
        var (data, stride) = (Cairo.Data(_surface), Cairo.Stride(_surface));
        var bits = new byte[_widthDots / 8 * _heightDots];
        var row = new byte[_widthDots * 4];
        for (var y = 0; y < _heightDots; y++)
        {
            Marshal.Copy(data + (y * stride), row, 0, row.Length);
            for (var x = 0; x < _widthDots; x++)
            {
                // Green weighs most in how dark the eye finds a colour; the drawings have two tones only.
                bits[(y * _widthDots / 8) + (x / 8)] |= (byte)(row[(x * 4) + 1] < Middle ? 0x80 >> (x % 8) : 0);
            }
        }

        return new PaperImage(_widthDots, bits);
    }

    public void Dispose()
    {
        Cairo.Destroy(_cairo);
        Cairo.DestroySurface(_surface);
    }
}
