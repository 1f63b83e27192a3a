namespace Kiosk.Core.Printing.Drawing;

/// <summary>The size and the weight of letters.</summary>
/// <param name="SizeDots">Size of the em.</param>
/// <param name="Weight">100 to 900; 400 is regular, 700 bold.</param>
internal readonly record struct FontSpec(int SizeDots, int Weight);

/// <summary>A text set into lines of a certain width, ready to be drawn.</summary>
internal sealed class TextBlock : IDisposable
{
    private readonly nint _layout;

    /// <param name="layout">Owned by the block from now on.</param>
    /// <param name="widthDots">Room its lines were set into.</param>
    public TextBlock(nint layout, int widthDots)
    {
        (_layout, WidthDots) = (layout, widthDots);
        Pango.GetSize(layout, out _, out var height);
        HeightDots = height;
    }

    public int WidthDots { get; }

    public int HeightDots { get; }

    public int UnknownGlyphs => Pango.UnknownGlyphs(_layout);

    public void DrawOn(Canvas canvas, int x, int y) => canvas.Show(_layout, x, y);

    public void Dispose() => Pango.Unreference(_layout);
}
