using Kiosk.App.Houses;
using Kiosk.Core.Counting;
using Kiosk.Core.Houses;
using Kiosk.Core.Storage;
using Kiosk.Tests.Houses;
using Kiosk.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using NUnit.Framework;

namespace Kiosk.Tests.Storage;

/// <summary>Copies made every night, and what comes back from them.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class NightlyCopiesTests : IDisposable
{
    private static readonly LocalDate Friday = new(2026, 11, 20);
    private static readonly Cell Housing = new("topic/housing");

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = StandingTime.At("2026-11-20 14:20");
    private readonly HouseDatabase _house;
    private readonly TallyDatabase _tallies;
    private readonly NightlyCopies _nightly;

    public NightlyCopiesTests()
    {
        _house = HouseDatabase.Open(_folder.Data, Friday);
        _house.Load(DemoHouse.Json);
        _tallies = TallyDatabase.Open(_folder.Data, Friday);
        _tallies.LayOut(CellCatalogue.For(["fr"], ["housing"], [], []));
        _nightly = new NightlyCopies(_house, _tallies, HouseClocks.Believing(_time, _folder.Data), NullLogger<NightlyCopies>.Instance);
    }

    public void Dispose()
    {
        _nightly.Dispose();
        _house.Dispose();
        _tallies.Dispose();
        _folder.Dispose();
    }

    [Test]
    public void Each_night_at_three_both_are_copied()
    {
        CatchUpAt("2026-11-20 23:55", "2026-11-21 02:55");
        Assert.That(Nightly(), Is.EqualTo(new[] { "house-2026-11-20.db", "tally-2026-11-20.db" }));
        CatchUpAt("2026-11-21 03:00");
        Assert.That(
            Nightly(),
            Is.EqualTo(new[] { "house-2026-11-20.db", "house-2026-11-21.db", "tally-2026-11-20.db", "tally-2026-11-21.db" })
        );
    }

    [Test]
    public void Fourteen_nights_are_kept()
    {
        for (var night = 1; night <= 17; night++)
        {
            CatchUpAt($"2026-12-{night:00} 03:04");
        }

        Assert.That(Nightly().Count(), Is.EqualTo(28));
        Assert.That(
            (_house.Copies, _tallies.Copies),
            Is.EqualTo((new CopiesKept(14, new LocalDate(2026, 12, 17)), new CopiesKept(14, new LocalDate(2026, 12, 17))))
        );
    }

    [TestCase("2027-03-28", TestName = "{m}: an hour is skipped")]
    [TestCase("2026-10-25", TestName = "{m}: an hour comes twice")]
    public void A_summer_time_night_has_its_copies_too(string date)
    {
        CatchUpAt($"{date} 01:59", $"{date} 03:01");
        Assert.That(Nightly(), Has.Member($"house-{date}.db").And.Member($"tally-{date}.db"));
    }

    [Test]
    public void A_night_that_was_missed_is_made_up_for()
    {
        CatchUpAt("2026-11-24 16:30");
        Assert.That(Nightly(), Has.Member("house-2026-11-24.db").And.Member("tally-2026-11-24.db"));
    }

    /// <summary>P2: between a copy within the day and the file would lie the order of the taps.</summary>
    [Test]
    public void A_day_that_has_taps_already_is_not_copied()
    {
        CatchUpAt("2026-11-20 14:20");
        _tallies.Count(new TallyDate(Friday.PlusDays(1)), [Housing]); // half past one at night
        _tallies.Count(new TallyDate(Friday.PlusDays(1)), [Housing]);
        var before = _folder.Files();
        CatchUpAt("2026-11-21 03:00");
        Assert.That(
            _folder.Files().Keys.Where(name => name.Contains("tally", StringComparison.Ordinal)),
            Is.EquivalentTo(before.Keys.Where(name => name.Contains("tally", StringComparison.Ordinal)))
        );
        Assert.That(_folder.Files()["copies/tally-2026-11-21.db"], Is.EqualTo(before["copies/tally-2026-11-21.db"]));
    }

    [Test]
    public void The_house_comes_back_from_its_copy_after_damage()
    {
        var whole = _house.ToHouseFile();
        CatchUpAt("2026-11-21 03:00");
        _house.Dispose();
        File.WriteAllText(_folder.Data.HouseDatabase, "this was a database");
        using var restored = HouseDatabase.Open(_folder.Data, Friday.PlusDays(1));
        Assert.That(restored.OpeningNotice!.CopyDate, Is.EqualTo(Friday.PlusDays(1)));
        Assert.That(restored.ToHouseFile(), Is.EqualTo(whole));
        Assert.That(HouseFile.Read(restored.ToHouseFile(), DemoHouse.Pictograms).Problems, Is.Empty);
    }

    [Test]
    public void What_cannot_be_copied_is_said_and_tried_again()
    {
        var copies = _folder.Data.Copies;
        Directory.Move(copies, copies + "-gone");
        File.WriteAllText(copies, "no folder");
        CatchUpAt("2026-11-21 03:00");
        Assert.That(_nightly.Trouble, Does.Contain("could not be written"));
        File.Delete(copies);
        Directory.Move(copies + "-gone", copies);
        CatchUpAt("2026-11-21 03:05");
        Assert.That(_nightly.Trouble, Is.Null);
        Assert.That(Nightly(), Has.Member("house-2026-11-21.db"));
    }

    /// <summary>Without what a change of the schema kept.</summary>
    private IEnumerable<string> Nightly() => _folder.Copies().Where(name => !name.StartsWith("before-", StringComparison.Ordinal));

    private void CatchUpAt(params string[] times)
    {
        foreach (var time in times)
        {
            _time.StandAt(time);
            _nightly.CatchUp();
        }
    }
}
