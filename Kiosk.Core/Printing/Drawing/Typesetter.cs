using Kiosk.Core.Languages;

namespace Kiosk.Core.Printing.Drawing;

/// <summary>Sets texts of any script with the program's own letters, and the machine's where they have none.</summary>
/// <remarks>
/// Font maps live as long as the program: Pango's own is one a thread, each with its own store of letters. Not for two threads at once.
/// </remarks>
internal sealed class Typesetter
{
    /// <summary>Rubik comes with the program; Noto has what it lacks (Ethiopic among others).</summary>
    private const string Families = "Rubik, Noto Sans, Noto Sans Ethiopic, sans-serif";

    /// <summary>Lines of one text stand closer than a font that leaves room for any accent would set them: paper is short.</summary>
    private const float LineSpacing = 1.0f;

    /// <summary>
    /// More than any text takes that was shortened to its room; letters without a font, eight boxes each, may be stopped by it.
    /// </summary>
    private const int MostLines = 9;

    /// <summary>A single space of Rubik's is so narrow that, printed, two groups of digits run together.</summary>
    private const string GroupsOnPaper = "\u00A0\u00A0";

    private readonly nint _fontOptions = Cairo.CreateFontOptions();

    /// <summary>
    /// The program's own letters. Nearly every slip needs no others, and the machine's list of fonts takes memory and time to load.
    /// </summary>
    private readonly nint _ownFonts;

    /// <summary>Those, and then the machine's.</summary>
    private readonly Lazy<nint> _allFonts;

    public Typesetter(string fontFolder)
    {
        NativeHeap.GiveBackWhatLargeDrawingsFree();
        _ownFonts = FontMap(Fontconfig.Create(), fontFolder);
        _allFonts = new Lazy<nint>(() => FontMap(Fontconfig.LoadAll(), fontFolder));
        Cairo.SetAntialias(_fontOptions, Cairo.AntialiasGray); // blackened at one half afterwards: truer shapes than cairo's own two tones
        Cairo.SetHintStyle(_fontOptions, Cairo.HintStyleNone);
        Cairo.SetHintMetrics(_fontOptions, Cairo.HintMetricsOff);
    }

    /// <param name="rightToLeft">The side the text begins on, and the direction of what has none of its own.</param>
    /// <param name="keepsOrder">An address or a phone number: it reads from left to right, whatever stands around it.</param>
    public TextBlock Set(Wording text, FontSpec font, int widthDots, bool rightToLeft, bool keepsOrder = false)
    {
        var block = Set(_ownFonts, text, font, widthDots, rightToLeft, keepsOrder);
        if (block.UnknownGlyphs == 0)
        {
            return block;
        }

        block.Dispose();
        return Set(_allFonts.Value, text, font, widthDots, rightToLeft, keepsOrder);
    }

    private TextBlock Set(nint fontMap, Wording text, FontSpec font, int widthDots, bool rightToLeft, bool keepsOrder)
    {
        var layout = CreateLayout(fontMap, text.Language, rightToLeft && !keepsOrder);
        Pango.SetText(layout, PhoneNumbers.KeepWhole(text, between: GroupsOnPaper), -1);
        Pango.SetWidth(layout, widthDots * Pango.Scale);
        Pango.SetWrap(layout, Pango.WrapWordThenLetter);
        Pango.SetHeight(layout, -MostLines);
        Pango.SetEllipsis(layout, Pango.EllipsisAtEnd);
        Pango.SetAlignment(layout, rightToLeft ? Pango.AlignRight : Pango.AlignLeft);
        Pango.SetLineSpacing(layout, LineSpacing);
        SetFont(layout, font);
        return new TextBlock(layout, widthDots);
    }

    private static nint FontMap(nint fonts, string fontFolder)
    {
        var map = Pango.CreateFontMap();
        foreach (var file in Directory.EnumerateFiles(fontFolder, "*.ttf"))
        {
            _ = Fontconfig.AddFile(fonts, file);
        }

        Pango.SetFontConfig(map, fonts);
        return map;
    }

    private nint CreateLayout(nint fontMap, LanguageTag language, bool rightToLeft)
    {
        var context = Pango.CreateContext(fontMap);
        Pango.SetFontOptions(context, _fontOptions);
        Pango.SetLanguage(context, Pango.Language(language.Value));
        Pango.SetBaseDirection(context, rightToLeft ? Pango.DirectionRightToLeft : Pango.DirectionLeftToRight);
        var layout = Pango.CreateLayout(context);
        Pango.SetAutoDirection(layout, false);
        Pango.Unreference(context); // the layout holds it
        return layout;
    }

    private static void SetFont(nint layout, FontSpec spec)
    {
        var font = Pango.CreateFont();
        Pango.SetFamily(font, Families);
        Pango.SetWeight(font, spec.Weight);
        Pango.SetSize(font, spec.SizeDots * (double)Pango.Scale);
        Pango.SetFont(layout, font); // copied
        Pango.FreeFont(font);
    }
}
