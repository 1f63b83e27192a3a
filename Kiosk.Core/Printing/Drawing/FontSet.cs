using SkiaSharp;

namespace Kiosk.Core.Printing.Drawing;

/// <summary>The program's own letters, and the machine's for what they lack. Not for two threads at once.</summary>
/// <remarks>Nearly every slip needs its own only; the list of the machine's takes memory and time to load, so that it waits.</remarks>
internal sealed class FontSet
{
    private const int Regular = 400;
    private const int Bold = 700;

    /// <summary>Rubik comes with the program; Noto has what it lacks (Ethiopic among others).</summary>
    private static readonly string[] Preferred = ["Noto Sans", "Noto Sans Ethiopic"];

    private readonly Dictionary<(int Codepoint, bool Bold, string Language), FontFace?> _found = [];
    private readonly Dictionary<(string Family, bool Bold, int Weight), FontFace> _ofMachine = [];
    private readonly FontFace _regular;
    private readonly FontFace _bold;

    /// <param name="folder">Holds two files of Rubik. Where one is missing or damaged, the machine's letters take its place.</param>
    public FontSet(string folder)
    {
        _regular = Read(Path.Combine(folder, "Rubik-Regular.ttf"), Regular);
        _bold = Read(Path.Combine(folder, "Rubik-Bold.ttf"), Bold);
    }

    public FontFace Own(int weight) => weight >= Bold ? _bold : _regular;

    /// <summary>The font that draws a letter; null when this machine has none.</summary>
    /// <param name="language">As in BCP 47: of two fonts, the one for this language is taken.</param>
    public FontFace? For(int codepoint, int weight, string language)
    {
        var own = Own(weight);
        if (own.Has(codepoint))
        {
            return own;
        }

        var key = (codepoint, weight >= Bold, language);
        if (!_found.TryGetValue(key, out var found))
        {
            found = _found[key] = OfMachine(codepoint, weight, language);
        }

        return found;
    }

    private FontFace? OfMachine(int codepoint, int weight, string language)
    {
        var style = new SKFontStyle(weight, (int)SKFontStyleWidth.Normal, SKFontStyleSlant.Upright);
        foreach (var family in Preferred)
        {
            if (SKFontManager.Default.MatchFamily(family, style) is { } typeface && Known(typeface) is var face && face.Has(codepoint))
            {
                return face;
            }
        }

        return SKFontManager.Default.MatchCharacter(null, style, [language], codepoint) is { } any ? Known(any) : null;
    }

    private FontFace Known(SKTypeface typeface)
    {
        var key = (typeface.FamilyName, typeface.IsBold, typeface.FontWeight);
        if (!_ofMachine.TryGetValue(key, out var face))
        {
            face = _ofMachine[key] = new FontFace(typeface);
        }

        return face;
    }

    private static FontFace Read(string file, int weight) =>
        new(
            SKTypeface.FromFile(file)
                ?? SKTypeface.FromFamilyName(Preferred[0], new SKFontStyle(weight, (int)SKFontStyleWidth.Normal, SKFontStyleSlant.Upright))
        );
}
