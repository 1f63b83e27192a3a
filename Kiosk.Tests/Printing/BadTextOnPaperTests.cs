using System.Text;
using Kiosk.App.Printing;
using Kiosk.Core.Printing;
using Kiosk.Core.Slips;
using Kiosk.Tests.Houses;
using Kiosk.Tests.Services;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Printing;

/// <summary>Whatever stands in a text of the house, the paper is no longer than an arm, and can be read.</summary>
[Platform("Linux")]
[Category("Paper")]
internal sealed class BadTextOnPaperTests
{
    /// <summary>
    /// 75 cm: two sides of the fullest slip with every text at its longest, in boxes for want of a font. With one it is half of that.
    /// </summary>
    private const int MostDots = 6_000;

    private static readonly SlipRaster Raster = SlipPrinting.NewRaster();

    [TestCase("bonjour ", 1_250, TestName = "{m}: many words")]
    [TestCase("a", 10_000, TestName = "{m}: one word")]
    [TestCase("W", 80, TestName = "{m}: one word that is let in")]
    [TestCase("أهلاً ", 2_000, TestName = "{m}: Arabic")]
    [TestCase("👩‍👩‍👧 ", 1_250, TestName = "{m}: letters without a font")]
    [TestCase("\u0001\u202E", 5_000, TestName = "{m}: nothing to read")]
    public void Ten_thousand_letters_make_a_slip_of_bounded_length_with_a_good_code(string part, int times)
    {
        var slip = Compose(new StringBuilder().Insert(0, part, times).ToString());
        foreach (var width in (int[])[576, 512, 384])
        {
            var paper = Print(slip, width);
            Assert.That(paper.HeightDots, Is.InRange(400, MostDots));
            Assert.That(Read(paper, "zbarimg", "-q", "--raw", "--nodbus", "-Sdisable", "-Sqrcode.enable"), Is.EqualTo(slip.QrText + "\n"));
        }
    }

    [Test]
    public void Markup_is_printed_as_the_letters_it_is() =>
        Assert.That(
            Read(Print(Compose("Bonjour <b>gras</b>"), 576), "tesseract", "-l", "fra", "--psm", "4", "--dpi", "203"),
            Does.Contain("Bonjour <b>gras</b>")
        );

    private static Slip Compose(string text)
    {
        var house = DemoHouseSaying.Everywhere(text);
        return SlipComposer.Compose(house, house.FindService("teeth")!, null, DemoHouse.Speaking("ar"), Brussels.At("2026-11-20 14:20"));
    }

    private static PrintedSlip Print(Slip slip, int width)
    {
        var paper = new PaperPrinter(width);
        foreach (var command in new EscPosEncoder(Profiles.All.Find("generic")!).Encode(Raster.Draw(slip, width)))
        {
            Assert.That(paper.Take(command), Is.EqualTo(command.Length));
        }

        return paper.Slips.Single();
    }

    private static string Read(PrintedSlip slip, string reader, params string[] options)
    {
        using var folder = new KioskFolders();
        var picture = Path.Combine(folder.Root, "slip.pgm");
        File.WriteAllBytes(picture, slip.ToGraymap(40));
        return Encoding.UTF8.GetString(Tool.Run(reader, reader == "tesseract" ? [picture, "-", .. options] : [.. options, picture]));
    }
}
