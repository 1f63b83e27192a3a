namespace Kiosk.Core.Printing.Drawing;

/// <summary>One line of a text.</summary>
/// <param name="Glyphs">From left to right.</param>
/// <param name="AscentDots">From its top to the line on which letters stand.</param>
/// <param name="HeightDots">From its top to the next line's.</param>
internal sealed record TextLine(IReadOnlyList<Glyph> Glyphs, double AscentDots, double HeightDots)
{
    public int WidthDots { get; } = Glyphs.Sum(glyph => glyph.Advance);
}
