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
            layout =>
            {
                for (var side = 0; side < slip.Sides.Count; side++)
                {
                    AddSide(layout, slip, slip.Sides[side], isFirst: side == 0);
                }

                AddQr(layout, slip);
                if (slip.Demo is { } mark)
                {
                    layout.AddBanner(mark);
                }
            }
        );

    /// <summary>A page to set up a printer by.</summary>
    public PaperImage DrawTestPage(PrinterProfile profile, int widthDots, IEnumerable<LanguageTag> languages) =>
        Draw(widthDots, layout => TestPage.Draw(layout, profile, languages));

    /// <summary>A small piece that says how it will be cut.</summary>
    public PaperImage DrawCutTest(Cut cut, int widthDots) => Draw(widthDots, layout => TestPage.DrawCut(layout, cut));

    /// <summary>Letters of a text for which this machine has no font.</summary>
    public int MissingLetters(string text, LanguageTag language)
    {
        lock (_oneAtATime)
        {
            return _typesetter.CountMissing(new Wording(text, language), new FontSpec(24, 400));
        }
    }

    /// <summary>Makes the drawings of the house ready, so that no slip waits for them; those that are ready take no time.</summary>
    public void PrepareDrawings()
    {
        lock (_oneAtATime)
        {
            _pictograms.PrepareHouses();
        }
    }

    private PaperImage Draw(int widthDots, Action<SlipLayout> layOut)
    {
        lock (_oneAtATime)
        {
            var layout = new SlipLayout(_typesetter, _pictograms, SlipSizes.For(widthDots));
            layOut(layout);
            return layout.Draw();
        }
    }

    private static void AddSide(SlipLayout layout, Slip slip, SlipSide side, bool isFirst)
    {
        layout.RightToLeft = side.Language.IsRightToLeft;
        if (isFirst)
        {
            layout.AddHead(slip.Pictogram, side.Heading, side.Organization);
        }
        else
        {
            layout.AddRule(side.Language);
            layout.AddHead(null, side.Heading, side.Organization);
        }

        layout.AddFacts(side.Lines);
    }

    private static void AddQr(SlipLayout layout, Slip slip)
    {
        layout.RightToLeft = slip.Scan.Language.IsRightToLeft;
        layout.AddRule(null);
        layout.AddScan(new SlipLine("qr", slip.Scan), QrSymbol.Encode(slip.QrText));
    }
}
