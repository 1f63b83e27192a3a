using Kiosk.Core.Counting;
using Kiosk.Core.Reports;
using Kiosk.Tests.Houses;
using Kiosk.Tests.Support;
using NodaTime;
using NUnit.Framework;

namespace Kiosk.Tests.Reports;

/// <summary>The alarm for a need that rises: how often it sounds for nothing, and how soon for something.</summary>
public sealed class RisingNeedTests
{
    private const int Houses = 40;

    private static readonly LocalDate Begun = new(2025, 1, 1);

    private static readonly PeriodKind[] Kinds = [PeriodKind.Week, PeriodKind.Month, PeriodKind.Quarter];

    /// <summary>By the week, by the month and by the quarter, of the same years: to invent one takes longer than to look at it.</summary>
    [Test]
    [Category("Long")]
    public void Where_nothing_rises_it_sounds_less_than_once_in_two_years_of_a_house()
    {
        var alarms = Kinds.ToDictionary(kind => kind, _ => 0);
        for (var seed = 0; seed < Houses; seed++)
        {
            var house = new SimulatedHouse(DemoHouse.Whole, new SimulatedYear(DemoHouse.Whole, seed));
            foreach (var kind in Kinds)
            {
                alarms[kind] += Alarms(house, kind, Begun, Begun.PlusYears(1)).Count;
            }
        }

        TestContext.Out.WriteLine(
            $"False alarms in {Houses} years of a house, over {DemoHouse.Whole.Topics.Length} topics: {string.Join(", ", alarms)}"
        );
        Assert.That(alarms.Where(kind => kind.Value >= Houses / 2), Is.Empty);
    }

    [Test]
    [Category("Long")]
    public void A_need_that_rises_fourfold_is_seen_in_its_first_month()
    {
        var seen = 0;
        for (var seed = 0; seed < Houses; seed++)
        {
            var year = new SimulatedYear(DemoHouse.Whole, seed) { RisesFrom = new LocalDate(2025, 9, 1) };
            var house = new SimulatedHouse(DemoHouse.Whole, year);
            seen += Alarms(house, PeriodKind.Month, new LocalDate(2025, 9, 1), new LocalDate(2025, 10, 1))
                .Contains("topic/" + year.RisingTopic!.Id)
                ? 1
                : 0;
        }

        TestContext.Out.WriteLine($"Seen in the first month in {seen} of {Houses} houses");
        Assert.That(seen, Is.GreaterThanOrEqualTo(Houses * 9 / 10));
    }

    [Test]
    public void Without_two_periods_before_nothing_rises()
    {
        var house = new SimulatedHouse(DemoHouse.Whole, new SimulatedYear(DemoHouse.Whole, 1));
        var now = house.Published(ReportPeriod.Holding(PeriodKind.Month, Begun));
        Assert.That(now.Figures.Keys.Where(cell => RisingNeed.Of(cell, now, [])), Is.Empty);
    }

    /// <summary>The topics that rise, once for each period from a day on, with four periods before them.</summary>
    private static List<string> Alarms(SimulatedHouse house, PeriodKind kind, LocalDate from, LocalDate until)
    {
        var alarms = new List<string>();
        for (var period = ReportPeriod.Holding(kind, from); period.Last < until; period = period.Next)
        {
            var now = house.Published(period);
            var earlier = new List<PublishedPeriod>();
            for (var before = period.Before; earlier.Count < RisingNeed.PeriodsBefore; before = before.Before)
            {
                earlier.Add(house.Published(before));
            }

            alarms.AddRange(
                now.Figures.Keys.Where(cell => cell.StartsWith("topic/", StringComparison.Ordinal) && RisingNeed.Of(cell, now, earlier))
            );
        }

        return alarms;
    }
}
