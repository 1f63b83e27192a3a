using Kiosk.Core.Languages;
using NodaTime;

namespace Kiosk.Core.Services;

public enum OpeningState
{
    OpenNow,

    /// <summary>Open now, and no closing in sight (<see cref="OpeningHours.AlwaysDays"/>).</summary>
    AlwaysOpen,
    OpensLaterToday,
    OpensAnotherDay,

    /// <summary>There are no hours: one calls first.</summary>
    ByAppointment,

    /// <summary>Hours there may have been or may come, but none within <see cref="OpeningHours.HorizonDays"/>.</summary>
    NothingPlanned,
}

/// <summary>Whether something is open at a moment, and when that changes.</summary>
/// <param name="Until">When it closes, by the wall clock; null unless <see cref="OpeningState.OpenNow"/>.</param>
/// <param name="OpensAt">When it next opens, by the wall clock; while open, the opening after this one; null when none is in sight.</param>
/// <param name="PublicHoliday">Today is one, and hours of today are left out because of it.</param>
/// <param name="ClosureReason">Why it is closed today; null when no closure is in force or nobody wrote a reason.</param>
public sealed record Opening(
    OpeningState State,
    LocalDateTime? Until,
    LocalDateTime? OpensAt,
    bool PublicHoliday,
    LocalizedText? ClosureReason
);

/// <summary>Answers "is it open, and if not, when?" from schedules and closures.</summary>
/// <remarks>A closure or a public holiday takes the windows that start on its days; one begun the evening before runs to its end.</remarks>
public static class OpeningHours
{
    /// <summary>
    /// How far ahead an opening is looked for, in days after today: more than a year, so that what returns each year is found.
    /// </summary>
    public const int HorizonDays = 400;

    /// <summary>What does not close for so many days after today is always open.</summary>
    public const int AlwaysDays = 60;

    internal static Opening Of(IReadOnlyList<Schedule> schedules, IReadOnlyList<Closure> closures, ZonedDateTime now) =>
        Of(date => DayOf(schedules, closures, date), now) with
        {
            PublicHoliday = schedules.Any(schedule => schedule.IsKeptFreeOn(now.Date)),
            ClosureReason = closures.FirstOrDefault(closure => closure.Takes(now.LocalDateTime))?.Reason,
        };

    /// <summary>Of what knows no holiday and no closure beyond its windows.</summary>
    /// <param name="windowsOn">The windows that start on a date.</param>
    internal static Opening Of(Func<LocalDate, IEnumerable<Window>> windowsOn, ZonedDateTime now)
    {
        var ahead = OpenTimesAhead(windowsOn, now).Take(2).ToList();
        Interval? present = ahead.Count > 0 && ahead[0].Contains(now.ToInstant()) ? ahead[0] : null;
        Interval? next = ahead.Skip(present is null ? 0 : 1).Cast<Interval?>().FirstOrDefault();
        var opensAt = next?.Start.InZone(now.Zone).LocalDateTime;
        var state =
            present is null ? StateWhenClosed(opensAt, now)
            : present.Value.End >= Always(now) ? OpeningState.AlwaysOpen
            : OpeningState.OpenNow;
        return new Opening(
            state,
            state is OpeningState.OpenNow ? present?.End.InZone(now.Zone).LocalDateTime : null,
            opensAt,
            PublicHoliday: false,
            ClosureReason: null
        );
    }

    /// <summary>The windows that start on a date.</summary>
    public static IEnumerable<Window> DayOf(IReadOnlyList<Schedule> schedules, IReadOnlyList<Closure> closures, LocalDate date) =>
        WindowsStarting(schedules, closures, date, days: 1);

    /// <summary>The windows that start in the seven days from a date, sorted and each once, for a table of hours.</summary>
    public static IReadOnlyList<Window> WeekOf(IReadOnlyList<Schedule> schedules, IReadOnlyList<Closure> closures, LocalDate from) =>
        [.. WindowsStarting(schedules, closures, from, days: 7).Distinct().OrderBy(window => window.Start).ThenBy(window => window.End)];

    private static Instant Always(ZonedDateTime now) => now.Zone.AtStartOfDay(now.Date.PlusDays(AlwaysDays + 1)).ToInstant();

    private static OpeningState StateWhenClosed(LocalDateTime? opensAt, ZonedDateTime now) =>
        opensAt is null ? OpeningState.NothingPlanned
        : opensAt.Value.Date == now.Date ? OpeningState.OpensLaterToday
        : OpeningState.OpensAnotherDay;

    /// <summary>
    /// Joined times of opening that have not ended, in order; yesterday's windows may run over midnight. Each next day is looked at only
    /// when it is needed, and none after a time without end (<see cref="AlwaysDays"/>).
    /// </summary>
    private static IEnumerable<Interval> OpenTimesAhead(Func<LocalDate, IEnumerable<Window>> windowsOn, ZonedDateTime now)
    {
        var times = Enumerable
            .Range(-1, HorizonDays + 2)
            .SelectMany(day =>
                windowsOn(now.Date.PlusDays(day))
                    .Select(window => window.IntervalIn(now.Zone))
                    .Where(open => open.Start < open.End && open.End > now.ToInstant())
                    .OrderBy(open => open.Start)
            );
        Interval? joined = null;
        foreach (var next in times)
        {
            if (joined is { } open && next.Start > open.End)
            {
                yield return open;
                joined = next;
            }
            else
            {
                joined = joined is { } before ? new Interval(before.Start, Instant.Max(before.End, next.End)) : next;
            }

            if (joined.Value.End >= Always(now))
            {
                break;
            }
        }

        if (joined is { } last)
        {
            yield return last;
        }
    }

    private static IEnumerable<Window> WindowsStarting(
        IReadOnlyList<Schedule> schedules,
        IReadOnlyList<Closure> closures,
        LocalDate first,
        int days
    ) =>
        from date in Enumerable.Range(0, days).Select(first.PlusDays)
        from schedule in schedules
        let window = schedule.WindowStarting(date)?.LeftBy(closures)
        where window is not null
        select window.Value;
}
