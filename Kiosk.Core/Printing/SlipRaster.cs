using Kiosk.Core.Languages;
using Kiosk.Core.Pictograms;
using Kiosk.Core.Printing.Drawing;
using Kiosk.Core.Slips;

namespace Kiosk.Core.Printing;

/// <summary>
/// Draws a slip as a strip of paper: drawing and heading, the facts in the visitor's language, the same in the house's, the QR.
/// </summary>
public sealed class SlipRaster
{
    private readonly Lock _oneAtATime = new();
    private readonly Typesetter _typesetter;
    private readonly PictogramFiles _pictograms;

    /// <param name="fontFolder">The program's own letters.</param>
    public SlipRaster(string fontFolder, PictogramSet pictograms)
    {
        _typesetter = new Typesetter(fontFolder);
        _pictograms = new PictogramFiles(pictograms);
    }

    /// <param name="widthDots">576, 512 or 384.</param>
    public PaperImage Draw(Slip slip, int widthDots) =>
        Draw(
            widthDots,
            strip =>
            {
                for (var side = 0; side < slip.Sides.Count; side++)
                {
                    AddSide(strip, slip, slip.Sides[side], isFirst: side == 0);
                }

                AddQr(strip, slip);
                if (slip.Demo is { } mark)
                {
                    strip.AddBanner(mark);
                }
            }
        );

    /// <summary>A page to set up a printer by.</summary>
    public PaperImage DrawTestPage(PrinterProfile profile, int widthDots, IEnumerable<LanguageTag> languages) =>
        Draw(widthDots, strip => TestPage.Draw(strip, profile, languages));

    /// <summary>A small piece that says how it will be cut.</summary>
    public PaperImage DrawCutTest(Cut cut, int widthDots) => Draw(widthDots, strip => TestPage.DrawCut(strip, cut));

    /// <summary>Letters of a text for which this machine has no font.</summary>
    public int MissingLetters(string text, LanguageTag language)
    {
        lock (_oneAtATime)
        {
            using var block = _typesetter.Set(new Wording(text, language), new Letters(24, 400), 576, rightToLeft: false);
            return block.UnknownGlyphs;
        }
    }

    private PaperImage Draw(int widthDots, Action<Strip> layOut)
    {
        lock (_oneAtATime)
        {
            using var strip = new Strip(_typesetter, _pictograms, SlipSizes.For(widthDots));
            layOut(strip);
            return strip.Draw();
        }
    }

    private static void AddSide(Strip strip, Slip slip, SlipSide side, bool isFirst)
    {
        strip.RightToLeft = side.Language.IsRightToLeft;
        if (isFirst)
        {
            strip.AddHead(slip.Pictogram, side.Heading, side.Organization);
        }
        else
        {
            strip.AddRule(side.Language);
            strip.AddHead(null, side.Heading, side.Organization);
        }

        strip.AddFacts(side.Lines);
    }

    private static void AddQr(Strip strip, Slip slip)
    {
        strip.RightToLeft = slip.Scan.Language.IsRightToLeft;
        strip.AddRule(null);
        strip.AddScan(new SlipLine("qr", slip.Scan), QrSymbol.Encode(slip.QrText));
    }
}
