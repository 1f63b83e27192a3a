using Kiosk.Core.Languages;
using Kiosk.Core.Services;
using NodaTime;
using NUnit.Framework;
using static Kiosk.Tests.Services.Brussels;
using static Kiosk.Tests.Services.Schedules;

namespace Kiosk.Tests.Services;

/// <summary>Expectations read as on a door: <c>OpenNow until … then …</c>, <c>OpensLaterToday at …</c>.</summary>
internal sealed class OpeningHoursTests
{
    private static readonly LocalizedText Reason = new([new(LanguageTag.Parse("fr"), "Travaux")]);

    /// <summary>Monday and Thursday, morning and afternoon; 7 September 2026 is a Monday.</summary>
    private static readonly Schedule[] Counter = [Weekly("MO,TH", "09:00-12:00"), Weekly("MO,TH", "13:30-17:00")];

    [TestCase("2026-09-07 08:59", "OpensLaterToday at 2026-09-07 09:00")]
    [TestCase("2026-09-07 09:00", "OpenNow until 2026-09-07 12:00 then 2026-09-07 13:30")]
    [TestCase("2026-09-07 11:59", "OpenNow until 2026-09-07 12:00 then 2026-09-07 13:30")]
    [TestCase("2026-09-07 12:00", "OpensLaterToday at 2026-09-07 13:30")]
    [TestCase("2026-09-07 17:00", "OpensAnotherDay at 2026-09-10 09:00")]
    [TestCase("2026-09-13 23:59", "OpensAnotherDay at 2026-09-14 09:00")]
    public void A_counter_is_open_from_its_start_to_just_before_its_end(string now, string expected) => Expect(expected, now, Counter);

    [TestCase("09:00-12:00", "12:00-17:00", "17:00", TestName = "{m}: they touch")]
    [TestCase("09:00-12:00", "11:00-17:00", "17:00", TestName = "{m}: they overlap")]
    [TestCase("09:00-17:00", "10:00-11:00", "17:00", TestName = "{m}: one lies in the other")]
    [TestCase("11:00-17:00", "09:00-12:00", "17:00", TestName = "{m}: written in the other order")]
    public void Windows_that_touch_or_overlap_count_as_one(string one, string other, string until) =>
        Expect(
            $"OpenNow until 2026-09-07 {until} then 2026-09-14 09:00",
            "2026-09-07 09:30",
            Weekly("MO", one),
            Weekly("MO", other),
            Weekly("MO", "09:00-10:00")
        );

    [TestCase("2026-09-11 23:59", "OpenNow until 2026-09-12 02:00 then 2026-09-18 20:00")]
    [TestCase("2026-09-12 01:59", "OpenNow until 2026-09-12 02:00 then 2026-09-18 20:00")]
    [TestCase("2026-09-12 02:00", "OpensAnotherDay at 2026-09-18 20:00")]
    public void An_evening_stays_open_past_midnight(string now, string expected) => Expect(expected, now, Weekly("FR", "20:00-02:00"));

    [Test]
    public void An_evening_until_midnight_runs_into_the_whole_day_after_it() =>
        Expect("OpenNow until 2026-09-13 00:00 then 2026-09-18 20:00", "2026-09-11 21:00", Weekly("FR", "20:00-00:00"), Weekly("SA"));

    [Test]
    public void New_years_eve_runs_over_into_the_holiday() =>
        Expect("OpenNow until 2027-01-01 04:00 then 2027-01-07 20:00", "2027-01-01 00:30", Weekly("TH", "20:00-04:00"));

    [TestCase("2026-03-29 01:30", "OpenNow until 2026-03-29 03:00 then 2026-04-04 22:00")]
    [TestCase("2026-03-29 03:00", "OpensAnotherDay at 2026-04-04 22:00")]
    public void When_the_clocks_go_forward_a_skipped_end_is_the_moment_of_the_jump(string now, string expected) =>
        Expect(expected, now, Weekly("SA", "22:00-02:30"));

    [Test]
    public void Hours_that_the_clock_skips_are_no_opening() =>
        Expect("OpensAnotherDay at 2026-04-05 02:15", "2026-03-28 12:00", Weekly("SU", "02:15-02:45") with { OnPublicHolidays = true });

    [TestCase(false, "OpenNow until 2026-10-25 02:30 then 2026-10-31 22:00")]
    [TestCase(true, "OpensAnotherDay at 2026-10-31 22:00")]
    public void When_the_clocks_go_back_an_end_that_comes_twice_is_the_second(bool afterTheSecond, string expected) =>
        Expect(expected, afterTheSecond ? AgainAt("2026-10-25 02:30") : At("2026-10-25 02:45"), [], Weekly("SA", "22:00-02:30"));

    [Test]
    public void Open_day_and_night_is_always_open() => Expect("AlwaysOpen", "2026-12-25 03:00", EveryDay());

    [Test]
    public void Day_and_night_by_hours_is_always_open_too() => Expect("AlwaysOpen", "2026-10-25 03:00", EveryDay("08:00-08:00"));

    [Test]
    public void Day_and_night_but_for_holidays_closes_at_the_next_one() =>
        Expect("OpenNow until 2026-11-01 00:00 then 2026-11-02 00:00", "2026-10-30 12:00", EveryDay() with { OnPublicHolidays = false });

    [Test]
    public void A_holiday_is_told_when_it_takes_hours_away() =>
        Expect("OpensAnotherDay at 2026-11-12 09:00 holiday", "2026-11-11 10:00", Weekly("WE,TH", "09:00-12:00"));

    [Test]
    public void A_holiday_is_told_beside_the_hours_that_stay() =>
        Expect(
            "OpenNow until 2026-11-11 12:00 then 2026-11-18 09:00 holiday",
            "2026-11-11 10:00",
            Weekly("WE", "09:00-12:00") with
            {
                OnPublicHolidays = true,
            },
            Weekly("WE", "14:00-17:00")
        );

    [Test]
    public void A_holiday_on_a_day_without_hours_is_not_told() =>
        Expect("OpensAnotherDay at 2026-11-12 09:00", "2026-11-11 10:00", Weekly("TH", "09:00-12:00"));

    [TestCase("2026-09-06 12:00", "OpensAnotherDay at 2026-09-14 09:00", TestName = "{m}: the day before has no reason yet")]
    [TestCase("2026-09-07 10:00", "OpensAnotherDay at 2026-09-14 09:00 because Travaux", TestName = "{m}: in the middle of the hours")]
    [TestCase("2026-09-10 23:59", "OpensAnotherDay at 2026-09-14 09:00 because Travaux", TestName = "{m}: to the end of the last day")]
    [TestCase("2026-09-11 00:00", "OpensAnotherDay at 2026-09-14 09:00", TestName = "{m}: then it is over")]
    public void A_closure_takes_the_hours_of_its_days_away(string now, string expected) =>
        Expect(expected, At(now), [Closed("2026-09-07", "2026-09-10")], Counter);

    [Test]
    public void What_began_the_evening_before_a_closure_runs_to_its_end() =>
        Expect(
            "OpenNow until 2026-09-12 02:00 then 2026-09-18 20:00 because Travaux",
            At("2026-09-12 01:00"),
            [Closed("2026-09-12", "2026-09-13")],
            Weekly("FR,SA", "20:00-02:00")
        );

    [Test]
    public void Day_and_night_is_closed_during_a_closure() =>
        Expect(
            "OpensAnotherDay at 2026-09-08 00:00 because Travaux",
            At("2026-09-07 12:00"),
            [Closed("2026-09-07", "2026-09-07")],
            EveryDay()
        );

    [Test]
    public void Without_hours_nothing_is_planned() => Expect("NothingPlanned", "2026-09-07 10:00");

    [TestCase("2027-10-06", "OpensAnotherDay at 2027-10-06 14:00", TestName = "{m}: what returns each year is seen")]
    [TestCase("2027-11-10", "OpensAnotherDay at 2027-11-10 14:00", TestName = "{m}: the last day")]
    [TestCase("2027-11-11", "NothingPlanned", TestName = "{m}: the day after it")]
    public void An_opening_is_looked_for_a_year_ahead_and_more(string date, string expected) =>
        Expect(expected, "2026-10-06 10:00", Once(date, "14:00-18:00"));

    [TestCase("2026-12-05", "OpenNow until 2026-12-06 00:00", TestName = "{m}: it closes after the sixtieth day's eve")]
    [TestCase("2026-12-06", "AlwaysOpen", TestName = "{m}: it stays open through the sixtieth day")]
    public void A_closing_is_looked_for_sixty_days_ahead(string lastDay, string expected) =>
        Expect(expected, "2026-10-07 10:00", EveryDay() with { ValidTo = Date(lastDay) });

    [TestCase("00:00-00:00")]
    [TestCase("00:00-23:59")]
    public void Day_and_night_is_written_in_several_ways(string hours) => Expect("AlwaysOpen", "2026-09-07 23:59", EveryDay(hours));

    [Test]
    public void A_minute_before_midnight_is_how_midnight_is_written() =>
        Expect(
            "OpenNow until 2026-09-12 08:00 then 2026-09-18 20:00",
            "2026-09-11 23:59",
            Weekly("FR", "20:00-23:59"),
            Weekly("SA", "00:00-08:00")
        );

    [Test]
    public void A_single_date_is_meant_holiday_or_not() =>
        Expect("OpensAnotherDay at 2026-12-25 12:00", "2026-12-24 12:00", Once("2026-12-25", "12:00-15:00"));

    [Test]
    public void A_week_of_hours_is_sorted_and_leaves_closed_days_out() =>
        Assert.That(
            OpeningHours
                .WeekOf([.. Counter.Reverse(), Weekly("TU"), Counter[0]], [Closed("2026-09-10", "2026-09-10")], Date("2026-09-08"))
                .Select(window => $"{Text(window.Start)} {Text(window.End)} {window.WholeDay}"),
            Is.EqualTo([
                "2026-09-08 00:00 2026-09-09 00:00 True",
                "2026-09-14 09:00 2026-09-14 12:00 False",
                "2026-09-14 13:30 2026-09-14 17:00 False",
            ])
        );

    private static Closure Closed(string from, string to) => new(Date(from), Date(to), Reason);

    private static void Expect(string expected, string now, params Schedule[] schedules) => Expect(expected, At(now), [], schedules);

    private static void Expect(string expected, ZonedDateTime now, Closure[] closures, params Schedule[] schedules) =>
        Assert.That(Told(OpeningHours.Of(schedules, closures, now)), Is.EqualTo(expected));

    private static string Told(Opening opening) =>
        string.Concat(
            opening.State,
            opening.Until is { } until ? $" until {Text(until)}" : "",
            opening.OpensAt is { } at ? $" {(opening.Until is null ? "at" : "then")} {Text(at)}" : "",
            opening.PublicHoliday ? " holiday" : "",
            opening.ClosureReason is { } reason ? $" because {reason}" : ""
        );
}
