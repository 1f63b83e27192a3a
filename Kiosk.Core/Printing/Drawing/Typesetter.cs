using Kiosk.Core.Languages;

namespace Kiosk.Core.Printing.Drawing;

/// <summary>Sets texts of any script with the program's own letters, and the machine's where they have none.</summary>
/// <remarks>One font map for the life of the program: Pango's own is one a thread, each with its own store of letters. Not for two threads at once.</remarks>
internal sealed class Typesetter
{
    /// <summary>Rubik comes with the program; Noto has what it lacks (Ethiopic among others).</summary>
    private const string Families = "Rubik, Noto Sans, Noto Sans Ethiopic, sans-serif";

    /// <summary>Lines of one text stand closer than a font that leaves room for any accent would set them: paper is short.</summary>
    private const float LineSpacing = 1.0f;

    private readonly nint _fontMap = Pango.CreateFontMap();
    private readonly nint _fontOptions = Cairo.CreateFontOptions();

    public Typesetter(string fontFolder)
    {
        var fonts = Fontconfig.Load();
        _ = Fontconfig.AddFolder(fonts, fontFolder);
        Pango.SetFontConfig(_fontMap, fonts);
        Cairo.SetAntialias(_fontOptions, Cairo.AntialiasGray); // blackened at one half afterwards: truer shapes than cairo's own two tones
        Cairo.SetHintStyle(_fontOptions, Cairo.HintStyleNone);
        Cairo.SetHintMetrics(_fontOptions, Cairo.HintMetricsOff);
    }

    /// <param name="rightToLeft">The side the text begins on, and the direction of what has none of its own.</param>
    /// <param name="keepsOrder">An address or a phone number: it reads from left to right, whatever stands around it.</param>
    public TextBlock Set(Wording text, Letters letters, int widthDots, bool rightToLeft, bool keepsOrder = false)
    {
        var layout = CreateLayout(text.Language, rightToLeft && !keepsOrder);
        Pango.SetText(layout, PhoneNumbers.KeepWhole(text), -1);
        Pango.SetWidth(layout, widthDots * Pango.Scale);
        Pango.SetWrap(layout, Pango.WrapWordThenLetter);
        Pango.SetAlignment(layout, rightToLeft ? Pango.AlignRight : Pango.AlignLeft);
        Pango.SetLineSpacing(layout, LineSpacing);
        SetFont(layout, letters);
        return new TextBlock(layout, widthDots);
    }

    private nint CreateLayout(LanguageTag language, bool rightToLeft)
    {
        var context = Pango.CreateContext(_fontMap);
        Pango.SetFontOptions(context, _fontOptions);
        Pango.SetLanguage(context, Pango.Language(language.Value));
        Pango.SetBaseDirection(context, rightToLeft ? Pango.DirectionRightToLeft : Pango.DirectionLeftToRight);
        var layout = Pango.CreateLayout(context);
        Pango.SetAutoDirection(layout, false);
        Pango.Unreference(context); // the layout holds it
        return layout;
    }

    private static void SetFont(nint layout, Letters letters)
    {
        var font = Pango.CreateFont();
        Pango.SetFamily(font, Families);
        Pango.SetWeight(font, letters.Weight);
        Pango.SetSize(font, letters.SizeDots * (double)Pango.Scale);
        Pango.SetFont(layout, font); // copied
        Pango.FreeFont(font);
    }
}
