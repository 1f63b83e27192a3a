using Kiosk.Core.Counting;
using Kiosk.Core.Storage;
using NodaTime;
using NUnit.Framework;

namespace Kiosk.Tests.Bench;

/// <summary>How large the counts grow, with the cells of the demo house and taps on every day.</summary>
[Category("Bench"), NonParallelizable]
public sealed class TenYearsBench
{
    private const int Years = 10;
    private const double MegabytesBar = 20;

    [Test]
    public void Ten_years_of_counts_stay_within_twenty_megabytes()
    {
        using var folder = new BenchFolder();
        var data = new DataFolder(folder.PathOf("kiosk"));
        using var tallies = TallyDatabase.Open(data, null);
        var house = BenchedKiosk.DemoHouse();
        var catalogue = CellCatalogue.For(
            house.Profile.Languages.Select(l => l.Value), house.Topics.Select(t => t.Id), house.Services.Select(s => s.Id), house.Activities.Select(a => a.Id));
        tallies.LayOut(catalogue);
        var begun = new LocalDate(2027, 1, 1);
        for (var day = begun; day < begun.PlusYears(Years); day = day.PlusDays(1))
        {
            tallies.Count(new TallyDate(day), catalogue.Cells);
        }

        var file = Megabytes(new FileInfo(data.TallyDatabase));
        Table.Print("Cells of the demo house", catalogue.Cells.Count, "");
        Table.Print("Ten years of counts", file, "MB");
        Table.Print("  with the dated copies beside them", new DirectoryInfo(data.Root).EnumerateFiles("*", SearchOption.AllDirectories).Sum(Megabytes), "MB");
        Assert.That(file, Is.LessThanOrEqualTo(MegabytesBar));
    }

    private static double Megabytes(FileInfo file) => file.Length / 1e6;
}
