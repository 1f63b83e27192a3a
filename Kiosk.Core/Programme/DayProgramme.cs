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

    /// <param name="hold">What the house makes of an occurrence, by its doors and closures; null when it is left out.</param>
    internal static DayProgramme For(
        IEnumerable<Activity> activities,
        LocalDate date,
        ZonedDateTime now,
        Func<Occurrence, Occurrence?> hold
    ) =>
        new(
            date,
            activities.SelectMany(activity =>
                Starting(activity, date, now, hold).Concat(date == now.Date ? StillRunning(activity, now, hold) : [])
            )
        );

    /// <summary>
    /// The next times of an activity in order, one in progress included, within <see cref="OpeningHours.HorizonDays"/>. Take as many as are
    /// needed: each next one is looked for only then.
    /// </summary>
    /// <remarks>
    /// Cancelled and moved ones are among them, so that who knows the habit learns of the change: ask <see cref="Occurrence.TakesPlace"/>.
    /// </remarks>
    internal static IEnumerable<Occurrence> Upcoming(Activity activity, ZonedDateTime now, Func<Occurrence, Occurrence?> hold) =>
        InOrder(StillRunning(activity, now, hold))
            .Concat(
                Enumerable
                    .Range(0, OpeningHours.HorizonDays + 1)
                    .SelectMany(days => InOrder(Starting(activity, now.Date.PlusDays(days), now, hold)))
                    .Where(occurrence => occurrence.Phase is not Phase.Past)
            );

    private static IEnumerable<Occurrence> Starting(
        Activity activity,
        LocalDate date,
        ZonedDateTime now,
        Func<Occurrence, Occurrence?> hold
    ) => activity.StartingOn(date).Select(hold).OfType<Occurrence>().Select(occurrence => occurrence.SeenAt(now));

    /// <summary>What began the day before and runs over midnight; nothing lasts longer than 24 hours.</summary>
    private static IEnumerable<Occurrence> StillRunning(Activity activity, ZonedDateTime now, Func<Occurrence, Occurrence?> hold) =>
        Starting(activity, now.Date.PlusDays(-1), now, hold).Where(occurrence => occurrence.TakesPlace && occurrence.Phase is Phase.Now);

    private static List<Occurrence> InOrder(IEnumerable<Occurrence> occurrences) =>
        [
            .. occurrences
                .OrderBy(occurrence => occurrence.Start)
                .ThenByDescending(occurrence => occurrence.WholeDay)
                .ThenBy(occurrence => occurrence.Activity.Id, StringComparer.Ordinal),
        ];
}
