using System.Text.Json.Serialization;
using Kiosk.Core.Languages;
using Kiosk.Core.Schema;
using NodaTime;

namespace Kiosk.Core.Services;

/// <summary>How often a schedule returns; the names and meaning of HSDS 3 and RFC 5545 <c>FREQ</c>.</summary>
public enum Frequency
{
    /// <summary>On one date only: <see cref="Schedule.ValidFrom"/>.</summary>
    Once,

    [JsonStringEnumMemberName("WEEKLY")]
    Weekly,

    [JsonStringEnumMemberName("MONTHLY")]
    Monthly,
}

/// <summary>
/// A day in a rule, as in RFC 5545 <c>BYDAY</c>: <c>MO</c>, or in a monthly rule <c>2MO</c> (second Monday) and <c>-1FR</c> (last Friday).
/// </summary>
/// <param name="Nth">0 in a weekly rule (every such day); 1 to 5 from the month's start, -1 to -5 from its end, in a monthly rule.</param>
public readonly record struct ByDay(IsoDayOfWeek Day, int Nth);

/// <summary>One window of time that returns: service hours, an activity, a person's presence, the house's own opening.</summary>
/// <param name="Interval">Every how many weeks or months, counted from <paramref name="ValidFrom"/>; 1 or more.</param>
/// <param name="OpensAt">Wall time in the house's zone; null together with <paramref name="ClosesAt"/> for the whole day.</param>
/// <param name="ClosesAt">Wall time; at or before <paramref name="OpensAt"/> it lies on the next day, so 00:00 is midnight at the
/// end. As it was written: ask <see cref="Closes"/>.</param>
/// <param name="ValidFrom">First day of the rule; required when <paramref name="Interval"/> is over 1 or for <see
/// cref="Frequency.Once"/>.</param>
/// <param name="ValidTo">Last day of the rule, inclusive.</param>
/// <param name="OnPublicHolidays">Whether it takes place on Belgian public holidays too.</param>
[Entry("schedule", "One window of time that returns, or one date.", WrittenAs = typeof(WrittenSchedule))]
public sealed record Schedule(
    Frequency Frequency,
    int Interval,
    IReadOnlyList<ByDay> ByDay,
    LocalTime? OpensAt,
    LocalTime? ClosesAt,
    LocalDate? ValidFrom,
    LocalDate? ValidTo,
    bool OnPublicHolidays,
    LocalizedText? Notes
)
{
    private static readonly LocalTime LastMinute = new(23, 59);

    /// <summary>When it closes: 23:59 is how midnight is written where 24:00 cannot be.</summary>
    public LocalTime? Closes => ClosesAt >= LastMinute ? LocalTime.Midnight : ClosesAt;

    /// <summary>It has no times, or they say day and night: 00:00 to 00:00, 00:00 to 23:59.</summary>
    public bool IsWholeDay => OpensAt is null || (OpensAt == LocalTime.Midnight && Closes == LocalTime.Midnight);

    /// <summary>One date from midnight to midnight.</summary>
    public static Schedule WholeDay(LocalDate date) => new(Frequency.Once, 1, [], null, null, date, date, true, null);
}

/// <summary>
/// Days on which something is closed although its schedule says otherwise, first to last inclusive. It takes what begins on those days;
/// what began the evening before runs to its end.
/// </summary>
[Entry("closure", "Days on which something is closed although its schedule says otherwise.")]
public sealed record Closure(
    [Field("First day, inclusive.")] LocalDate From,
    [Field("Last day, inclusive.")] LocalDate To,
    [Field("Why, as the visitor reads it.")] LocalizedText? Reason,
    [Field("On the first day it begins at this time, and cuts short what is open then; left out: the whole day.")] LocalTime? Starts = null,
    [Field("Of the house, said at the desk: it takes what was written for that very day too.", IsOptional = true)] bool Unforeseen = false
)
{
    internal LocalDateTime Begin => From + (Starts ?? LocalTime.Midnight);

    /// <summary>Exclusive.</summary>
    internal LocalDateTime End => To.PlusDays(1).AtMidnight();

    internal bool Takes(LocalDateTime start) => Begin <= start && start < End;
}
