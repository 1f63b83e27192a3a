using System.Text;
using FsCheck.Fluent;
using Kiosk.Core.Exchange.Calendars;
using Kiosk.Core.Houses;
using Kiosk.Core.Programme;
using Kiosk.Core.Services;
using Kiosk.Tests.Houses;
using Kiosk.Tests.Programme;
using Kiosk.Tests.Services;
using Kiosk.Tests.Storage;
using Kiosk.Tests.Support;
using NodaTime;
using NUnit.Framework;

namespace Kiosk.Tests.Exchange;

/// <summary>
/// Another program (Debian's python3-icalendar and python3-recurring-ical-events) reads the calendar as the kiosk shows it.
/// </summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Category("Process")]
public sealed class HouseCalendarTests : IDisposable
{
    private const int Days = 60;

    private static readonly string[] Schedules =
    [
        """{ "freq": "WEEKLY", "byday": "MO,SA,SU", "opensAt": "22:00", "closesAt": "08:00", "onPublicHolidays": true }""",
        """{ "freq": "WEEKLY", "byday": "SU", "opensAt": "02:30", "closesAt": "03:30" }""",
        """{ "freq": "WEEKLY", "byday": "SU", "opensAt": "02:15", "closesAt": "03:00" }""",
        """{ "freq": "WEEKLY", "byday": "SU", "opensAt": "02:45", "closesAt": "03:05" }""",
        """{ "freq": "WEEKLY", "byday": "WE", "interval": 2, "validFrom": "2026-09-02", "opensAt": "14:00", "closesAt": "16:00" }""",
        """{ "freq": "MONTHLY", "byday": "1MO,-1FR,5TH", "opensAt": "10:00", "closesAt": "12:00" }""",
        """{ "freq": "MONTHLY", "byday": "2TU" }""",
        """{ "date": "2026-11-11", "opensAt": "10:00", "closesAt": "00:00" }""",
        """{ "freq": "WEEKLY", "byday": "TH", "opensAt": "18:00", "closesAt": "20:00", "validFrom": "2026-10-08","""
            + """ "validTo": "2026-10-29" }""",
    ];

    private static readonly string[] Changes =
    [
        """{ "date": "2026-10-14", "cancelled": true }""",
        """{ "date": "2026-10-28", "movedTo": "2026-10-30", "startsAt": "15:00" }""",
        """{ "date": "2026-10-24", "startsAt": "21:00" }""",
        """{ "date": "2026-10-15", "roomId": "kitchen", "full": true }""",
        """{ "date": "2026-11-10", "startsAt": "09:00", "endsAt": "11:00" }""",
        """{ "date": "2026-11-11", "movedTo": "2026-11-12" }""",
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestCase("2026-10-01")]
    [TestCase("2026-11-15")]
    [TestCase("2027-03-01")]
    public void The_demo_house_has_the_same_programme_in_another_program(string from) => AssertSame(DemoHouse.Whole, from);

    [TestCase("2026-10-01")]
    [TestCase("2027-03-01")]
    public void Nights_months_moves_and_rooms_are_the_same_in_another_program(string from)
    {
        var house = DemoHouse.With(file =>
        {
            file["activities"]![0]!["schedules"] = System.Text.Json.Nodes.JsonNode.Parse($"[{string.Join(',', Schedules)}]");
            file["activities"]![0]!["changes"] = System.Text.Json.Nodes.JsonNode.Parse($"[{string.Join(',', Changes)}]");
        });
        Assert.That(house.Problems, Is.Empty);
        AssertSame(house.House!, from);
    }

    [TestCase("2026-10-01")]
    [TestCase("2027-03-01")]
    public void Any_rules_are_the_same_in_another_program(string from)
    {
        var any = AnySchedule.Rule.ArrayOf(200);
        foreach (var rules in any.Sample(2))
        {
            AssertSame(HouseWith(rules.Select((rule, number) => Activities.Activity($"activity-{number}", rule))), from);
        }
    }

    [Test]
    public void Every_line_is_at_most_75_octets_and_ends_as_it_must()
    {
        var text = HouseCalendar.Of(DemoHouse.Whole, DemoHouse.Speaking("ar"), Brussels.At("2026-11-15 12:00"));
        Assert.That(text.Split("\r\n").Max(Encoding.UTF8.GetByteCount), Is.LessThanOrEqualTo(75));
        Assert.That(text.Replace("\r\n", "", StringComparison.Ordinal), Does.Not.Contain("\n").And.Not.Contain("\r"));
    }

    /// <summary>RFC 5545, 3.3.11.</summary>
    [Test]
    public void Signs_with_a_meaning_are_escaped()
    {
        var lines = new ContentLines();
        lines.AddText("SUMMARY", "Soupe, pain; \\ et\nthé\u0007");
        Assert.That(lines.ToString(), Is.EqualTo("SUMMARY:Soupe\\, pain\\; \\\\ et\\nthé\r\n"));
    }

    [Test]
    public void An_event_keeps_its_name_in_the_next_export()
    {
        static IEnumerable<string> Names(string now) =>
            HouseCalendar
                .Of(DemoHouse.Whole, DemoHouse.Speaking("fr"), Brussels.At(now))
                .Split("\r\n")
                .Where(line => line.StartsWith("UID:", StringComparison.Ordinal))
                .Distinct();
        Assert.That(Names("2026-11-16 09:00"), Is.EquivalentTo(Names("2026-11-15 12:00")));
    }

    private static House HouseWith(IEnumerable<Activity> activities)
    {
        var house = DemoHouse.Whole;
        return new House(
            house.Profile,
            house.Organizations,
            house.Locations,
            house.Topics,
            house.Services,
            house.Rooms,
            house.Presences,
            [.. activities],
            house.Notices
        );
    }

    private void AssertSame(House house, string from)
    {
        var (first, now) = (Brussels.Date(from), Brussels.At(from + " 12:00"));
        var file = Path.Combine(_folder.Data.Root, "programme.ics");
        File.WriteAllText(file, HouseCalendar.Of(house, DemoHouse.Speaking("fr"), now));
        var read = Encoding.UTF8.GetString(
            Tool.Run(
                "/usr/bin/python3",
                SourceTree.PathOf("Kiosk.Tests/Exchange/occurrences.py"),
                file,
                from,
                NodaTime.Text.LocalDatePattern.Iso.Format(first.PlusDays(Days))
            )
        );
        var shown = Enumerable
            .Range(0, Days)
            .Select(first.PlusDays)
            .SelectMany(date => house.ProgrammeOn(date, now).Occurrences.Where(o => o.TakesPlace && o.Start.Date == date));
        Assert.That(
            read.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
            Is.EqualTo(shown.Select(o => Line(house, o)).Order(StringComparer.Ordinal))
        );
    }

    private static string Line(House house, Occurrence occurrence)
    {
        var words = DemoHouse.Speaking("fr");
        var day = occurrence.Start.Date;
        var times = occurrence.WholeDay
            ? new Interval(Brussels.Zone.AtStartOfDay(day).ToInstant(), Brussels.Zone.AtStartOfDay(day.PlusDays(1)).ToInstant())
            : new Window(occurrence.Start, occurrence.End, WholeDay: false).IntervalIn(Brussels.Zone);
        string Clock(Instant moment)
        {
            var text = Brussels.Text(moment.InZone(Brussels.Zone).LocalDateTime);
            return occurrence.WholeDay ? text[..10] + " all day" : text;
        }

        return string.Join(
            '\t',
            Clock(times.Start),
            Clock(times.End),
            words.In(occurrence.Activity.Name).Text + (occurrence.Full ? " – " + words.Translate("today.full").Text : ""),
            words.In(house.Room(occurrence.RoomId).Name).Text
        );
    }
}
