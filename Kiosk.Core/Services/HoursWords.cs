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
    public static IReadOnlyList<HoursLine> Hours(this Interpreter interpreter, IReadOnlyList<Schedule> schedules, LocalDate? today) =>
        [
            .. schedules
                .Where(s => today is null ? s.Frequency != Frequency.Once : s.ValidTo is null || s.ValidTo >= today)
                .Select(s => interpreter.Line(s, today)),
        ];

    /// <summary>The hours in one line, for while nobody can say whether it is open; more lines than one end in an ellipsis.</summary>
    public static Wording HoursInShort(this Interpreter interpreter, IReadOnlyList<Schedule> schedules, Access access) =>
        interpreter.Hours(schedules, null) switch
        {
            [var only] => new Wording($"{only.Days} {only.Times}", interpreter.Language),
            [var first, ..] => new Wording($"{first.Days} {first.Times}\u00a0…", interpreter.Language),
            [] => interpreter.Say(access == Access.WalkIn ? "open.ask" : "open.appointment"),
        };

    private static HoursLine Line(this Interpreter interpreter, Schedule schedule, LocalDate? today)
    {
        List<string> days = [interpreter.Days(schedule)];
        if (schedule.Frequency != Frequency.Once && schedule.ValidFrom is { } first && (today is null || first > today))
        {
            days.Add(interpreter.Say("hours.from", ("date", interpreter.DateWithYear(first))).Text);
        }

        if (schedule.Interval > 1)
        {
            var every = schedule.Frequency == Frequency.Monthly ? "hours.every-months" : "hours.every-weeks";
            days.Add(interpreter.Say(every, schedule.Interval).Text);
        }

        if (schedule.Frequency != Frequency.Once && schedule.ValidTo is { } last)
        {
            days.Add(interpreter.Say("hours.until", ("date", interpreter.DateWithYear(last))).Text);
        }

        var times = schedule is { IsWholeDay: false, OpensAt: { } from, Closes: { } to }
            ? interpreter.Times(from, to)
            : interpreter.Say("time.whole-day").Text;
        return new HoursLine(interpreter.List(days), times, schedule.Notes is null ? null : interpreter.In(schedule.Notes));
    }

    private static string Days(this Interpreter interpreter, Schedule schedule) =>
        schedule.Frequency switch
        {
            Frequency.Once => interpreter.LongDate(schedule.ValidFrom!.Value),
            Frequency.Monthly => interpreter.List(schedule.ByDay.Select(interpreter.DayOfMonth)),
            Frequency.Weekly => interpreter.DaysOfWeek([.. schedule.ByDay.Select(d => d.Day).Order()]),
        };

    private static string DayOfMonth(this Interpreter interpreter, ByDay day)
    {
        var nth = day.Nth < 0 ? "last" : day.Nth.ToString(CultureInfo.InvariantCulture);
        return interpreter
            .Say("hours.month", ("nth", interpreter.Say("hours.nth-" + nth).Text), ("day", interpreter.DayName(day.Day)))
            .Text;
    }

    /// <summary>Three days or more in a row are said as first to last.</summary>
    private static string DaysOfWeek(this Interpreter interpreter, IsoDayOfWeek[] days) =>
        days.Length == 7 ? interpreter.Say("hours.every-day").Text
        : days.Length > 2 && days[^1] - days[0] == days.Length - 1
            ? interpreter.Say("hours.days", ("from", interpreter.DayName(days[0])), ("to", interpreter.DayName(days[^1]))).Text
        : interpreter.List(days.Select(interpreter.DayName));
}
