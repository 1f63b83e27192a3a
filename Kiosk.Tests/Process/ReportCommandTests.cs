using System.Text.RegularExpressions;
using Kiosk.App.Commands;
using Kiosk.Tests.Services;
using Kiosk.Tests.Support;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;
using NUnit.Framework;

namespace Kiosk.Tests.Processes;

/// <summary>The command <c>report</c>, on two invented years that <c>Kiosk:DemoYear</c> made.</summary>
[Category("Process"), FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed partial class ReportCommandTests : IDisposable
{
    private readonly KioskFolders _folders = new();

    private static LocalDate Today => TimeProvider.System.GetUtcNow().ToInstant().InZone(Brussels.Zone).Date;

    private static LocalDate LastMonth => new LocalDate(Today.Year, Today.Month, 1).PlusMonths(-2);

    public void Dispose() => _folders.Dispose();

    [Test]
    public async Task A_fresh_kiosk_with_an_invented_year_has_a_report_and_says_it_is_invented()
    {
        await using (var kiosk = await KioskProcess.StartAsync(_folders, "--Kiosk:DemoYear=true"))
        {
            Assert.That(await kiosk.StopAsync(), Is.Zero);
        }

        var (exit, said) = await Report(LastMonth, LastMonth.PlusMonths(1).PlusDays(-1));
        Assert.That(exit, Is.Zero, said);
        Assert.That(said, Does.Contain("invented"));
        var text = said;
        var file = Path.Combine(_folders.Work, "report.csv");
        (exit, said) = await Report(LastMonth, LastMonth.PlusMonths(1).PlusDays(-1), "--csv", file);
        Assert.That((exit, File.ReadAllText(file)), Is.EqualTo((0, File.ReadAllText(file))), said);
        Assert.That(File.ReadLines(file).First(), Does.Contain("period,section,figure,label,taps"));
        Assert.That(Lines(text), Is.EqualTo(Rows(File.ReadLines(file).Skip(1))), "the same figures on the console and in the file");
        Assert.That(
            File.ReadLines(file).Skip(1).Select(line => line.Split(',')[0]).Distinct(),
            Is.EqualTo([LocalDatePattern.CreateWithInvariantCulture("uuuu'-'MM").Format(LastMonth)])
        );
    }

    [Test]
    public async Task Invented_counts_are_not_poured_over_real_ones()
    {
        await using (var kiosk = await KioskProcess.StartAsync(_folders))
        {
            using var tapped = await kiosk.Tap("topic/housing");
            Assert.That(await kiosk.StopAsync(), Is.Zero);
        }

        await using var refused = KioskProcess.Begin(_folders, "--Kiosk:DemoYear=true");
        Assert.That(await refused.ExitAsync(), Is.EqualTo(1));
        Assert.That(refused.Complained, Does.Contain("Kiosk:DemoYear").And.Contain("empty data folder").And.Not.Contain("   at "));
    }

    [Test]
    public async Task An_open_period_is_refused_and_nothing_is_told()
    {
        await UsedFolder.OfLePont.CopyToAsync(_folders);
        var month = new LocalDate(Today.Year, Today.Month, 1);
        var (exit, said) = await Report(month, month.PlusMonths(1).PlusDays(-1));
        Assert.That((exit, said), Is.EqualTo((1, said)));
        Assert.That(said, Does.Contain("is not over"));
    }

    [Test]
    public async Task Where_nobody_tapped_there_is_no_report()
    {
        await UsedFolder.OfLePont.CopyToAsync(_folders);
        var (exit, said) = await Report(LastMonth, LastMonth.PlusMonths(1).PlusDays(-1));
        Assert.That((exit, said), Is.EqualTo((1, said)));
        Assert.That(said, Does.Contain("nobody touched the kiosk then"));
    }

    [TestCase(2, "report")]
    [TestCase(2, "report", "--from", "2026-10-01")]
    [TestCase(2, "report", "--from", "1 October", "--to", "2026-10-31")]
    [TestCase(2, "report", "--from", "2026-10-01", "--to", "2026-02-30")]
    [TestCase(1, "report", "--from", "2026-10-31", "--to", "2026-10-01")]
    [TestCase(1, "report", "--from", "2026-10-02", "--to", "2026-10-31")]
    [TestCase(1, "report", "--from", "2026-10-20", "--to", "2026-10-20")]
    public async Task Days_of_ones_own_choice_are_refused_in_words(int code, params string[] words)
    {
        await UsedFolder.OfLePont.CopyToAsync(_folders);
        var (exit, said) = await Run(words);
        Assert.That(exit, Is.EqualTo(code), said);
        Assert.That(said, Is.Not.Empty.And.Not.Contain("   at Kiosk"));
    }

    [TestCase("2026-03-23", "2026-03-29", "2026-03-29", false)] // a week with the night of summer time
    [TestCase("2026-03-23", "2026-03-29", "2026-03-30", true)]
    [TestCase("2026-10-01", "2026-10-31", "2026-10-31", false)]
    [TestCase("2026-01-01", "2026-12-31", "2027-01-01", true)]
    [TestCase("2027-01-01", "2027-12-31", "2026-11-20", false)]
    public void A_period_is_told_of_from_the_day_after_it(string from, string to, string today, bool told) =>
        Assert.That(ReportCommand.WhyNot(Date(from), Date(to), Date(today)) is null, Is.EqualTo(told));

    /// <summary>Taps, before and share of each line of the console's tables.</summary>
    private static IEnumerable<string> Lines(string text) =>
        text.Split('\n')
            .Select(line => TableLine().Match(line))
            .Where(line => line.Success)
            .Select(line => $"{line.Groups[1]},{line.Groups[2]},{line.Groups[3]}");

    /// <summary>The same of the rows of a CSV file, whose last four cells are taps, before, share and rise.</summary>
    private static IEnumerable<string> Rows(IEnumerable<string> rows) => rows.Select(row => string.Join(',', row.Split(',')[^4..^1]));

    [GeneratedRegex(@"^  +(\d+)  +(\d*)  +(\d*)(?: %)?  \S")]
    private static partial Regex TableLine();

    private static LocalDate Date(string iso) => LocalDatePattern.Iso.Parse(iso).Value;

    private Task<(int Exit, string Said)> Report(LocalDate from, LocalDate to, params string[] more) =>
        Run(["report", "--from", LocalDatePattern.Iso.Format(from), "--to", LocalDatePattern.Iso.Format(to), .. more]);

    private async Task<(int Exit, string Said)> Run(params string[] words)
    {
        var (exit, said, complained) = await ConsoleCommand.Run(_folders, words);
        return (exit, said + complained);
    }
}
