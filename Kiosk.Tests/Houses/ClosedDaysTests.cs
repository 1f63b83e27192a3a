using Kiosk.Core.Houses;
using NUnit.Framework;
using static Kiosk.Tests.Services.Brussels;

namespace Kiosk.Tests.Houses;

/// <summary>What takes place in a house that is closed: the demo house is, from 24 December to 3 January.</summary>
internal sealed class ClosedDaysTests
{
    private const string EachEvening =
        """{ "freq": "WEEKLY", "byday": "MO,TU,WE,TH,FR", "opensAt": "20:00", "closesAt": "02:00", "onPublicHolidays": true }""";

    private const string Feast = """{ "date": "2026-12-31", "opensAt": "22:00", "closesAt": "02:00" }""";
    private const string MovedHere = """{ "date": "2026-12-23", "movedTo": "2026-12-29" }""";
    private const string AnotherRoom = """{ "date": "2026-12-29", "roomId": "kitchen" }""";

    [TestCase("2026-12-23", "", "2026-12-23 20:00")]
    [TestCase("2026-12-29", "", "", TestName = "{m}: what returns does not")]
    [TestCase("2026-12-29", AnotherRoom, "", TestName = "{m}: nor where it was changed")]
    [TestCase("2026-12-29", MovedHere, "2026-12-29 20:00", TestName = "{m}: what was moved there does")]
    [TestCase("2026-12-31", "", "2026-12-31 22:00", TestName = "{m}: a single date does")]
    public void On_a_closed_day_takes_place_what_was_written_for_that_day(string date, string change, string expected)
    {
        var day = HouseWith(change).ProgrammeOn(Date(date), At("2026-12-20 12:00"));
        Assert.That(string.Join('|', day.Occurrences.Where(o => o.TakesPlace).Select(o => Text(o.Start))), Is.EqualTo(expected));
    }

    [Test]
    public void The_next_times_are_the_same_and_so_is_the_calendar()
    {
        var (house, now) = (HouseWith(MovedHere), At("2026-12-23 12:00"));
        string[] expected = ["2026-12-29 20:00", "2026-12-31 22:00", "2027-01-04 20:00"];
        Assert.That(house.NextTimes(house.Activities[0], now).Take(3).Select(o => Text(o.Start)), Is.EqualTo(expected));
        var calendar = Core.Exchange.Calendars.HouseCalendar.Of(house, DemoHouse.Speaking("fr"), now);
        Assert.That(calendar, Does.Contain("DTSTART;TZID=Europe/Brussels:20261229T200000").And.Contain("20261231T220000"));
    }

    [Test]
    public void What_began_the_evening_before_runs_to_its_end()
    {
        var now = At("2026-12-24 01:00");
        Assert.That(HouseWith("").ProgrammeOn(now.Date, now).Now.Select(o => Text(o.Start)), Is.EqualTo(["2026-12-23 20:00"]));
    }

    /// <summary>The demo house with nothing but one activity: each evening, and a feast on the last day of the year.</summary>
    private static House HouseWith(string change) =>
        DemoHouse
            .With(file =>
            {
                var activity = file["activities"]![0]!.DeepClone();
                file["activities"] = new System.Text.Json.Nodes.JsonArray(activity);
                DemoHouse.Put(file, "activities[0].schedules", $"[{EachEvening}, {Feast}]");
                DemoHouse.Put(file, "activities[0].changes", $"[{change}]");
            })
            .House!;
}
