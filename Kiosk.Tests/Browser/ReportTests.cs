using System.Globalization;
using System.Text;
using System.Text.Json;
using Kiosk.App.Houses;
using Kiosk.App.Pairing;
using Kiosk.Core.Exchange;
using Kiosk.Core.Languages;
using Kiosk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>A coordinator chooses a period, reads it, prints it and takes it along.</summary>
[Platform("Linux")]
public sealed class ReportTests : StaffBrowserTest
{
    private static readonly string[] StaffLanguages = [.. StaffPhrases.Languages.Select(language => language.Value)];

    /// <summary>What a table shows of each row of the file.</summary>
    private static readonly string[] Columns = ["figure", "taps", "tapsBefore", "sharePercent"];

    /// <summary>Each line of the tables: figure, taps, taps before, share.</summary>
    private const string Tables = """
        () => [...document.querySelectorAll('.report-table tbody tr')].map(tr =>
          [tr.dataset.figure, ...[...tr.querySelectorAll('td')].map(td => td.textContent.replace(/[^0-9]/g, ''))].join(';'))
        """;

    private const string Drawings =
        "() => [...document.querySelectorAll('.report-section svg[data-figure]')].map(svg => [svg.dataset.figure, "
        + "svg.dataset.now, svg.dataset.before ?? ''].join(';'))";

    /// <summary>Bars whose length is not that of their figure beside the longest of their section, by more than a pixel.</summary>
    private const string CrookedBars = """
        () => [...document.querySelectorAll('.report-section')].flatMap(section => {
          const upright = section.querySelector('.columns') !== null;
          const length = svg => { const r = svg.querySelector('.bar-now'); 
            return r === null ? 0 : upright ? r.height.baseVal.value : r.width.baseVal.value; };
          const bars = [...section.querySelectorAll('svg[data-figure]')], whole = Math.max(...bars.map(bar => +bar.dataset.now));
          const longest = Math.max(...bars.map(length));
          return bars.filter(bar => Math.abs(length(bar) - longest * bar.dataset.now / whole) > 1).map(bar => bar.dataset.figure);
        })
        """;

    [OneTimeSetUp]
    public void CountAndPublish() => Kiosk.FillWithInventedCounts();

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_coordinator_chooses_a_period_reads_it_and_takes_it_along(bool scripts)
    {
        var tablet = await Tablet(scripts: scripts);
        await tablet.Open("/");
        await tablet.Touch("nav a[href='/report']", "/report");
        Assert.That(await Title(tablet), Does.Contain("semaine 46 de 2026"));
        await tablet.Touch(".report-kinds a:has-text('Mois')", "/report?period=2026-10");
        Assert.That(await tablet.Page.TextContentAsync(".report-short"), Does.Match(@"Environ \d+[05] visites"));
        Assert.That(
            await tablet.Page.TextContentAsync(".report-alarm"),
            Does.Contain("Des besoins augmentent").And.Contain("Réparer chez moi")
        );
        Assert.That(await tablet.Page.TextContentAsync(".report-invented"), Does.Contain("inventés"));
        await tablet.Touch(".report-all summary");
        await tablet.Touch(".report-all a[href$='2026-03']", "/report?period=2026-03");
        Assert.That(await Title(tablet), Does.Contain("mars 2026"));
        await tablet.Touch("a[rel=prev]", "/report?period=2026-02");
        await tablet.Touch(".report-topics .report-means summary");
        Assert.That(await tablet.Sees(".report-topics .report-means p"), Is.True);
        var file = await tablet.Page.RunAndWaitForDownloadAsync(() => tablet.Touch("a[href*='handler=Csv']"));
        Assert.That(file.SuggestedFilename, Is.EqualTo("le-pont-rapport-2026-02-invented.csv"));
        Assert.That(await File.ReadAllTextAsync(await file.PathAsync()), Does.Contain("2026-02,visits,visits,"));
    }

    [TestCase("2026-W46")]
    [TestCase("2026-10")]
    [TestCase("2026-Q3")]
    [TestCase("2025")]
    public async Task The_table_the_drawing_and_both_files_agree(string period)
    {
        var tablet = await Tablet();
        await tablet.Open("/report?period=" + period);
        var table = await tablet.Page.EvaluateAsync<string[]>(Tables);
        using var caller = Kiosk.StaffCaller();
        var csv = await Csv(caller, period);
        Assert.That(table, Is.EqualTo(csv).And.Not.Empty);
        Assert.That(await Json(caller, period), Is.EqualTo(csv));
        Assert.That(
            await tablet.Page.EvaluateAsync<string[]>(Drawings),
            Is.SubsetOf(csv.Select(line => line[..line.LastIndexOf(';')])).And.Length.GreaterThan(30)
        );
        Assert.That(await tablet.Page.EvaluateAsync<string[]>(CrookedBars), Is.Empty);
    }

    [TestCaseSource(nameof(StaffLanguages))]
    public async Task On_paper_it_is_two_to_four_sheets(string language)
    {
        var tablet = await Speaking(language);
        foreach (var period in new[] { InventedCounts.Week, InventedCounts.Month, "2025" })
        {
            await tablet.Open("/report?period=" + period);
            Assert.That(await tablet.Sees("[data-print]"), Is.True);
            var about = Encoding.UTF8.GetString(Tool.Run("pdfinfo", await Print(tablet, $"report-{period}-{language}")));
            Assert.That(about, Does.Match(@"Pages:\s+[234]\n").And.Contain("A4"), period);
        }
    }

    /// <summary>House, period and method stand on every sheet, what is for fingers on none.</summary>
    [Test]
    public async Task Every_sheet_says_whose_it_is_and_how_it_is_counted()
    {
        var tablet = await Speaking("nl");
        await tablet.Open("/report?period=" + InventedCounts.Month);
        var file = await Print(tablet, "report-sheets");
        var sheets = Encoding
            .UTF8.GetString(Tool.Run("pdftotext", "-layout", file, "-"))
            .Split('\f', StringSplitOptions.RemoveEmptyEntries);
        Assert.That(
            sheets,
            Has.Length.InRange(2, 4)
                .And.All.Contains("oktober 2026")
                .And.All.Contains("Tikken, geen mensen")
                .And.All.Contains("veelvoud van 5")
        );
        Assert.That(sheets, Has.None.Contains("Afdrukken").And.None.Contains("Alle periodes"));
    }

    [TestCase("800x1280")]
    [TestCase("390x844")]
    [TestCase("1280x800")]
    [Category("Pictures")]
    public async Task The_pictures_are_taken(string size)
    {
        var sides = size.Split('x').Select(side => int.Parse(side, CultureInfo.InvariantCulture)).ToList();
        var tablet = await Tablet(size: new Display(sides[0], sides[1]));
        tablet.HearsComplaints = false; // the last is no report, and the browser says so
        foreach (var period in new[] { InventedCounts.Week, InventedCounts.Month, "2026-W47" })
        {
            await tablet.Open("/report?period=" + period);
            await Pictures.Take(tablet, null, $"report-top-{period}-{size}");
            await tablet.Page.ScreenshotAsync(
                new() { Path = SourceTree.PathOf($"artifacts/pictures/report-{period}-{size}.png"), FullPage = true }
            );
        }

        await tablet.Open("/report");
        await tablet.Touch(".report-all summary");
        await Pictures.Take(tablet, null, $"report-choose-{size}");
    }

    private async Task<Screen> Speaking(string language)
    {
        var desk = Kiosk.Services.GetRequiredService<PairedDevices>();
        foreach (var device in desk.All)
        {
            desk.Change(device.Id, one => one with { Language = LanguageTag.Parse(language) });
        }

        return await Tablet();
    }

    [TearDown]
    public void SpeakFrenchAgain() =>
        Kiosk
            .Services.GetRequiredService<PairedDevices>()
            .All.ToList()
            .ForEach(device =>
                Kiosk.Services.GetRequiredService<PairedDevices>().Change(device.Id, one => one with { Language = LanguageTag.Parse("fr") })
            );

    private static Task<string?> Title(Screen tablet) => tablet.Page.TextContentAsync("h1");

    private static async Task<string> Print(Screen tablet, string name)
    {
        await tablet.Page.EvaluateAsync<bool>(Layout.LettersLoaded);
        var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, name + ".pdf");
        await tablet.Page.PdfAsync(
            new()
            {
                Path = file,
                PreferCSSPageSize = true,
                PrintBackground = true,
            }
        );
        return file;
    }

    private static async Task<string[]> Csv(HttpClient caller, string period)
    {
        var bytes = await caller.GetByteArrayAsync(new Uri($"/report?handler=Csv&period={period}", UriKind.Relative));
        Assert.That(bytes.Take(3), Is.EqualTo(Encoding.UTF8.Preamble.ToArray()));
        List<RowProblem> problems = [];
        var lines = CsvTable.Read("report", Encoding.UTF8.GetString(bytes[3..]), problems);
        Assert.That(problems, Is.Empty);
        return
        [
            .. lines.Select(line =>
                string.Join(';', new[] { "figure", "taps", "taps_before", "share_percent" }.Select(heading => line.Cells[heading]))
            ),
        ];
    }

    private static async Task<string[]> Json(HttpClient caller, string period)
    {
        using var file = JsonDocument.Parse(
            await caller.GetByteArrayAsync(new Uri($"/report?handler=Json&period={period}", UriKind.Relative))
        );
        return
        [
            .. file
                .RootElement.GetProperty("sections")
                .EnumerateArray()
                .SelectMany(section => section.GetProperty("rows").EnumerateArray())
                .Select(row => string.Join(';', Columns.Select(row.GetProperty))),
        ];
    }
}
