using System.Diagnostics;
using Kiosk.Core.Counting;
using Kiosk.Core.Reports;
using Kiosk.Core.Storage;
using Kiosk.Tests.Houses;
using NodaTime;
using NUnit.Framework;

namespace Kiosk.Tests.Bench;

/// <summary>
/// How large the counts grow, with the cells of the demo house and taps on every day, and how long a report of them takes.
/// </summary>
[Category("Bench"), NonParallelizable]
public sealed class TenYearsBench
{
    private const int Years = 10;
    private const int Reads = 50;
    private const double MegabytesBar = 20;
    private const double ReportBarMilliseconds = 300;

    [Test]
    public void Ten_years_of_counts_stay_within_twenty_megabytes()
    {
        using var folder = new BenchFolder();
        var data = new DataFolder(folder.PathOf("kiosk"));
        using var tallies = TallyDatabase.Open(data, null);
        var house = BenchedKiosk.DemoHouse();
        var catalogue = CellCatalogue.For(
            house.Profile.Languages.Select(l => l.Value),
            house.Topics.Select(t => t.Id),
            house.Services.Select(s => s.Id),
            house.Activities.Select(a => a.Id)
        );
        tallies.LayOut(catalogue);
        var begun = new LocalDate(2027, 1, 1);
        for (var day = begun; day < begun.PlusYears(Years); day = day.PlusDays(1))
        {
            tallies.Count(new TallyDate(day), catalogue.Cells);
        }

        var rules = new HouseFigures(house);
        var publishing = Stopwatch.GetTimestamp();
        var published = tallies.PublishDue(begun.PlusYears(Years), rules);
        Table.Print($"Publishing {published} periods in one go", Stopwatch.GetElapsedTime(publishing).TotalSeconds, "s");
        var report = new Durations("the report of the last whole year");
        var year = ReportPeriod.Holding(PeriodKind.Year, begun.PlusYears(Years - 2));
        for (var read = 0; read < Reads; read++)
        {
            var asked = Stopwatch.GetTimestamp();
            var bytes = ReportFiles.Json(ThresholdReport.Of(year, tallies.Published, house, DemoHouse.Speaking("fr"))!);
            report.Add(Stopwatch.GetElapsedTime(asked));
            Assert.That(bytes, Is.Not.Empty);
        }

        Table.Print("Ten years", [50, 95, 100], report);
        var file = Megabytes(new FileInfo(data.TallyDatabase));
        Table.Print("Cells of the demo house", catalogue.Cells.Count, "");
        Table.Print("Ten years of counts", file, "MB");
        Table.Print(
            "  with the dated copies beside them",
            new DirectoryInfo(data.Root).EnumerateFiles("*", SearchOption.AllDirectories).Sum(Megabytes),
            "MB"
        );
        Assert.That(file, Is.LessThanOrEqualTo(MegabytesBar));
        Assert.That(report.Percentile(100), Is.LessThanOrEqualTo(ReportBarMilliseconds));
    }

    private static double Megabytes(FileInfo file) => file.Length / 1e6;
}
