using Kiosk.Core.Counting;
using Kiosk.Core.Storage;
using NodaTime;
using NUnit.Framework;

namespace Kiosk.Tests.Storage;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class TallyDatabaseCopiesTests : IDisposable
{
    private static readonly LocalDate Friday = new(2026, 11, 20);
    private static readonly Cell Housing = new("topic/housing");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Test]
    public void A_copy_is_made_when_a_day_begins_and_at_no_other_time()
    {
        Tap(Friday, Friday, null, Friday);
        Assert.That(_folder.Copies(), Is.EqualTo(new[] { "tally-2026-11-20.db" }));
        Tap(Friday.PlusDays(3), null);
        Assert.That(_folder.Copies(), Is.EqualTo(new[] { "tally-2026-11-20.db", "tally-2026-11-23.db" }));
    }

    [Test]
    public void A_copy_shows_the_days_before_whole_and_nothing_without_a_date()
    {
        Tap(Friday, null, Friday, Friday.PlusDays(1));
        File.Move(Path.Combine(_folder.Data.Copies, "tally-2026-11-21.db"), _folder.Data.TallyDatabase, overwrite: true);
        using var copy = Open();
        Assert.That(copy.ReadDay(new TallyDate(Friday)), Is.EquivalentTo(new Dictionary<Cell, uint> { [Housing] = 2 }));
        Assert.That(copy.ReadDay(new TallyDate(Friday.PlusDays(1))), Is.Empty);
        Assert.That(copy.ReadDay(TallyDate.Unknown), Is.Empty);
    }

    [Test]
    public void Fourteen_copies_are_kept()
    {
        Tap([.. Enumerable.Range(0, 17).Select(day => (LocalDate?)Friday.PlusDays(day))]);
        Assert.That(_folder.Copies().Count(), Is.EqualTo(14));
        Assert.That(_folder.Copies().First(), Is.EqualTo("tally-2026-11-23.db"));
    }

    [Test]
    public void When_the_clock_ran_ahead_and_the_day_goes_on_no_copy_shows_its_middle()
    {
        Tap(Friday, Friday.PlusDays(200), Friday);
        Assert.That(_folder.Copies(), Is.EqualTo(new[] { "tally-2026-11-20.db" }));
    }

    [Test]
    public void When_the_clock_fell_back_and_the_day_goes_on_no_copy_shows_its_middle()
    {
        Tap(Friday, Friday.PlusDays(-200));
        Tap(Friday);
        Assert.That(_folder.Copies(), Is.Empty);
    }

    [Test]
    public void A_copy_that_cannot_be_read_does_not_stop_the_counting()
    {
        Tap(Friday);
        File.WriteAllText(Path.Combine(_folder.Data.Copies, "tally-2026-11-19.db"), "no database");
        Tap(Friday);
        Assert.That(_folder.Copies(), Is.EqualTo(new[] { "tally-2026-11-20.db" }));
    }

    [Test]
    public void A_copy_from_before_a_migration_goes_with_its_day()
    {
        Tap(Friday);
        File.WriteAllText(Path.Combine(_folder.Data.Copies, "before-tally-2026-12-01-more.db"), "");
        Tap(Friday);
        Assert.That(_folder.Copies(), Has.Member("before-tally-2026-12-01-more.db"));
        Tap(Friday.PlusDays(1));
        Assert.That(_folder.Copies(), Is.EqualTo(new[] { "tally-2026-11-20.db", "tally-2026-11-21.db" }));
    }

    [Test]
    public void A_damaged_file_is_set_aside_and_the_newest_sound_copy_takes_its_place()
    {
        Tap(Friday, Friday.PlusDays(1), Friday.PlusDays(2));
        Damage(_folder.Data.TallyDatabase);
        var damaged = File.ReadAllBytes(_folder.Data.TallyDatabase);
        Damage(Path.Combine(_folder.Data.Copies, "tally-2026-11-22.db"));

        using var tallies = Open();
        Assert.That(
            tallies.OpeningNotice,
            Is.EqualTo(new OpeningNotice("tally.db", "tally-damaged-2026-11-20.db", new LocalDate(2026, 11, 21)))
        );
        Assert.That(
            tallies.OpeningNotice!.ToString(),
            Is.EqualTo(
                "tally.db was damaged and is kept as tally-damaged-2026-11-20.db. The copy made as 2026-11-21 began took its "
                    + "place; what came after is missing."
            )
        );
        Assert.That(tallies.ReadDay(new TallyDate(Friday)), Is.EquivalentTo(new Dictionary<Cell, uint> { [Housing] = 1 }));
        Assert.That(File.ReadAllBytes(Path.Combine(_folder.Data.Root, "tally-damaged-2026-11-20.db")), Is.EqualTo(damaged));
    }

    [Test]
    public void Without_a_sound_copy_a_new_file_begins_and_no_damaged_one_is_overwritten()
    {
        for (var time = 0; time < 2; time++)
        {
            Open().Dispose();
            Damage(_folder.Data.TallyDatabase);
        }

        using var tallies = Open();
        Assert.That(
            tallies.OpeningNotice!.ToString(),
            Is.EqualTo(
                "tally.db was damaged and is kept as tally-damaged-2026-11-20-2.db. There was no sound copy, so a new file was begun."
            )
        );
        Assert.That(_folder.Files().Keys, Has.Member("tally-damaged-2026-11-20.db"));
    }

    [Test]
    public void A_file_that_is_gone_is_replaced_by_its_copy()
    {
        Tap(Friday, Friday.PlusDays(1));
        File.Move(_folder.Data.TallyDatabase, _folder.Data.TallyDatabase + "-journal");
        using var tallies = Open();
        Assert.That(
            _folder.Files().Keys,
            Has.Member("tally-damaged-2026-11-20.db-journal"),
            "a journal left behind would be played back into the copy"
        );
        Assert.That(tallies.OpeningNotice, Is.EqualTo(new OpeningNotice("tally.db", null, Friday.PlusDays(1))));
        Assert.That(tallies.ReadDay(new TallyDate(Friday)), Is.Not.Empty);
    }

    [Test]
    public void A_new_house_and_a_sound_file_need_no_notice()
    {
        using (var first = Open())
        {
            Assert.That(first.OpeningNotice, Is.Null);
        }

        using var second = Open();
        Assert.That(second.OpeningNotice, Is.Null);
    }

    /// <summary>One tap on each of the days, null without a date, in one run of the program.</summary>
    private void Tap(params LocalDate?[] days)
    {
        using var tallies = Open();
        foreach (var day in days)
        {
            tallies.Count(new TallyDate(day), [Housing]);
        }
    }

    private TallyDatabase Open()
    {
        var tallies = TallyDatabase.Open(_folder.Data, Friday);
        tallies.LayOut(CellCatalogue.For(["fr"], ["housing"], [], []));
        return tallies;
    }

    /// <summary>Overwrites the middle of the file, as a torn write does.</summary>
    private static void Damage(string path)
    {
        using var file = File.OpenWrite(path);
        file.Position = 4096;
        file.Write(Enumerable.Repeat((byte)0xA5, 8192).ToArray());
    }
}
