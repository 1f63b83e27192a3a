using Kiosk.Core.Programme;
using NUnit.Framework;
using static Kiosk.Tests.Programme.Activities;
using static Kiosk.Tests.Services.Brussels;
using static Kiosk.Tests.Services.Schedules;

namespace Kiosk.Tests.Programme;

internal sealed class UpcomingTests
{
    private static readonly Activity Garden = Activity("garden", Weekly("MO", "14:00-16:00"), Weekly("WE", "10:00-12:00"));

    [TestCase("2026-09-07 13:00", "2026-09-07 14:00|2026-09-09 10:00|2026-09-14 14:00")]
    [TestCase("2026-09-07 15:59", "2026-09-07 14:00|2026-09-09 10:00|2026-09-14 14:00", TestName = "{m}: one in progress counts")]
    [TestCase("2026-09-07 16:00", "2026-09-09 10:00|2026-09-14 14:00|2026-09-16 10:00", TestName = "{m}: one that ended does not")]
    public void The_next_times_come_in_order(string now, string expected) => Assert.That(Starts(Garden, now), Is.EqualTo(expected));

    [Test]
    public void One_that_runs_over_midnight_is_still_in_progress() =>
        Assert.That(Starts(Activity("party", Once("2026-09-11", "21:00-02:00")), "2026-09-12 01:00"), Is.EqualTo("2026-09-11 21:00"));

    [Test]
    public void Changes_are_told_with_their_status()
    {
        var garden = Garden.But(Cancelled("2026-09-07"), Change("2026-09-09", movedTo: "2026-09-10"));

        Assert.That(
            DayProgramme.Upcoming(garden, At("2026-09-07 09:00"), held => held).Take(4).Select(time => $"{Text(time.Start)} {time.Status}"),
            Is.EqualTo(["2026-09-07 14:00 Cancelled", "2026-09-09 10:00 MovedAway", "2026-09-10 10:00 Moved", "2026-09-14 14:00 AsPlanned"])
        );
    }

    [TestCase("2027-10-06", "2027-10-06 14:00", TestName = "{m}: what returns each year is seen")]
    [TestCase("2027-11-10", "2027-11-10 14:00", TestName = "{m}: the last day")]
    [TestCase("2027-11-11", "", TestName = "{m}: the day after it")]
    public void They_are_looked_for_a_year_ahead_and_more(string date, string expected) =>
        Assert.That(Starts(Activity("feast", Once(date, "14:00-18:00")), "2026-10-06 10:00"), Is.EqualTo(expected));

    private static string Starts(Activity activity, string now) =>
        string.Join('|', DayProgramme.Upcoming(activity, At(now), held => held).Take(3).Select(time => Text(time.Start)));
}
