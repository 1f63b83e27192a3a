using Kiosk.Core.Services;
using NodaTime;

namespace Kiosk.Core.Programme;

/// <summary>The occurrences of an activity: its schedules with its changes laid over them.</summary>
internal static class Occurrences
{
    /// <summary>All that start on a date: planned there, moved there, or marking where they would have been.</summary>
    public static IEnumerable<Occurrence> StartingOn(this Activity activity, LocalDate date) =>
        activity
            .Changes.Where(change => change.MovedTo == date)
            .Select(change => change.Date)
            .Append(date)
            .Distinct()
            .SelectMany(planned => activity.PlannedOn(planned).SelectMany(occurrence => occurrence.With(activity.ChangeOf(planned))))
            .Where(occurrence => occurrence.Start.Date == date);

    /// <summary>What became of those planned on a date, wherever they went; of one that moved to another date only where it went.</summary>
    public static IEnumerable<Occurrence> Becoming(this Activity activity, LocalDate planned) =>
        activity
            .PlannedOn(planned)
            .SelectMany(occurrence => occurrence.With(activity.ChangeOf(planned)))
            .Where(occurrence => occurrence.Status != OccurrenceStatus.MovedAway);

    private static IEnumerable<Occurrence> PlannedOn(this Activity activity, LocalDate date) =>
        from schedule in activity.Schedules.DistinctBy(schedule => schedule.WindowStarting(date))
        let window = schedule.WindowStarting(date)
        where window is not null
        let times = window.Value
        select new Occurrence(
            activity,
            times.Start,
            times.End,
            times.WholeDay,
            OccurrenceStatus.AsPlanned,
            activity.RoomId,
            MovedTo: null,
            MovedFrom: null,
            schedule.Notes,
            Full: false,
            Phase: default
        )
        {
            IsDated = schedule.Frequency is Frequency.Once,
        };

    /// <summary>What was said last holds.</summary>
    private static ActivityChange? ChangeOf(this Activity activity, LocalDate date) =>
        activity.Changes.LastOrDefault(change => change.Date == date);

    private static IEnumerable<Occurrence> With(this Occurrence planned, ActivityChange? change)
    {
        if (change is null)
        {
            return [planned];
        }

        var told = planned with { Notes = change.Notes ?? planned.Notes };
        return change.Cancelled ? [told with { Status = OccurrenceStatus.Cancelled }] : told.MovedBy(change);
    }

    private static IEnumerable<Occurrence> MovedBy(this Occurrence planned, ActivityChange change)
    {
        var held = planned.HeldAt(change);
        if (held.Start == planned.Start)
        {
            return [held];
        }

        var moved = held with { Status = OccurrenceStatus.Moved, MovedFrom = planned.Start };
        return moved.Start.Date == planned.Start.Date
            ? [moved]
            : [planned with { Status = OccurrenceStatus.MovedAway, MovedTo = moved.Start }, moved];
    }

    /// <summary>With another start only, it lasts as long as planned: who begins an hour later ends an hour later.</summary>
    private static Occurrence HeldAt(this Occurrence planned, ActivityChange change)
    {
        var start = (change.MovedTo ?? planned.Start.Date) + (change.StartsAt ?? planned.Start.TimeOfDay);
        LocalTime? endsAt = change.EndsAt ?? (planned.WholeDay ? LocalTime.Midnight : null);
        return planned with
        {
            Start = start,
            End = endsAt is { } time ? start.NextAt(time) : start + (planned.End - planned.Start),
            WholeDay = planned.WholeDay && change is { StartsAt: null, EndsAt: null },
            RoomId = change.RoomId ?? planned.RoomId,
            Full = change.Full,
            IsDated = planned.IsDated || change.MovedTo is not null,
        };
    }
}
