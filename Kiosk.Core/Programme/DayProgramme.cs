using Kiosk.Core.Services;
using NodaTime;

namespace Kiosk.Core.Programme;

/// <summary>What takes place in the house on one day, seen from now.</summary>
public sealed class DayProgramme
{
    private DayProgramme(LocalDate date, IEnumerable<Occurrence> occurrences)
    {
        Date = date;
        Occurrences = InOrder(occurrences);
        Now = [.. Occurrences.Where(occurrence => occurrence.TakesPlace && occurrence.Phase is Phase.Now)];
        var later = Occurrences.Where(occurrence => occurrence.TakesPlace && occurrence.Phase is Phase.Later).ToList();
        Next = [.. later.TakeWhile(occurrence => occurrence.Start == later[0].Start)];
    }

    public LocalDate Date { get; }

    /// <summary>
    /// All that start on the date, cancelled and moved ones too, and today also what began yesterday and is still running. By start,
    /// then whole days first, then by the activity's id, which is the same in every language.
    /// </summary>
    public IReadOnlyList<Occurrence> Occurrences { get; }

    /// <summary>In progress.</summary>
    public IReadOnlyList<Occurrence> Now { get; }

    /// <summary>The soonest of those still to come: all that share the earliest start.</summary>
    public IReadOnlyList<Occurrence> Next { get; }

    /// <param name="leavesOut">What is not to be told of; null for nothing.</param>
    public static DayProgramme For(
        IEnumerable<Activity> activities,
        LocalDate date,
        ZonedDateTime now,
        Func<Occurrence, bool>? leavesOut = null
    ) =>
        new(
            date,
            activities
                .SelectMany(activity => activity.StartingOn(date, now).Concat(StillRunning(activity, date, now)))
                .Where(occurrence => leavesOut?.Invoke(occurrence) is not true)
        );

    /// <summary>
    /// The next times of an activity in order, one in progress included, within <see cref="OpeningHours.HorizonDays"/>. Take as many as are
    /// needed: each next one is looked for only then.
    /// </summary>
    /// <remarks>
    /// Cancelled and moved ones are among them, so that who knows the habit learns of the change: ask <see cref="Occurrence.TakesPlace"/>.
    /// </remarks>
    public static IEnumerable<Occurrence> Upcoming(Activity activity, ZonedDateTime now) =>
        InOrder(StillRunning(activity, now.Date, now))
            .Concat(
                Enumerable
                    .Range(0, OpeningHours.HorizonDays + 1)
                    .SelectMany(days => InOrder(activity.StartingOn(now.Date.PlusDays(days), now)))
                    .Where(occurrence => occurrence.Phase is not Phase.Past)
            );

    /// <summary>What began the day before and runs over midnight; nothing lasts longer than 24 hours.</summary>
    private static IEnumerable<Occurrence> StillRunning(Activity activity, LocalDate date, ZonedDateTime now) =>
        activity
            .StartingOn(date.PlusDays(-1), now)
            .Where(occurrence => date == now.Date && occurrence.TakesPlace && occurrence.Phase is Phase.Now);

    private static List<Occurrence> InOrder(IEnumerable<Occurrence> occurrences) =>
        [
            .. occurrences
                .OrderBy(occurrence => occurrence.Start)
                .ThenByDescending(occurrence => occurrence.WholeDay)
                .ThenBy(occurrence => occurrence.Activity.Id, StringComparer.Ordinal),
        ];
}
