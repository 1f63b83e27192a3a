using NodaTime;
using NodaTime.TimeZones;

namespace Kiosk.Core.Services;

/// <summary>A window of time on the wall clock of the house; at most 24 hours.</summary>
/// <param name="End">Exclusive.</param>
/// <param name="WholeDay">From midnight to midnight (<see cref="Schedule.IsWholeDay"/>).</param>
public readonly record struct Window(LocalDateTime Start, LocalDateTime End, bool WholeDay)
{
    private static readonly ZoneLocalMappingResolver AtFirst = Resolvers.CreateMappingResolver(
        Resolvers.ReturnEarlier,
        Resolvers.ReturnStartOfIntervalAfter
    );

    private static readonly ZoneLocalMappingResolver AtLast = Resolvers.CreateMappingResolver(
        Resolvers.ReturnLater,
        Resolvers.ReturnStartOfIntervalAfter
    );

    /// <summary>The instants of the window.</summary>
    /// <remarks>
    /// When the clocks go forward, a time that does not exist is the first moment after the gap, so that a window wholly within the gap is
    /// empty. When they go back, a time that comes twice is the first as a start and the second as an end: rather open too long.
    /// </remarks>
    public Interval IntervalIn(DateTimeZone zone) =>
        new(zone.ResolveLocal(Start, AtFirst).ToInstant(), zone.ResolveLocal(End, AtLast).ToInstant());
}

/// <summary>When a <see cref="Schedule"/> opens, by the rules of RFC 5545 that HSDS 3 borrows.</summary>
public static class ScheduleWindows
{
    /// <summary>The window that starts on a date; null when the rule does not include it, or rests on it.</summary>
    public static Window? WindowStarting(this Schedule schedule, LocalDate date) =>
        schedule.Includes(date) && !schedule.RestsOn(date) ? schedule.WindowOn(date) : null;

    /// <summary>What closures leave of a window; null when nothing.</summary>
    internal static Window? LeftBy(this Window window, IEnumerable<Closure> closures)
    {
        foreach (var closure in closures)
        {
            if (closure.Takes(window.Start))
            {
                return null;
            }

            if (closure.Starts is not null && window.Start < closure.Begin && closure.Begin < window.End)
            {
                window = new Window(window.Start, closure.Begin, WholeDay: false);
            }
        }

        return window;
    }

    /// <summary>Whether the date would be included if it were no public holiday.</summary>
    internal static bool IsKeptFreeOn(this Schedule schedule, LocalDate date) => schedule.Includes(date) && schedule.RestsOn(date);

    /// <summary>Whether the rule names the date, holiday or not.</summary>
    internal static bool Names(this Schedule schedule, LocalDate date) => schedule.Includes(date);

    /// <summary>When the clock next says <paramref name="time"/>: later that day or on the day after.</summary>
    internal static LocalDateTime NextAt(this LocalDateTime start, LocalTime time)
    {
        var sameDay = start.Date + time;
        return sameDay > start ? sameDay : sameDay.PlusDays(1);
    }

    /// <summary>Whoever writes a date means it, holiday or not.</summary>
    private static bool RestsOn(this Schedule schedule, LocalDate date) =>
        schedule is { OnPublicHolidays: false, Frequency: not Frequency.Once } && BelgianHolidays.Contains(date);

    internal static Window WindowOn(this Schedule schedule, LocalDate date)
    {
        var start = date + (schedule.OpensAt ?? LocalTime.Midnight);
        return new Window(start, start.NextAt(schedule.Closes ?? LocalTime.Midnight), schedule.IsWholeDay);
    }

    private static bool Includes(this Schedule schedule, LocalDate date) =>
        !(date < schedule.ValidFrom)
        && !(date > schedule.ValidTo)
        && schedule.Frequency switch
        {
            Frequency.Once => date == schedule.ValidFrom,
            Frequency.Weekly => schedule.FallsOn(date) && schedule.IsTurn(from => WeekNumber(date) - WeekNumber(from)),
            Frequency.Monthly => schedule.FallsOn(date) && schedule.IsTurn(from => MonthNumber(date) - MonthNumber(from)),
        };

    private static bool FallsOn(this Schedule schedule, LocalDate date)
    {
        var nthFromStart = ((date.Day - 1) / 7) + 1;
        var nthFromEnd = -((date.Calendar.GetDaysInMonth(date.Year, date.Month) - date.Day) / 7) - 1;
        return schedule.ByDay.Any(by => by.Day == date.DayOfWeek && (by.Nth == 0 || by.Nth == nthFromStart || by.Nth == nthFromEnd));
    }

    private static bool IsTurn(this Schedule schedule, Func<LocalDate, int> stepsSince) =>
        schedule.ValidFrom is not { } from || stepsSince(from) % schedule.Interval == 0;

    /// <summary>Weeks begin on Monday (RFC 5545, WKST), not on the weekday the rule began on; Monday 1 January 1900 opens week 0.</summary>
    private static int WeekNumber(LocalDate date) => Period.DaysBetween(new LocalDate(1900, 1, 1), date) / 7;

    private static int MonthNumber(LocalDate date) => (date.Year * 12) + date.Month;
}
