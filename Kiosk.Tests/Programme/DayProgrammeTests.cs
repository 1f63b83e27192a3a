using Kiosk.Core.Programme;
using NUnit.Framework;
using static Kiosk.Tests.Programme.Activities;
using static Kiosk.Tests.Services.Brussels;
using static Kiosk.Tests.Services.Schedules;

namespace Kiosk.Tests.Programme;

/// <summary>7 September 2026 is a Monday.</summary>
internal sealed class DayProgrammeTests
{
    private static readonly Activity Coffee = Activity("coffee", Weekly("MO,TU,WE,TH,FR", "09:00-12:00"));
    private static readonly Activity French = Activity("french", Weekly("MO", "10:00-12:00"));
    private static readonly Activity Meal = Activity("meal", Weekly("MO", "12:00-14:00"));
    private static readonly Activity Sewing = Activity("sewing", Weekly("MO", "12:00-15:00"));
    private static readonly Activity Library = Activity("library", Weekly("MO"));
    private static readonly Activity Baking = Activity("baking", Weekly("MO", "00:00-01:00"));
    private static readonly Activity Vigil = Activity("vigil", Weekly("WE", "11:00-12:00") with { OnPublicHolidays = true });
    private static readonly Activity Party = Activity("party", Weekly("FR", "21:00-02:00"));

    [TestCase("2026-09-07 08:00", "library", "coffee")]
    [TestCase("2026-09-07 09:00", "library coffee", "french")]
    [TestCase("2026-09-07 11:59", "library coffee french", "meal sewing")]
    [TestCase("2026-09-07 12:00", "library meal sewing", "")]
    [TestCase("2026-09-07 23:59", "library", "")]
    public void Through_the_day_now_and_next_move_on(string now, string inProgress, string next)
    {
        var day = Today(now, Sewing, Meal, Library, French, Coffee);

        Assert.That((Ids(day.Now), Ids(day.Next)), Is.EqualTo((inProgress, next)));
    }

    [Test]
    public void Whole_days_come_first_then_the_start_then_the_id() =>
        Assert.That(
            Ids(Today("2026-09-07 08:00", Sewing, Meal, Baking, Library, French, Coffee).Occurrences),
            Is.EqualTo("library baking coffee french meal sewing")
        );

    [TestCase("2026-09-07 08:59", Phase.Later)]
    [TestCase("2026-09-07 09:00", Phase.Now)]
    [TestCase("2026-09-07 11:59", Phase.Now)]
    [TestCase("2026-09-07 12:00", Phase.Past)]
    public void An_occurrence_is_in_progress_from_its_start_to_just_before_its_end(string now, Phase phase) =>
        Assert.That(Today(now, Coffee).Occurrences.Single().Phase, Is.EqualTo(phase));

    [TestCase("2026-09-04", Phase.Past)]
    [TestCase("2026-09-08", Phase.Later)]
    public void Another_day_is_all_past_or_all_to_come(string date, Phase phase) =>
        Assert.That(
            DayProgramme.For([Coffee], Date(date), At("2026-09-07 10:00"), held => held).Occurrences.Single().Phase,
            Is.EqualTo(phase)
        );

    [TestCase("2026-09-11 20:59", "", "party")]
    [TestCase("2026-09-11 23:59", "party", "")]
    [TestCase("2026-09-12 00:00", "party", "")]
    [TestCase("2026-09-12 01:59", "party", "")]
    [TestCase("2026-09-12 02:00", "", "")]
    public void An_evening_over_midnight_stays_in_progress_to_its_end(string now, string inProgress, string next)
    {
        var day = Today(now, Party);

        Assert.That((Ids(day.Now), Ids(day.Next)), Is.EqualTo((inProgress, next)));
    }

    [TestCase("2026-09-12", "2026-09-12 01:00", "party", TestName = "{m}: today it is still running")]
    [TestCase("2026-09-12", "2026-09-12 03:00", "", TestName = "{m}: today it has ended")]
    [TestCase("2026-09-12", "2026-09-11 23:00", "", TestName = "{m}: tomorrow, as seen tonight")]
    [TestCase("2026-09-11", "2026-09-12 03:00", "party", TestName = "{m}: yesterday, on which it began")]
    public void Over_midnight_an_evening_belongs_to(string date, string now, string expected) =>
        Assert.That(Ids(DayProgramme.For([Party], Date(date), At(now), held => held).Occurrences), Is.EqualTo(expected));

    [Test]
    public void An_evening_until_midnight_is_not_carried_over() =>
        Assert.That(Today("2026-09-12 00:00", Activity("film", Weekly("FR", "20:00-00:00"))).Occurrences, Is.Empty);

    [Test]
    public void A_cancelled_evening_is_not_carried_over() =>
        Assert.That(Today("2026-09-12 01:00", Party.But(Cancelled("2026-09-11"))).Occurrences, Is.Empty);

    [Test]
    public void New_years_eve_is_still_in_progress_in_the_new_year() =>
        Assert.That(Ids(Today("2027-01-01 01:00", Activity("dance", Once("2026-12-31", "21:00-04:00"))).Now), Is.EqualTo("dance"));

    [Test]
    public void On_a_public_holiday_activities_rest_unless_they_say_otherwise() =>
        Assert.That(Ids(Today("2026-11-11 08:00", Coffee, Vigil).Occurrences), Is.EqualTo("vigil"));

    [Test]
    public void Two_schedules_with_the_same_times_are_one_occurrence()
    {
        var soup = Activity("soup", Weekly("MO", "12:00-13:00"), Monthly("1MO", "12:00-13:00"));

        Assert.That(Ids(Today("2026-09-07 08:00", soup).Occurrences), Is.EqualTo("soup"));
    }

    // Spring: 01:59 is followed by 03:00. Autumn: 02:59 is followed by a second 02:00.
    [TestCase("01:00-02:30", "2026-03-29 01:59", Phase.Now)]
    [TestCase("01:00-02:30", "2026-03-29 03:00", Phase.Past)]
    [TestCase("02:30-04:00", "2026-03-29 01:59", Phase.Later)]
    [TestCase("02:30-04:00", "2026-03-29 03:00", Phase.Now)]
    [TestCase("01:00-02:30", "2026-10-25 02:30", Phase.Now)]
    [TestCase("02:30-04:00", "2026-10-25 02:30", Phase.Now)]
    public void On_the_nights_the_clocks_change_the_phase_goes_by_instants(string hours, string now, Phase phase) =>
        Assert.That(Today(now, Activity("night-shelter", Weekly("SU", hours))).Occurrences.Single().Phase, Is.EqualTo(phase));

    [TestCase("01:00-02:30", "2026-10-25 02:15", Phase.Now)]
    [TestCase("01:00-02:30", "2026-10-25 02:30", Phase.Past)]
    [TestCase("02:30-04:00", "2026-10-25 02:15", Phase.Now)]
    public void In_the_second_of_the_hours_that_come_twice(string hours, string now, Phase phase) =>
        Assert.That(
            DayProgramme
                .For([Activity("night-shelter", Weekly("SU", hours))], Date("2026-10-25"), AgainAt(now), held => held)
                .Occurrences.Single()
                .Phase,
            Is.EqualTo(phase)
        );

    private static DayProgramme Today(string now, params Activity[] activities) =>
        DayProgramme.For(activities, At(now).Date, At(now), held => held);

    private static string Ids(IEnumerable<Occurrence> occurrences) =>
        string.Join(' ', occurrences.Select(occurrence => occurrence.Activity.Id));
}
