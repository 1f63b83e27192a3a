using System.Diagnostics.CodeAnalysis;
using HarfBuzzSharp;
using SkiaSharp;

namespace Kiosk.Core.Printing.Drawing;

/// <summary>A letter, or a part of one, where it stands.</summary>
/// <param name="Font">Whose letter it is.</param>
/// <param name="Id">Its number in the font; 0 is the box for a letter that the font has not.</param>
/// <param name="Cluster">The first UTF-16 unit that it stands for.</param>
/// <param name="Advance">Whole dots to the next letter.</param>
/// <param name="X">Dots by which it is moved, as a mark above a letter is.</param>
/// <param name="Y">The same, downwards.</param>
internal readonly record struct Glyph(ScaledFont Font, ushort Id, int Cluster, int Advance, int X, int Y);

/// <summary>A font in one size: HarfBuzz chooses and places its letters, Skia has their outlines.</summary>
[SuppressMessage("Reliability", "CA1001", Justification = "It lives as long as the program.")]
internal sealed class ScaledFont
{
    /// <summary>HarfBuzz counts in 1024ths of a dot.</summary>
    private const int Scale = 1024;

    private readonly Dictionary<ushort, SKPath?> _outlines = [];
    private readonly SKFont _font;
    private readonly Font _shaper;

    public ScaledFont(SKTypeface typeface, Face face, int dots)
    {
        _font = new SKFont(typeface, dots) { Hinting = SKFontHinting.None, Subpixel = true };
        _shaper = new Font(face);
        _shaper.SetScale(dots * Scale, dots * Scale);
        _shaper.SetFunctionsOpenType();
        _shaper.TryGetHorizontalFontExtents(out var extents);
        (AscentDots, DescentDots) = (extents.Ascender / (double)Scale, -extents.Descender / (double)Scale);
    }

    /// <summary>Above the line on which letters stand.</summary>
    public double AscentDots { get; }

    /// <summary>Below it.</summary>
    public double DescentDots { get; }

    /// <summary>
    /// The letters of a part of a text, from left to right. What stands around the part decides with how Arabic letters join.
    /// </summary>
    /// <remarks>Each letter begins on a whole dot: paper has no shades, and the same word looks the same everywhere on it.</remarks>
    public IEnumerable<Glyph> Shape(string text, TextRun run, string language)
    {
        using var buffer = new HarfBuzzSharp.Buffer();
        buffer.AddUtf16(text.AsSpan(), run.Start, run.Length);
        buffer.Direction = run.RightToLeft ? Direction.RightToLeft : Direction.LeftToRight;
        buffer.Script = run.Script;
        buffer.Language = new Language(language);
        _shaper.Shape(buffer);
        var (infos, places) = (buffer.GlyphInfos, buffer.GlyphPositions);
        return infos.Select(
            (info, i) =>
                new Glyph(
                    this,
                    (ushort)info.Codepoint,
                    (int)info.Cluster,
                    Dots(places[i].XAdvance),
                    Dots(places[i].XOffset),
                    -Dots(places[i].YOffset)
                )
        );
    }

    /// <summary>Null for what has none, as a space.</summary>
    public SKPath? Outline(ushort glyph)
    {
        if (!_outlines.TryGetValue(glyph, out var outline))
        {
            outline = _outlines[glyph] = _font.GetGlyphPath(glyph);
        }

        return outline;
    }

    private static int Dots(int units) => (int)Math.Floor((units / (double)Scale) + 0.5);
}
