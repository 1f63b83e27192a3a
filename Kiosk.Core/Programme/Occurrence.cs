using Kiosk.Core.Languages;
using Kiosk.Core.Services;
using NodaTime;

namespace Kiosk.Core.Programme;

public enum OccurrenceStatus
{
    /// <summary>At its usual time; the room, the end or the notes may differ.</summary>
    AsPlanned,

    /// <summary>Here is where it now takes place; <see cref="Occurrence.MovedFrom"/> is where it was.</summary>
    Moved,

    /// <summary>Here is where it would have been; <see cref="Occurrence.MovedTo"/> is where it now takes place, on another date.</summary>
    MovedAway,
    Cancelled,
}

/// <summary>Where an occurrence lies from now, by instants.</summary>
public enum Phase
{
    Past,

    /// <summary>From its start to just before its end.</summary>
    Now,
    Later,
}

/// <summary>One time at which an activity takes place, or would have.</summary>
/// <param name="Start">Wall time in the house's zone.</param>
/// <param name="End">Wall time, exclusive; on the next day when it runs over midnight.</param>
/// <param name="WholeDay">It has no times.</param>
/// <param name="RoomId">The room for this time; the usual one where it is cancelled or moved away.</param>
/// <param name="MovedTo">The new start, with <see cref="OccurrenceStatus.MovedAway"/> only.</param>
/// <param name="MovedFrom">The start as planned, with <see cref="OccurrenceStatus.Moved"/> only.</param>
/// <param name="Full">It takes place, and there is no room left.</param>
/// <param name="Notes">What was noted for this date, else what the schedule notes.</param>
public sealed record Occurrence(
    Activity Activity,
    LocalDateTime Start,
    LocalDateTime End,
    bool WholeDay,
    OccurrenceStatus Status,
    string RoomId,
    LocalDateTime? MovedTo,
    LocalDateTime? MovedFrom,
    LocalizedText? Notes,
    bool Full,
    Phase Phase
)
{
    /// <summary>
    /// Somebody wrote this very date: a single one, or one that it was moved to. Then it takes place though the house is closed that day.
    /// </summary>
    public bool IsDated { get; init; }

    /// <summary>Whether one can go there: neither cancelled nor moved away.</summary>
    public bool TakesPlace => Status is OccurrenceStatus.AsPlanned or OccurrenceStatus.Moved;

    internal Occurrence SeenAt(ZonedDateTime now)
    {
        var (instant, interval) = (now.ToInstant(), new Window(Start, End, WholeDay).IntervalIn(now.Zone));
        return this with
        {
            Phase =
                instant < interval.Start ? Phase.Later
                : instant < interval.End ? Phase.Now
                : Phase.Past,
        };
    }
}
