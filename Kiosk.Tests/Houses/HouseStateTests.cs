using Kiosk.Core.Houses;
using Kiosk.Core.Programme;
using Kiosk.Core.Services;
using Kiosk.Core.Slips;
using NUnit.Framework;
using static Kiosk.Tests.Services.Brussels;

namespace Kiosk.Tests.Houses;

/// <summary>What the demo house is at a moment. Its door is open on weekdays from 9 to 18, on Thursdays to 21; 30 November 2026 is a
/// Monday.</summary>
internal sealed class HouseStateTests
{
    private const string ClosedToday = """[{ "from": "2026-11-30", "to": "2026-11-30", "unforeseen": true }]""";
    private const string ClosedFromThree = """[{ "from": "2026-11-30", "to": "2026-12-01", "starts": "15:00", "unforeseen": true }]""";

    [TestCase("2026-11-30 10:00", "OpensAnotherDay 2026-12-01 09:00", TestName = "{m}: door")]
    public void A_house_closed_at_the_desk_is_closed_in_all_that_is_in_it(string now, string door)
    {
        var house = Closed(ClosedToday);
        var state = house.At(At(now));
        Assert.That($"{state.Door.State} {Text(state.Door.OpensAt!.Value)}", Is.EqualTo(door));
        Assert.That(state.Closure, Is.Not.Null);
        Assert.That(state.Today.Occurrences, Is.Empty);
        Assert.That(state.StillToday, Is.Empty);
        Assert.That(state.NextDay!.Date, Is.EqualTo(Date("2026-12-01")));
        Assert.That(house.Presences.Where(person => OpeningWords.WelcomeOf(state.Of(person)) is Welcome.Open), Is.Empty);
        foreach (var service in house.Services.Where(service => service.LocationId == house.Profile.LocationId))
        {
            Assert.That(state.NextTimeOf(service)?.Start.Date, Is.Not.EqualTo(Date("2026-11-30")), service.Id);
        }
    }

    [Test]
    public void It_takes_also_what_was_written_for_that_day_and_who_was_said_to_be_there()
    {
        var house = Closed(
            ClosedToday,
            file =>
            {
                DemoHouse.Put(file, "activities[0].schedules", """[{ "date": "2026-11-30", "opensAt": "09:00", "closesAt": "12:00" }]""");
                DemoHouse.Put(file, "presences[1].changes", """[{ "date": "2026-11-30", "here": true }]""");
            }
        );
        var state = house.At(At("2026-11-30 10:00"));
        Assert.That(state.Today.Occurrences, Is.Empty);
        Assert.That(OpeningWords.WelcomeOf(state.Of(house.Presences[1])), Is.Not.EqualTo(Welcome.Open));
    }

    [TestCase("2026-11-30 10:00", true, "2026-11-30 15:00", TestName = "{m}: before")]
    [TestCase("2026-11-30 14:59", true, "2026-11-30 15:00", TestName = "{m}: a minute before")]
    [TestCase("2026-11-30 15:00", false, "2026-12-02 09:00", TestName = "{m}: from then on, and the day after")]
    public void From_a_time_on_it_is_closed_and_cuts_short_what_goes_on(string now, bool open, string changes)
    {
        var house = Closed(ClosedFromThree);
        var state = house.At(At(now));
        Assert.That(state.IsDoorOpen, Is.EqualTo(open));
        Assert.That(Text((open ? state.Door.Until : state.Door.OpensAt)!.Value), Is.EqualTo(changes));
        Assert.That((state.ClosesEarly is not null, state.Closure is not null), Is.EqualTo((open, !open)));
        var table = state.Today.Occurrences.Single(o => o.Activity.Id == "french-table"); // planned from 14:00 to 15:30
        Assert.That(Text(table.End), Is.EqualTo("2026-11-30 15:00"));
        Assert.That(state.Today.Occurrences.Select(o => o.Activity.Id), Has.No.Member("homework").And.No.Member("dutch-practice"));
        Assert.That(
            Text(state.NextTimeOf(house.FindService("job-search")!)!.Value.End),
            open ? Is.EqualTo("2026-11-30 15:00") : Is.Not.Empty
        );
    }

    /// <summary>The door shuts at six; Dutch is practised until eight, but on the first of these Mondays it was moved away.</summary>
    [TestCase("2026-11-30", "17:59", true)]
    [TestCase("2026-11-30", "18:00", false)]
    [TestCase("2026-12-07", "19:59", true)]
    [TestCase("2026-12-07", "20:00", false)]
    public void A_closing_after_which_nothing_was_to_be_is_not_announced(string date, string from, bool announced)
    {
        var closing = $$"""[{ "from": "{{date}}", "to": "{{date}}", "starts": "{{from}}", "unforeseen": true }]""";
        var state = Closed(closing).At(At(date + " 10:00"));
        Assert.That(state.ClosesEarly is not null, Is.EqualTo(announced));
    }

    [Test]
    public void A_planned_closure_says_why_and_leads_to_the_day_after_it()
    {
        var state = DemoHouse.Whole.At(At("2026-12-28 10:00"));
        Assert.That(DemoHouse.Speaking("fr").In(state.Closure!.Reason!).Text, Does.Contain("fin d’année"));
        Assert.That(Text(state.Door.OpensAt!.Value), Is.EqualTo("2027-01-04 09:00"));
        Assert.That(state.NextDay!.Date, Is.EqualTo(Date("2027-01-04")));
    }

    [Test]
    public void What_is_activity_and_service_is_cancelled_moved_and_shut_in_one()
    {
        var meal = Changed("""[{ "date": "2026-11-30", "cancelled": true }]""");
        Assert.That(Next(meal, "midday-meal", "2026-11-30 10:00"), Is.EqualTo("2026-12-01 12:00 to 2026-12-01 13:30"));
        Assert.That(
            meal.At(At("2026-11-30 10:00")).ChangeOf(meal.FindService("midday-meal")!)!.Status,
            Is.EqualTo(OccurrenceStatus.Cancelled)
        );
        meal = Changed("""[{ "date": "2026-11-30", "startsAt": "13:00" }]""");
        Assert.That(Next(meal, "midday-meal", "2026-11-30 10:00"), Is.EqualTo("2026-11-30 13:00 to 2026-11-30 14:30"));
        // Letters are helped with on Saturdays too, when there is nothing of it in the programme.
        Assert.That(Next(DemoHouse.Whole, "letter-help", "2026-12-05 10:00"), Is.EqualTo("2026-12-05 13:30 to 2026-12-05 15:30"));
    }

    [TestCase("2026-11-28 02:00", "2026-11-27 20:00 to 2026-11-28 08:00", TestName = "{m}: the night that goes on")]
    [TestCase("2026-11-28 08:00", "2026-11-28 20:00 to 2026-11-29 08:00", TestName = "{m}: the next one")]
    public void A_slip_of_the_night_says_the_same_as_the_page(string now, string expected)
    {
        Assert.That(Next(DemoHouse.Whole, "night-shelter", now), Is.EqualTo(expected));
        var lines = SlipComposer
            .Compose(DemoHouse.Whole, DemoHouse.Whole.FindService("night-shelter")!, "housing-tonight", DemoHouse.Speaking("en"), At(now))
            .Sides[0]
            .Lines;
        Assert.That(
            lines.Select(line => line.Text.Text),
            Has.Some.Contains(expected.StartsWith("2026-11-27", StringComparison.Ordinal) ? "27 November" : "28 November")
        );
    }

    [TestCase("2026-12-02 08:00", Phase.Later)]
    [TestCase("2026-12-02 09:00", Phase.Now)]
    [TestCase("2026-12-02 17:59", Phase.Now)]
    [TestCase("2026-12-02 18:00", Phase.Past)]
    [TestCase("2026-12-02 23:58", Phase.Past)]
    public void The_whole_day_is_while_the_door_is_open(string now, Phase expected) =>
        Assert.That(DemoHouse.Whole.At(At(now)).Today.Occurrences.Single(o => o.Activity.Id == "idea-wall").Phase, Is.EqualTo(expected));

    [Test]
    public void All_that_goes_on_comes_before_what_is_to_come()
    {
        var shown = DemoHouse.Whole.At(At("2026-12-02 14:00")).StillToday.Select(o => o.Activity.Id).ToList();
        Assert.That(shown, Is.EqualTo(["garden", "homework", "idea-wall", "dutch-practice", "know-rights"]));
    }

    [Test]
    public void What_is_cancelled_stands_in_its_place()
    {
        var house = Changed("""[{ "date": "2026-11-30", "cancelled": true }]""");
        var shown = house.At(At("2026-11-30 11:00")).StillToday.Select(o => $"{o.Activity.Id} {o.Status}").ToList();
        Assert.That(shown.IndexOf("lunch Cancelled"), Is.EqualTo(2), string.Join('|', shown)); // after the café and the computers
    }

    /// <summary>Nadia is there on Mondays from 9 to 16.</summary>
    [TestCase("2026-11-30 10:00", null, true)]
    [TestCase("2026-11-30 17:00", null, false)]
    [TestCase("2026-11-30 17:00", true, true, TestName = "{m}: somebody said she is")]
    [TestCase("2026-11-30 19:00", true, true, TestName = "{m}: in the evening, while something goes on")]
    [TestCase("2026-11-30 23:58", true, false, TestName = "{m}: until the house is shut")]
    [TestCase("2026-11-30 10:00", false, false, TestName = "{m}: somebody said she is not")]
    [TestCase("2026-12-28 10:00", true, true, TestName = "{m}: although the house is closed")]
    public void What_was_said_for_today_goes_before_the_schedule(string now, bool? here, bool expected)
    {
        var date = At(now).Date;
        var house = DemoHouse
            .With(file =>
            {
                DemoHouse.Put(file, "activities[3].changes", null); // the Dutch practice is on Monday evenings
                if (here is { } said)
                {
                    DemoHouse.Put(
                        file,
                        "presences[1].changes",
                        $$"""[{ "date": "{{NodaTime.Text.LocalDatePattern.Iso.Format(date)}}", "here": {{(said ? "true" : "false")}} }]"""
                    );
                }
            })
            .House!;
        var nadia = house.Presences[1];
        Assert.That(OpeningWords.WelcomeOf(house.At(At(now)).Of(nadia)) is Welcome.Open, Is.EqualTo(expected));
        Assert.That(house.At(At(now)).IsSaidToBeHere(nadia), Is.EqualTo(here ?? expected));
    }

    [TestCase(Access.Appointment, "", OpeningState.ByAppointment)]
    [TestCase(Access.WalkInOrAppointment, "", OpeningState.ByAppointment)]
    [TestCase(Access.WalkIn, "", OpeningState.NothingPlanned)]
    [TestCase(Access.Appointment, "09:00-12:00", OpeningState.OpenNow)]
    [TestCase(Access.WalkInOrAppointment, "13:00-14:00", OpeningState.OpensLaterToday)]
    public void A_service_without_hours_goes_by_appointment(Access access, string hours, OpeningState expected)
    {
        var service = DemoHouse.Whole.FindService("rent-advice")! with
        {
            Access = access,
            Schedules = hours.Length == 0 ? [] : [Services.Schedules.Weekly("MO", hours)],
        };
        Assert.That(DemoHouse.Whole.At(At("2026-11-30 10:00")).Of(service).State, Is.EqualTo(expected));
    }

    private static House Closed(string closures, Action<System.Text.Json.Nodes.JsonNode>? more = null) =>
        DemoHouse
            .With(file =>
            {
                DemoHouse.Put(file, "house.closures", closures);
                more?.Invoke(file);
            })
            .House!;

    /// <summary>The meal at noon is changed.</summary>
    private static House Changed(string changes) => DemoHouse.With("activities[1].changes", changes).House!;

    private static string Next(House house, string service, string now) =>
        house.At(At(now)).NextTimeOf(house.FindService(service)!) is { } window ? $"{Text(window.Start)} to {Text(window.End)}" : "none";
}
