using System.Text;
using Kiosk.App.Houses;
using Kiosk.App.Live;
using Kiosk.App.Pairing;
using Kiosk.App.Staff.Shell;
using Kiosk.Core.Languages;
using Kiosk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>
/// The page for new staff: its pictures are taken from the real screens (<c>./test.sh pictures</c>), its words stand in
/// <c>docs/staff.md</c> too.
/// </summary>
[Platform("Linux")]
public sealed class StaffSheet : StaffBrowserTest
{
    private const int PictureWidth = 480;
    private const int PictureHeight = 270;

    private readonly PaperPrinter _paper = new(576);

    private TcpTestPrinter? _printer;

    private static readonly string[] StaffLanguages = [.. StaffPhrases.Languages.Select(language => language.Value)];

    protected override string[] Settings => ["Kiosk:Printer=escpos:tcp://" + (_printer ??= new TcpTestPrinter(_paper)).Address];

    [OneTimeTearDown]
    public async Task TakePrinterAway() => await _printer!.DisposeAsync();

    [SetUp]
    public void FreshKiosk()
    {
        StopKiosk();
        StartKiosk();
    }

    [Test]
    public void The_document_has_the_words_of_the_page() =>
        Assert.That(SourceTree.Read("docs/staff.md"), Is.EqualTo(Document()), "./test.sh pictures writes it anew");

    [TestCaseSource(nameof(StaffLanguages))]
    public async Task Every_step_has_its_picture(string language)
    {
        var tablet = await Tablet();
        await tablet.Open("/help?in=" + language);
        Assert.That(
            await tablet.Page.Locator(".help-step img").EvaluateAllAsync<int[]>("all => all.map(img => img.naturalWidth)"),
            Has.Length.EqualTo(6).And.All.GreaterThan(PictureWidth)
        );
    }

    [TestCaseSource(nameof(StaffLanguages))]
    public async Task On_paper_it_is_one_page(string language)
    {
        var tablet = await Tablet();
        await tablet.Open("/help?in=" + language);
        Assert.That(await tablet.Sees("[data-print]"), Is.True);
        var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"staff-{language}.pdf");
        await tablet.Page.PdfAsync(
            new()
            {
                Path = file,
                PreferCSSPageSize = true,
                PrintBackground = true,
            }
        );
        var about = Encoding.UTF8.GetString(Tool.Run("pdfinfo", file));
        Assert.That(about, Does.Match(@"Pages:\s+1\n").And.Contain("A4"));
    }

    [TestCaseSource(nameof(StaffLanguages))]
    [Category("Pictures")]
    public async Task The_pictures_are_taken(string language)
    {
        var desk = Kiosk.Services.GetRequiredService<PairedDevices>();
        foreach (var device in desk.All)
        {
            desk.Change(device.Id, one => one with { Language = LanguageTag.Parse(language) });
        }

        var tablet = await Tablet(size: new Display(PictureWidth, 900), sharpness: 1.5f, locale: language + "-BE");
        await Take("day", "/", ".slot:not(.past) >> nth=1");
        await tablet.Touch(".slot:not(.past) [value=full]");
        await tablet.Waits(".done");
        await Take("undo", null, ".done");
        await Take("extra", "/extra", ".extra-form");
        await Take("notice", "/notice", ".sheet");
        _paper.PaperOutAfterRows = 0;
        await tablet.Open("/health");
        await Assertions.Expect(tablet.Page.Locator("main")).ToBeVisibleAsync();
        await WaitUntilPaperIsMissed(tablet);
        await Take("trouble", null, ".finding-look");
        Kiosk.Services.GetRequiredService<Bell>().Ring();
        await tablet.Page.SetViewportSizeAsync(PictureWidth, PictureHeight + 80);
        await Take("bell", "/", null);

        async Task Take(string step, string? path, string? from)
        {
            if (path is not null)
            {
                await tablet.Open(path);
            }

            await tablet.Page.EvaluateAsync<bool>(Layout.LettersLoaded);
            var size = tablet.Page.ViewportSize!;
            var top = from is null
                ? size.Height - PictureHeight
                : Math.Max(
                    0,
                    await tablet.Page.Locator(from).First.EvaluateAsync<float>("e => e.getBoundingClientRect().top + scrollY - 9")
                );
            await tablet.Page.ScreenshotAsync(
                new()
                {
                    Path = SourceTree.PathOf(PictureOf(language, step)),
                    FullPage = from is not null,
                    Clip = new()
                    {
                        X = 0,
                        Y = top,
                        Width = PictureWidth,
                        Height = PictureHeight,
                    },
                }
            );
        }
    }

    [Test]
    [Category("Pictures")]
    public void The_document_is_written() => File.WriteAllText(SourceTree.PathOf("docs/staff.md"), Document());

    private static async Task WaitUntilPaperIsMissed(Screen tablet)
    {
        while (!await tablet.Sees(".finding-look"))
        {
            await tablet.Page.WaitForTimeoutAsync(500);
            await tablet.Page.ReloadAsync();
        }
    }

    private static string PictureOf(string language, string step) => $"Kiosk.App/Staff/Screen/help/{language}/{step}.png";

    private string Document()
    {
        var phrases = Kiosk.Services.GetRequiredService<StaffPhrases>().Phrases;
        return "<!-- Written by ./test.sh pictures from assets/languages/staff; each part is the page behind “?” on the tablet, which "
            + "prints on one A4. -->\n"
            + string.Concat(StaffPhrases.Languages.Select(language => Part(new Localizer(phrases, language, language))));
    }

    private static string Part(Localizer words)
    {
        var steps = HelpPage.Steps.Select(
            (step, index) =>
                $"""

                    ## {index + 1}. {words.Translate("help." + step).Text}

                    ![{words.Translate("help." + step).Text}](../{PictureOf(words.Language.Value, step)})

                    {words.Translate("help." + step + "-how").Text}

                    """
        );
        return $"""

            # {words.Translate("help.title").Text}

            {words.Translate("help.intro").Text}
            {string.Concat(steps)}
            **{words.Translate("help.nobody").Text}**

            """;
    }
}
