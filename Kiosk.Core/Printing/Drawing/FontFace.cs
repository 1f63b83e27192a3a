using System.Diagnostics.CodeAnalysis;
using HarfBuzzSharp;
using SkiaSharp;
using SkiaSharp.HarfBuzz;

namespace Kiosk.Core.Printing.Drawing;

/// <summary>The letters of one font file, in every size that is asked for.</summary>
[SuppressMessage("Reliability", "CA1001", Justification = "It lives as long as the program.")]
internal sealed class FontFace
{
    private readonly Dictionary<int, ScaledFont> _sizes = [];
    private readonly SKTypeface _typeface;
    private readonly Face _face;
    private readonly SKFont _anySize;

    public FontFace(SKTypeface typeface)
    {
        (_typeface, _anySize) = (typeface, new SKFont(typeface));
        using var file = typeface.OpenStream(out var index);
        using var blob = file.ToHarfBuzzBlob();
        _face = new Face(blob, index) { UnitsPerEm = typeface.UnitsPerEm };
    }

    public bool Has(int codepoint) => _anySize.ContainsGlyph(codepoint);

    /// <param name="dots">Size of the em.</param>
    public ScaledFont At(int dots)
    {
        if (!_sizes.TryGetValue(dots, out var font))
        {
            font = _sizes[dots] = new ScaledFont(_typeface, _face, dots);
        }

        return font;
    }
}
