using System.Globalization;
using System.Runtime.Versioning;
using System.Text;
using System.Text.RegularExpressions;
using Kiosk.Core.Slips;
using Kiosk.Tests.Houses;
using Kiosk.Tests.Slips;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Processes;

/// <summary>The slip printed by the browser: the kiosk's own Chromium, a real CUPS, and a printer whose paper is a PDF.</summary>
[Category("Process"), Category("Browser"), Platform("Linux"), SupportedOSPlatform("linux")]
public sealed partial class BrowserPrintingTests
{
    /// <summary>Longer than the longest slip of the demo house (344 mm at 48 mm), as a roll's queue is set.</summary>
    private const int SheetMm = 400;

    private const double PointsPerMm = 72 / 25.4;
    private const int DotsPerInch = 203; // a receipt printer's
    private const double DotsPerMm = DotsPerInch / 25.4;

    [TestCase("fr", "midday-meal", 72)]
    [TestCase("ar", "teeth", 72)]
    [TestCase("ar", "teeth", 48)]
    public async Task One_slip_of_the_right_size_comes_out_and_nobody_remembers_it(string language, string service, int paperMm)
    {
        using var folders = new KioskFolders();
        using var kiosk = KioskHost.Start("Kiosk:Printer=browser", $"Kiosk:PaperDots={paperMm * 8}");
        await using var printer = await CupsPdf.StartAsync(paperMm, SheetMm);
        var logged = printer.Logs;
        var lengthMm = await PrintSlip(folders, printer, $"{kiosk.Address}/{language}/service/{service}");
        var slip = DemoSlips.Compose(DemoSlips.Service(service), language, "2026-11-20 14:20");

        Assert.That(printer.Jobs("all"), Is.Empty);
        await printer.StopAsync();
        IsOneSheet(printer.Printed.Single(), paperMm, lengthMm);
        Assert.That(QrIn(printer.Printed.Single()), Is.EqualTo(slip.QrText + "\n"));
        SaysTheSlip(TextOf(printer.HandedOver.Single()), slip, new Uri(kiosk.Address).Authority);
        Assert.That(printer.KeptJobs, Is.Empty);
        Assert.That(printer.Logs, Is.EqualTo(logged));
        Assert.That(
            new Traces([.. DemoSlips.Texts(slip), DemoHouse.Speaking(language).Translate("slip.title").Text, "/slip"]).In(printer.Kept),
            Is.Empty
        );
    }

    /// <summary>Touches the button of the service's page.</summary>
    /// <returns>How long the slip is on paper, in millimetres.</returns>
    private static async Task<double> PrintSlip(KioskFolders folders, CupsPdf printer, string address)
    {
        await using var display = await VirtualDisplay.StartAsync();
        await using var screen = await KioskScreen.OpenAsync(folders, address, incognito: true, new(display.Name, printer.Server));
        await screen.Page.Locator("form[data-prints=browser] button").ClickAsync();
        await screen.Page.Locator(".end-taken").WaitForAsync();
        await printer.PrintedAll();
        await Microsoft.Playwright.Assertions.Expect(screen.Page).Not.ToHaveTitleAsync("Kiosk");

        await screen.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        var pixels = await screen.Page.EvaluateAsync<double>("document.querySelector('.page').getBoundingClientRect().height");
        await screen.CloseAsync();
        return pixels * 25.4 / 96; // CSS: 96 pixels to the inch
    }

    private static void IsOneSheet(string pdf, int paperMm, double lengthMm)
    {
        var told = Encoding.UTF8.GetString(Tool.Run("pdfinfo", pdf));
        Assert.That(told, Does.Match(@"Pages: +1\n"));
        var size = PageSize().Match(told);
        Assert.That(Number(size.Groups[1]) / PointsPerMm, Is.EqualTo(paperMm).Within(0.5));
        Assert.That(Number(size.Groups[2]) / PointsPerMm, Is.EqualTo(SheetMm).Within(0.5));

        // The slip begins where the sheet does, goes from edge to edge, and ends where it should: nothing stands above or below.
        var (left, top, right, bottom) = Ink.Of(Picture(pdf));
        Assert.That((right - left) / DotsPerMm, Is.InRange(paperMm - 4.0, paperMm));
        Assert.That(top / DotsPerMm, Is.InRange(0, 4));
        Assert.That(bottom / DotsPerMm, Is.EqualTo(lengthMm).Within(4));
    }

    private static string QrIn(string pdf)
    {
        var picture = Path.ChangeExtension(pdf, ".pgm");
        File.WriteAllBytes(picture, Picture(pdf));
        return Encoding.UTF8.GetString(Tool.Run("zbarimg", "-q", "--raw", "--nodbus", "-Sdisable", "-Sqrcode.enable", picture));
    }

    /// <summary>As a receipt printer sees it: a graymap with a dot for a pixel.</summary>
    private static byte[] Picture(string pdf) =>
        Tool.Run("pdftoppm", "-q", "-gray", "-r", DotsPerInch.ToString(CultureInfo.InvariantCulture), pdf);

    private static string TextOf(string pdf) => Encoding.UTF8.GetString(Tool.Run("pdftotext", "-q", pdf, "-"));

    private static void SaysTheSlip(string text, Slip slip, string host)
    {
        foreach (var side in slip.Sides)
        {
            Assert.That(Letters(text), Does.Contain(Letters(side.Heading.Text)));
        }

        Assert.That(Letters(text), Does.Contain(Letters(slip.Sides[0].Lines.Single(line => line.Text.Text.StartsWith('+')).Text.Text)));
        Assert.That(text, Does.Not.Contain(host));
    }

    /// <summary>A PDF knows no spaces where lines break, and its reader turns the Arabic ligature of lam and alef round.</summary>
    private static string Letters(string text) =>
        LamAlef()
            .Replace(string.Concat(text.Where(c => !char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format)), "$2$1");

    private static double Number(Group found) => double.Parse(found.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Page size: +([\d.]+) x ([\d.]+) pts")]
    private static partial Regex PageSize();

    [GeneratedRegex("(ل)([اأإآ])")]
    private static partial Regex LamAlef();
}
