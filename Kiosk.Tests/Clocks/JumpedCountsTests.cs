using Kiosk.App.Houses;
using Kiosk.Core.Counting;
using Kiosk.Core.Counts;
using Kiosk.Core.Editing;
using Kiosk.Core.Storage;
using Kiosk.Tests.Houses;
using Kiosk.Tests.Storage;
using Kiosk.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using NUnit.Framework;

namespace Kiosk.Tests.Clocks;

/// <summary>What a clock that jumps does to the counts, their copies and their reports: nothing that cannot be made good.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class JumpedCountsTests : IDisposable
{
    private static readonly Cell Housing = new("topic/housing");

    private readonly House _one = new();

    public void Dispose() => _one.Dispose();

    [Test]
    public void No_period_is_published_while_the_time_is_not_known()
    {
        _one.Machine.Synchronize("2026-11-20 14:20");
        _one.Tap("topic/housing");
        _one.Machine.Synchronize("2026-11-30 09:00");
        _one.Tap("topic/housing");
        _one.Machine.SetByHand("2027-01-15 09:00");
        _one.Reports.PublishDue();
        Assert.That(_one.Reports.Periods, Is.Empty);
        _one.Machine.Synchronize("2026-11-30 09:05");
        _one.Reports.PublishDue();
        Assert.That(_one.Reports.Periods.Select(period => period.Name), Is.EqualTo(new[] { "2026-W47" }));
    }

    [Test]
    public void A_jump_far_ahead_closes_nothing_and_its_taps_have_no_date()
    {
        _one.Machine.Synchronize("2026-11-20 14:20");
        _one.Tap("topic/housing");
        _one.Machine.SetByHand("2061-01-01 12:00");
        _one.Tap("topic/housing");
        _one.Tap("topic/housing");
        _one.Reports.PublishDue();
        _one.Nightly.CatchUp();
        Assert.That(_one.Reports.Periods, Is.Empty);
        Assert.That(_one.On(new LocalDate(2061, 1, 1)), Is.Zero);
        Assert.That(_one.On(null), Is.EqualTo(2));
        Assert.That(_one.Nightly.Trouble, Is.Null);
        _one.Machine.Synchronize("2026-11-20 14:30");
        _one.Tap("topic/housing");
        Assert.That(_one.On(new LocalDate(2026, 11, 20)), Is.EqualTo(2));
    }

    /// <summary>P2: the same taps in another order, through the same jumps, leave the same files.</summary>
    [Test]
    public void Back_into_a_day_already_begun_the_order_of_its_taps_leaves_no_trace()
    {
        using var other = new House();
        foreach (
            var (house, taps) in new[]
            {
                (_one, new[] { "topic/housing", "topic/health", "help/nothing-fits" }),
                (other, ["help/nothing-fits", "topic/housing", "topic/health"]),
            }
        )
        {
            house.Machine.Synchronize("2026-11-19 10:00");
            house.Tap("topic/housing");
            house.Machine.Synchronize("2026-11-20 10:00");
            house.Tap(taps[0]);
            house.Machine.Synchronize("2026-11-21 04:00");
            house.Nightly.CatchUp();
            house.Tap("topic/health");
            house.Machine.Synchronize("2026-11-20 16:00");
            house.Tap(taps[1]);
            house.Tap(taps[2]);
        }

        Assert.That(
            _one.Folder.Copies().Where(name => name.StartsWith("tally", StringComparison.Ordinal)),
            Is.EqualTo(new[] { "tally-2026-11-19.db", "tally-2026-11-20.db" }),
            "those that show the day unfinished are gone"
        );
        var (mine, theirs) = (_one.TallyFiles(), other.TallyFiles());
        Assert.That(mine.Keys, Is.EquivalentTo(theirs.Keys));
        Assert.That(mine.Where(file => !file.Value.AsSpan().SequenceEqual(theirs[file.Key])).Select(file => file.Key), Is.Empty);
    }

    /// <summary>P4: what was published never changes.</summary>
    [Test]
    public void Back_into_a_published_week_taps_have_no_date()
    {
        _one.Machine.Synchronize("2026-11-20 10:00");
        _one.Tap("topic/housing", times: 4);
        _one.Machine.Synchronize("2026-11-30 10:00");
        _one.Tap("topic/housing");
        _one.Reports.PublishDue();
        _one.Machine.Synchronize("2026-11-20 11:00");
        _one.Tap("topic/housing", times: 6);
        _one.Reports.PublishDue();
        Assert.That(_one.On(new LocalDate(2026, 11, 20)), Is.EqualTo(4));
        Assert.That(_one.On(null), Is.EqualTo(6));
        Assert.That(_one.Reports.Periods, Has.Count.EqualTo(1));
    }

    /// <summary>A kiosk's counts and what is done with them, by a clock that checks.</summary>
    private sealed class House : IDisposable
    {
        private readonly TallyDatabase _tallies;
        private readonly HouseDatabase _house;
        private readonly TapCounter _counter;

        public House()
        {
            var time = StandingTime.At("2026-11-19 09:00");
            Machine = new ManualMachine(time);
            var clock = HouseClocks.Of(HouseClocks.Checking(time, Machine, Folder.Data));
            var inForce = new CurrentHouse(DemoHouse.Whole, NullLogger<CurrentHouse>.Instance);
            (_tallies, _house) = (TallyDatabase.Open(Folder.Data, null), HouseDatabase.Open(Folder.Data, null));
            _house.Load(DemoHouse.Json);
            _counter = new TapCounter(inForce, clock, _tallies);
            Reports = new PublishedReports(_tallies, inForce, clock);
            Nightly = new NightlyCopies(
                _house,
                _tallies,
                clock,
                Microsoft.Extensions.Logging.Abstractions.NullLogger<NightlyCopies>.Instance
            );
        }

        public TemporaryFolder Folder { get; } = new();

        public ManualMachine Machine { get; }

        public PublishedReports Reports { get; }

        public NightlyCopies Nightly { get; }

        public void Tap(string cell, int times = 1)
        {
            for (var tap = 0; tap < times; tap++)
            {
                Assert.That(_counter.TryCount([cell]));
            }
        }

        /// <param name="day">Null for those without a date.</param>
        public uint On(LocalDate? day) => _tallies.ReadDay(new TallyDate(day)).GetValueOrDefault(Housing);

        public Dictionary<string, byte[]> TallyFiles() =>
            Folder.Files().Where(file => !file.Key.Contains("house", StringComparison.Ordinal)).ToDictionary();

        public void Dispose()
        {
            Nightly.Dispose();
            _house.Dispose();
            _tallies.Dispose();
            Folder.Dispose();
        }
    }
}
