using System.Globalization;
using Kiosk.Core.Languages;
using Kiosk.Core.Slips;

namespace Kiosk.Core.Printing;

/// <summary>
/// A page for whoever sets up a printer: is the whole width there, is a dot a dot, does it know every script, which cut works.
/// </summary>
internal static class TestPage
{
    // ISO/IEC 18004 itself
    private static readonly Wording QrText = new("https://www.iso.org/standard/83389.html", LanguageTag.Parse("en"));

    /// <summary>Ruler, drawing, scripts and QR.</summary>
    public static void Draw(SlipLayout layout, PrinterProfile profile, IEnumerable<LanguageTag> languages)
    {
        layout.AddHead("print", English(profile.Name), English(Width(layout, profile)));
        layout.AddRuler();
        foreach (var language in languages)
        {
            layout.RightToLeft = language.IsRightToLeft;
            layout.AddLine(new SlipLine("talk", new Wording(language.NativeName, language)), withMark: true);
            layout.AddLine(new SlipLine("talk", new Wording("+32 2 555 01 00", language), LeftToRight: true), withMark: false);
        }

        layout.RightToLeft = false;
        layout.AddLine(new SlipLine("qr", QrText), withMark: true);
        layout.AddQr(QrSymbol.Encode(QrText.Text));
    }

    /// <summary>What stands before one kind of cut: whoever tears it off knows which it was.</summary>
    public static void DrawCut(SlipLayout layout, Cut cut)
    {
        var bytes =
            cut == Cut.Tear ? "no cutter" : string.Join(' ', cut.Bytes().Select(b => b.ToString("X2", CultureInfo.InvariantCulture)));
        layout.AddHead(null, English(cut.Word()), English(bytes));
        layout.AddRule(null);
    }

    private static string Width(SlipLayout layout, PrinterProfile profile) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{profile.Id}: {layout.WidthDots} dots, {layout.WidthDots * 25.4 / profile.DotsPerInch:0} mm"
        );

    private static Wording English(string text) => new(text, LanguageTag.Parse("en"));
}
