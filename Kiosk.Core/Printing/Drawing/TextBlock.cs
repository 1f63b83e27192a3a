namespace Kiosk.Core.Printing.Drawing;

/// <summary>A text set into lines of a certain width, ready to be drawn.</summary>
/// <param name="lines">From the top.</param>
/// <param name="widthDots">Room its lines were set into.</param>
/// <param name="startsAtRight">Whether lines begin at the right edge of that room.</param>
internal sealed class TextBlock(IReadOnlyList<TextLine> lines, int widthDots, bool startsAtRight)
{
    public int WidthDots => widthDots;

    public int HeightDots { get; } = (int)Math.Ceiling(lines.Sum(line => line.HeightDots));

    public IReadOnlyList<TextLine> Lines => lines;

    public void DrawOn(Canvas canvas, int x, int y)
    {
        var top = (double)y;
        foreach (var line in lines)
        {
            canvas.Draw(line, startsAtRight ? x + widthDots - line.WidthDots : x, (int)Math.Round(top + line.AscentDots));
            top += line.HeightDots;
        }
    }
}
