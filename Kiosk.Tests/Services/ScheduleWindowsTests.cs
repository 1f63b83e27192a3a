using Kiosk.Core.Services;
using NodaTime;
using NUnit.Framework;
using static Kiosk.Tests.Services.Brussels;
using static Kiosk.Tests.Services.Schedules;

namespace Kiosk.Tests.Services;

internal sealed class ScheduleWindowsTests
{
    [Test]
    public void A_weekly_rule_opens_on_each_of_its_days() =>
        Assert.That(DatesIn("2026-09-07", days: 14, Weekly("MO,TH", "09:00-12:00")), Is.EqualTo("09-07 09-10 09-14 09-17"));

    /// <summary>RFC 5545, 3.3.10: the week in which the rule begins counts, whichever day of it that is.</summary>
    [TestCase("2026-09-07", "09-07 09-10 09-21 09-24")]
    [TestCase("2026-09-09", "09-10 09-21 09-24")]
    [TestCase("2026-09-13", "09-21 09-24")]
    [TestCase("2026-09-14", "09-14 09-17 09-28 10-01")]
    public void Every_second_week_is_counted_in_whole_weeks_from_the_first_day(string validFrom, string expected) =>
        Assert.That(
            DatesIn("2026-09-01", days: 31, Weekly("MO,TH") with { Interval = 2, ValidFrom = Date(validFrom) }),
            Is.EqualTo(expected)
        );

    [Test]
    public void Every_second_week_goes_on_over_the_end_of_a_year_with_53_weeks() =>
        Assert.That(
            DatesIn("2026-12-15", days: 35, Weekly("TU") with { Interval = 2, ValidFrom = Date("2026-12-15") }),
            Is.EqualTo("12-15 12-29 01-12")
        );

    [TestCase("2TU", "2026-09-01", 61, "09-08 10-13")]
    [TestCase("-1FR", "2026-09-01", 61, "09-25 10-30")]
    [TestCase("-5FR", "2026-09-01", 61, "10-02")]
    [TestCase("5MO", "2026-08-01", 92, "08-31", TestName = "{m}: September and October 2026 have four Mondays")]
    [TestCase("1SA,3SA", "2026-09-01", 30, "09-05 09-19")]
    public void A_monthly_rule_opens_on_the_nth_such_day_of_a_month(string byDay, string from, int days, string expected) =>
        Assert.That(DatesIn(from, days, Monthly(byDay)), Is.EqualTo(expected));

    [Test]
    public void Every_third_month_is_counted_from_the_month_of_the_first_day() =>
        Assert.That(
            DatesIn("2026-09-01", days: 240, Monthly("1WE") with { Interval = 3, ValidFrom = Date("2026-09-20") }),
            Is.EqualTo("12-02 03-03")
        );

    [Test]
    public void A_single_date_opens_on_that_date_only() =>
        Assert.That(DatesIn("2026-11-01", days: 60, Once("2026-12-05", "14:00-18:00")), Is.EqualTo("12-05"));

    [Test]
    public void The_first_and_the_last_valid_day_are_both_included() =>
        Assert.That(
            DatesIn("2026-09-01", days: 30, Weekly("MO") with { ValidFrom = Date("2026-09-07"), ValidTo = Date("2026-09-21") }),
            Is.EqualTo("09-07 09-14 09-21")
        );

    [Test]
    public void A_rule_rests_on_public_holidays() =>
        Assert.That(DatesIn("2026-11-02", days: 14, Weekly("WE", "09:00-12:00")), Is.EqualTo("11-04"));

    [Test]
    public void A_rule_may_ignore_public_holidays() =>
        Assert.That(DatesIn("2026-11-02", days: 14, Weekly("WE") with { OnPublicHolidays = true }), Is.EqualTo("11-04 11-11"));

    [TestCase("09:00-12:30", "2026-09-07 09:00", "2026-09-07 12:30")]
    [TestCase("20:00-02:00", "2026-09-07 20:00", "2026-09-08 02:00", TestName = "{m}: past midnight")]
    [TestCase("20:00-00:00", "2026-09-07 20:00", "2026-09-08 00:00", TestName = "{m}: midnight at the end")]
    [TestCase("20:00-23:59", "2026-09-07 20:00", "2026-09-08 00:00", TestName = "{m}: midnight, a minute early")]
    [TestCase("00:00-00:00", "2026-09-07 00:00", "2026-09-08 00:00", true, TestName = "{m}: all 24 hours")]
    [TestCase("00:00-23:59", "2026-09-07 00:00", "2026-09-08 00:00", true, TestName = "{m}: all 24 hours, a minute early")]
    [TestCase("09:00-09:00", "2026-09-07 09:00", "2026-09-08 09:00", TestName = "{m}: round the clock from nine")]
    public void A_window_ends_at_the_next_time_the_clock_says_so(string hours, string start, string end, bool wholeDay = false) =>
        Assert.That(Weekly("MO", hours).WindowStarting(Date("2026-09-07")), Is.EqualTo(new Window(Wall(start), Wall(end), wholeDay)));

    [Test]
    public void Without_times_the_window_is_the_whole_day() =>
        Assert.That(
            Weekly("MO").WindowStarting(Date("2026-09-07")),
            Is.EqualTo(new Window(Wall("2026-09-07 00:00"), Wall("2026-09-08 00:00"), WholeDay: true))
        );

    // Directive 2000/84/EC: the clocks change at 01:00 UTC on the last Sundays of March and October.
    [TestCase("2026-03-28 22:00", "2026-03-29 04:00", 300, TestName = "{m}: spring, over the gap, an hour less")]
    [TestCase("2026-03-29 01:00", "2026-03-29 02:30", 60, TestName = "{m}: spring, the end does not exist")]
    [TestCase("2026-03-29 02:30", "2026-03-29 04:00", 60, TestName = "{m}: spring, the start does not exist")]
    [TestCase("2026-03-29 02:15", "2026-03-29 02:45", 0, TestName = "{m}: spring, wholly within the gap")]
    [TestCase("2026-10-24 22:00", "2026-10-25 04:00", 420, TestName = "{m}: autumn, an hour more")]
    [TestCase("2026-10-25 01:00", "2026-10-25 02:30", 150, TestName = "{m}: autumn, until the second half past two")]
    [TestCase("2026-10-25 02:30", "2026-10-25 04:00", 150, TestName = "{m}: autumn, from the first half past two")]
    [TestCase("2026-10-25 00:00", "2026-10-26 00:00", 1500, TestName = "{m}: autumn, a day of 25 hours")]
    [TestCase("2026-09-07 22:00", "2026-09-08 04:00", 360, TestName = "{m}: an ordinary night")]
    public void On_the_nights_the_clocks_change_a_window_lasts(string start, string end, int minutes) =>
        Assert.That(new Window(Wall(start), Wall(end), false).IntervalIn(Zone).Duration, Is.EqualTo(Duration.FromMinutes(minutes)));

    private static string DatesIn(string from, int days, Schedule schedule) =>
        string.Join(
            ' ',
            Enumerable
                .Range(0, days)
                .Select(Date(from).PlusDays)
                .Where(date => schedule.WindowStarting(date) is not null)
                .Select(date => $"{date.Month:00}-{date.Day:00}")
        );
}
