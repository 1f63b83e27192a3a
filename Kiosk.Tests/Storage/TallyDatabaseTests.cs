using Dapper;
using Kiosk.Core.Counting;
using Kiosk.Core.Storage;
using NodaTime;
using NUnit.Framework;

namespace Kiosk.Tests.Storage;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class TallyDatabaseTests : IDisposable
{
    private static readonly LocalDate Friday = new(2026, 11, 20);
    private static readonly TallyDate OnFriday = new(Friday);
    private static readonly CellCatalogue House = CellCatalogue.For(["fr", "nl"], ["housing", "health"], ["soup-bar"], []);
    private static readonly CellCatalogue LargerHouse = CellCatalogue.For(
        ["fr", "nl"],
        ["housing", "health"],
        ["soup-bar"],
        ["choir", "yoga"]
    );
    private static readonly Cell Housing = new("topic/housing");
    private static readonly Cell French = new("language/fr");
    private static readonly Cell Choir = new("activity/choir");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Test]
    public void One_tap_counts_once_under_each_of_its_cells()
    {
        using (var tallies = Open())
        {
            tallies.Count(OnFriday, [Housing, French, Housing]);
            tallies.Count(OnFriday, [Housing]);
        }

        Assert.That(Read(OnFriday), Is.EquivalentTo(new Dictionary<Cell, uint> { [Housing] = 2, [French] = 1 }));
        Assert.That(Read(TallyDate.Unknown), Is.Empty);
    }

    [Test]
    public void Taps_without_a_clock_are_counted_without_a_date()
    {
        using var tallies = Open();
        tallies.Count(TallyDate.Unknown, [Housing]);
        Assert.That(tallies.ReadDay(TallyDate.Unknown), Is.EquivalentTo(new Dictionary<Cell, uint> { [Housing] = 1 }));
    }

    [Test]
    public void An_unknown_cell_is_refused_and_nothing_of_the_tap_is_stored()
    {
        using var tallies = Open();
        tallies.Count(OnFriday, [French]);
        var before = _folder.Files();
        Assert.That(() => tallies.Count(OnFriday, [Housing, Choir]), Throws.ArgumentException.With.Message.Contains("activity/choir"));
        Assert.That(() => tallies.Count(OnFriday, [default]), Throws.ArgumentException);
        Assert.That(_folder.Files(), Is.EqualTo(before));
    }

    [Test]
    public void A_tap_under_no_cell_leaves_no_trace()
    {
        using var tallies = Open();
        var before = _folder.Files();
        tallies.Count(OnFriday, []);
        Assert.That(_folder.Files(), Is.EqualTo(before));
    }

    [Test]
    public void Laying_out_the_same_house_again_writes_nothing()
    {
        Open().Dispose();
        var before = _folder.Files();
        Open().Dispose();
        Assert.That(_folder.Files(), Is.EqualTo(before));
    }

    [Test]
    public void A_house_that_gains_cells_within_a_day_goes_on_counting()
    {
        using var tallies = Open();
        tallies.Count(OnFriday, [Housing]);
        tallies.LayOut(LargerHouse);
        tallies.Count(OnFriday, [Housing, Choir]);
        tallies.Count(TallyDate.Unknown, [Choir]);
        Assert.That(tallies.ReadDay(OnFriday), Is.EquivalentTo(new Dictionary<Cell, uint> { [Housing] = 2, [Choir] = 1 }));
        Assert.That(tallies.ReadDay(TallyDate.Unknown), Is.EquivalentTo(new Dictionary<Cell, uint> { [Choir] = 1 }));
    }

    [Test]
    public void A_cell_the_house_lost_keeps_its_place_and_its_taps()
    {
        using var tallies = Open(LargerHouse);
        tallies.Count(OnFriday, [Choir]);
        tallies.LayOut(House);
        tallies.LayOut(CellCatalogue.For([], [], [], ["bingo"]));
        Assert.That(tallies.ReadDay(OnFriday), Is.EquivalentTo(new Dictionary<Cell, uint> { [Choir] = 1 }));
    }

    [Test]
    public void A_full_counter_stays_full()
    {
        using var tallies = Open();
        tallies.Count(OnFriday, [Housing]);
        using (var file = SqliteFile.Open(_folder.Data.TallyDatabase))
        {
            var almostFull = Enumerable
                .Repeat<byte[]>([0xFF, 0xFF, 0xFF, 0xFE], House.Cells.Count)
                .SelectMany(counter => counter)
                .ToArray();
            file.Execute("UPDATE day SET taps = @almostFull", new { almostFull });
        }

        tallies.Count(OnFriday, [Housing]);
        Assert.That(tallies.ReadDay(OnFriday)[Housing], Is.EqualTo(uint.MaxValue));
        tallies.Count(OnFriday, [Housing]);
        Assert.That(tallies.ReadDay(OnFriday)[Housing], Is.EqualTo(uint.MaxValue));
        Assert.That(tallies.ReadDay(OnFriday)[French], Is.EqualTo(0xFFFFFFFE));
    }

    [Test]
    public void Taps_from_many_threads_are_all_counted()
    {
        using var tallies = Open();
        Parallel.For(0, 40, _ => tallies.Count(OnFriday, [Housing]));
        Assert.That(tallies.ReadDay(OnFriday)[Housing], Is.EqualTo(40));
    }

    [Test]
    public void One_more_tap_changes_its_counter_and_the_number_of_commits_and_nothing_else()
    {
        using var tallies = Open();
        tallies.Count(OnFriday, [Housing]);
        var before = File.ReadAllBytes(_folder.Data.TallyDatabase);
        tallies.Count(OnFriday, [Housing]);
        var after = File.ReadAllBytes(_folder.Data.TallyDatabase);

        // The header counts commits at bytes 24 to 27 and repeats it at 92 to 95 (sqlite.org/fileformat.html, 1.3).
        var changed = Enumerable.Range(0, after.Length).Where(at => before[at] != after[at]).Except([27, 95]).ToList();
        Assert.That(after, Has.Length.EqualTo(before.Length));
        Assert.That(changed, Has.Count.EqualTo(1));
        Assert.That((before[changed[0]], after[changed[0]]), Is.EqualTo(((byte)1, (byte)2)));
    }

    [Test]
    public void A_counted_tap_leaves_no_journal_behind()
    {
        using var tallies = Open();
        tallies.Count(OnFriday, [Housing]);
        Assert.That(_folder.Files().Keys, Is.EquivalentTo(new[] { "tally.db", Path.Combine("copies", "tally-2026-11-20.db") }));
    }

    private TallyDatabase Open(CellCatalogue? house = null)
    {
        var tallies = TallyDatabase.Open(_folder.Data, Friday);
        tallies.LayOut(house ?? House);
        return tallies;
    }

    private IReadOnlyDictionary<Cell, uint> Read(TallyDate date)
    {
        using var tallies = Open();
        return tallies.ReadDay(date);
    }
}
