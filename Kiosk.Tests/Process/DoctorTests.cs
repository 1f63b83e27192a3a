using Kiosk.App.Printing;
using Kiosk.Core.Printing;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Processes;

/// <summary><c>doctor</c> and its test page, and a machine on which slips cannot be drawn.</summary>
[Category("Process"), Platform("Linux"), FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class DoctorTests : IDisposable
{
    /// <summary>NUL bytes are no library: the loader finds this file first, and gives up.</summary>
    private static readonly byte[] NoLibrary = new byte[64];

    private readonly KioskFolders _folders = new();

    public void Dispose() => _folders.Dispose();

    [Test]
    public async Task A_test_page_has_a_ruler_every_script_a_code_and_every_cut()
    {
        var paper = new PaperPrinter(576);
        await using var printer = new TcpTestPrinter(paper);
        var (exit, said) = await Examine("--print-test", "--Kiosk:Printer=escpos:tcp://" + printer.Address);
        Assert.That(exit, Is.Zero, said);
        var cuts = Enum.GetValues<Cut>();
        Assert.That(
            cuts.Select(cut => $"Cut {cut.Word()}: printed")
                .Append("Test page: printed")
                .Where(line => !said.Contains(line, StringComparison.Ordinal)),
            Is.Empty
        );
        Assert.That(
            paper.Slips,
            Has.Count.EqualTo(cuts.Length),
            "one piece for each cut; what is to be torn off hangs together with the page"
        );

        var page = paper.Slips[^1];
        Assert.That(
            Enumerable
                .Range(0, page.HeightDots)
                .Any(y => Enumerable.Range(0, 72).All(tick => page.IsBlack(tick * 8, y)) && page.IsBlack(575, y)),
            Is.True,
            "a ruler from edge to edge"
        );
        Assert.That(paper.GarbageBytes, Is.Zero);
        Assert.That(Directory.Exists(_folders.Data), Is.False);
    }

    [TestCase(384)]
    [TestCase(576)]
    public void The_test_page_looks_as_approved(int widthDots) =>
        ApprovedPicture.AssertLike(
            SlipPrinting
                .NewRaster()
                .DrawTestPage(
                    Printing.Profiles.All.Find("generic")!,
                    widthDots,
                    new[] { "fr", "ar", "uk", "ti", "fa" }.Select(Core.Languages.LanguageTag.Parse)
                ),
            $"test-page-{widthDots}"
        );

    [Test]
    public async Task A_printer_that_is_not_there_is_named_with_what_to_do()
    {
        var (exit, said) = await Examine("--Kiosk:Printer=escpos:/dev/usb/lp-none");
        Assert.That((exit, said), Is.EqualTo((1, said)));
        Assert.That(said, Does.Contain(PrinterState.Absent.Advice()));
    }

    [Test]
    public async Task A_test_page_without_a_printer_is_refused_in_words()
    {
        var (exit, said) = await Examine("--print-test");
        Assert.That(exit, Is.EqualTo(1));
        Assert.That(said, Does.Contain(PrinterAddress.Sentence));
    }

    /// <summary>Fontconfig is pointed at a folder with the fonts of the program only.</summary>
    [Test]
    public async Task Letters_for_which_there_is_no_font_are_named_by_their_language()
    {
        var fonts = _folders.Write("fonts.conf", "<fontconfig><dir>/nonexistent</dir></fontconfig>");
        var (exit, said) = await Examine(("FONTCONFIG_FILE", fonts));
        Assert.That(exit, Is.Zero, "the program does not speak it yet");
        Assert.That(said, Does.Match("note +Letters of ti .*install fonts-noto-core").And.Match("well +Letters of ar "));
    }

    [Test]
    public async Task Without_the_libraries_the_kiosk_starts_says_so_and_offers_the_square()
    {
        await File.WriteAllBytesAsync(Path.Combine(_folders.Libraries, "libfontconfig.so.1"), NoLibrary);
        await using var printer = new TcpTestPrinter(new PaperPrinter(576));
        await using var kiosk = await KioskProcess.StartAsync(_folders, "--Kiosk:Printer=escpos:tcp://" + printer.Address);
        Assert.That(
            await kiosk.Health(),
            Does.Contain("\"status\":\"look\"").And.Contain("\"state\":\"cannot-draw\"").And.Contain("says what is missing")
        );
        Assert.That(kiosk.Said, Does.Contain(PrinterState.CannotDraw.Advice()));
        Assert.That(
            (await kiosk.Client.GetStringAsync(new Uri("/fr/service/teeth", UriKind.Relative))).Contains(
                "method=\"post\"",
                StringComparison.Ordinal
            ),
            Is.False
        );
        Assert.That(await kiosk.Client.GetStringAsync(new Uri("/fr/service/teeth/slip", UriKind.Relative)), Does.Contain("class=\"qr\""));

        var (exit, said) = await Examine("--Kiosk:Printer=escpos:tcp://" + printer.Address);
        Assert.That(exit, Is.EqualTo(1));
        Assert.That(said, Does.Contain("LOOK  Libraries that draw slips: install libfontconfig1"));
    }

    private Task<(int Exit, string Said)> Examine(params string[] arguments) => Examine(null, arguments);

    private async Task<(int Exit, string Said)> Examine((string Name, string Value)? environment, params string[] arguments)
    {
        await using var doctor = KioskProcess.Run(_folders, environment, ["doctor", .. arguments]);
        return (await doctor.ExitAsync(), doctor.Said + doctor.Complained);
    }
}
