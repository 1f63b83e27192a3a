using Kiosk.Core.Languages;
using Kiosk.Core.Services;
using Kiosk.Core.Topics;
using NodaTime;

namespace Kiosk.Core.Programme;

/// <summary>Where in the house something happens.</summary>
/// <param name="Directions">How to find it from the screen: "up the stairs, second door".</param>
public sealed record Room(string Id, LocalizedText Name, string Pictogram, LocalizedText? Directions);

/// <summary>A person or a desk that can be asked, and when.</summary>
/// <param name="Name">What people in the house call them: a first name, or "the desk".</param>
/// <param name="Changes">Single dates on which they are here or away against their schedule.</param>
public sealed record Presence(
    string Id,
    LocalizedText Name,
    LocalizedText Role,
    string? RoomId,
    IReadOnlyList<LanguageTag> Languages,
    IReadOnlyList<Schedule> Schedules,
    IReadOnlyList<PresenceChange> Changes
);

/// <summary>Somebody is here, or away, on one date.</summary>
public sealed record PresenceChange(LocalDate Date, bool Here);

/// <summary>Something to join in the house.</summary>
/// <param name="Schedules">When it takes place; <see cref="Schedule.OpensAt"/> is its start, null for the whole day.</param>
/// <param name="Sensitive">As of a service.</param>
/// <param name="Changes">Single dates on which it is cancelled, moved or elsewhere.</param>
public sealed record Activity(
    string Id,
    LocalizedText Name,
    LocalizedText Description,
    string Pictogram,
    MeetingFunction Function,
    string RoomId,
    string? OrganizationId,
    IReadOnlyList<string> TopicIds,
    LocalizedText? Eligibility,
    bool CostFree,
    LocalizedText? FeesDescription,
    IReadOnlyList<LanguageTag> Languages,
    IReadOnlyList<Schedule> Schedules,
    IReadOnlyList<ActivityChange> Changes,
    bool Sensitive
)
{
    /// <summary>The same thing as a service of the guide: that service is open when this takes place. Null for none.</summary>
    public string? ServiceId { get; init; }
}

/// <summary>One occurrence that differs from its schedule.</summary>
/// <param name="Date">The date on which it would have started.</param>
/// <param name="MovedTo">Another date, or the same with other times; null when it stays.</param>
/// <param name="RoomId">Another room, or null.</param>
/// <param name="Full">It takes place, and there is no room left.</param>
public sealed record ActivityChange(
    LocalDate Date,
    bool Cancelled,
    LocalDate? MovedTo,
    LocalTime? StartsAt,
    LocalTime? EndsAt,
    string? RoomId,
    bool Full,
    LocalizedText? Notes
);
