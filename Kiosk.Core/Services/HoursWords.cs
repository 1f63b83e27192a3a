using System.Globalization;
using Kiosk.Core.Languages;
using NodaTime;

namespace Kiosk.Core.Services;

/// <summary>One line of a table of hours: the days, and the times of that day.</summary>
public sealed record HoursLine(string Days, string Times, Wording? Notes);

/// <summary>Says schedules as a short table of hours, as it hangs on a door.</summary>
public static class HoursWords
{
    /// <summary>The schedules in force on <paramref name="today"/> or to come; those that are over are left out.</summary>
    /// <param name="today">Null while the time is not known: then all that return, each with its first and last day, and no single
    /// dates.</param>
    public static IReadOnlyList<HoursLine> Hours(this Localizer localizer, IReadOnlyList<Schedule> schedules, LocalDate? today) =>
        [
            .. schedules
                .Where(s => today is null ? s.Frequency != Frequency.Once : s.ValidTo is null || s.ValidTo >= today)
                .Select(s => localizer.Line(s, today)),
        ];

    /// <summary>The hours in one line, for while nobody can say whether it is open; more lines than one end in an ellipsis.</summary>
    public static Wording HoursInShort(this Localizer localizer, IReadOnlyList<Schedule> schedules, Access access) =>
        localizer.Hours(schedules, null) switch
        {
            [var only] => new Wording($"{only.Days} {only.Times}", localizer.Language),
            [var first, ..] => new Wording($"{first.Days} {first.Times}\u00a0…", localizer.Language),
            [] => localizer.Translate(access == Access.WalkIn ? "open.ask" : "open.appointment"),
        };

    private static HoursLine Line(this Localizer localizer, Schedule schedule, LocalDate? today)
    {
        List<string> days = [localizer.Days(schedule)];
        if (schedule.Frequency != Frequency.Once && schedule.ValidFrom is { } first && (today is null || first > today))
        {
            days.Add(localizer.Translate("hours.from", ("date", localizer.DateWithYear(first))).Text);
        }

        if (schedule.Interval > 1)
        {
            var every = schedule.Frequency == Frequency.Monthly ? "hours.every-months" : "hours.every-weeks";
            days.Add(localizer.Translate(every, schedule.Interval).Text);
        }

        if (schedule.Frequency != Frequency.Once && schedule.ValidTo is { } last)
        {
            days.Add(localizer.Translate("hours.until", ("date", localizer.DateWithYear(last))).Text);
        }

        var times = schedule is { IsWholeDay: false, OpensAt: { } from, Closes: { } to }
            ? localizer.Times(from, to)
            : localizer.Translate("time.whole-day").Text;
        return new HoursLine(localizer.List(days), times, schedule.Notes is null ? null : localizer.In(schedule.Notes));
    }

    private static string Days(this Localizer localizer, Schedule schedule) =>
        schedule.Frequency switch
        {
            Frequency.Once => localizer.LongDate(schedule.ValidFrom!.Value),
            Frequency.Monthly => localizer.List(schedule.ByDay.Select(localizer.DayOfMonth)),
            Frequency.Weekly => localizer.DaysOfWeek([.. schedule.ByDay.Select(d => d.Day).Order()]),
        };

    private static string DayOfMonth(this Localizer localizer, ByDay day)
    {
        var nth = day.Nth < 0 ? "last" : day.Nth.ToString(CultureInfo.InvariantCulture);
        return localizer
            .Translate("hours.month", ("nth", localizer.Translate("hours.nth-" + nth).Text), ("day", localizer.DayName(day.Day)))
            .Text;
    }

    /// <summary>Three days or more in a row are said as first to last.</summary>
    private static string DaysOfWeek(this Localizer localizer, IsoDayOfWeek[] days) =>
        days.Length == 7 ? localizer.Translate("hours.every-day").Text
        : days.Length > 2 && days[^1] - days[0] == days.Length - 1
            ? localizer.Translate("hours.days", ("from", localizer.DayName(days[0])), ("to", localizer.DayName(days[^1]))).Text
        : localizer.List(days.Select(localizer.DayName));
}
