using Kiosk.Core.Languages;
using Kiosk.Core.Schema;
using Kiosk.Core.Services;
using Kiosk.Core.Topics;
using NodaTime;

namespace Kiosk.Core.Programme;

/// <summary>Where in the house something happens.</summary>
[Entry("room", "Where in the house something happens.")]
public sealed record Room(
    [Field(Shape = LineShape.Id)] string Id,
    [Field("Its name.", InOwnLanguage = true)] LocalizedText Name,
    [Field(Shape = LineShape.Pictogram)] string Pictogram,
    [Field("How to find it from the screen, such as: up the stairs, second door.")] LocalizedText? Directions
);

/// <summary>A person or a desk that can be asked, and when.</summary>
[Entry("presence", "A person or a desk that can be asked, and when.")]
public sealed record Presence(
    [Field(Shape = LineShape.Id)] string Id,
    [Field("What people in the house call them: a first name, or the desk.", InOwnLanguage = true)] LocalizedText Name,
    [Field("What they help with.")] LocalizedText Role,
    [Field("Where.", In = "rooms")] string? RoomId,
    [Field("Languages they speak.")] IReadOnlyList<LanguageTag> Languages,
    [Field("When they are there.")] IReadOnlyList<Schedule> Schedules,
    [Field("Single dates on which they are here or away all the same.")] IReadOnlyList<PresenceChange> Changes
);

/// <summary>Somebody is here, or away, on one date.</summary>
[Entry("presenceChange", "Somebody is here, or away, on one date.")]
public sealed record PresenceChange([Field("The date.")] LocalDate Date, [Field("Here, or away.")] bool Here);

/// <summary>Something to join in the house.</summary>
[Entry("activity", "Something to join in the house.")]
public sealed record Activity(
    [Field(Shape = LineShape.Id)] string Id,
    [Field("Its name.", InOwnLanguage = true)] LocalizedText Name,
    [Field("What happens there, in plain words.", InOwnLanguage = true)] LocalizedText Description,
    [Field(Shape = LineShape.Pictogram)] string Pictogram,
    [Field("Which of the four functions it serves.")] MeetingFunction Function,
    [Field("Where.", In = "rooms")] string RoomId,
    [Field("Who holds it.", In = "organizations")] string? OrganizationId,
    [Field("The same thing in the guide: that service is open when this takes place.", In = "services")] string? ServiceId,
    [Field("Topics it belongs to.", In = "topics")] IReadOnlyList<string> TopicIds,
    [Field("For whom; left out: everybody.")] LocalizedText? Eligibility,
    [Field("Free of charge.")] bool CostFree,
    [Field("The price in words, or a detail.")] LocalizedText? FeesDescription,
    [Field("Languages spoken there.")] IReadOnlyList<LanguageTag> Languages,
    [Field("When it takes place.")] IReadOnlyList<Schedule> Schedules,
    [Field("Single dates on which it differs.")] IReadOnlyList<ActivityChange> Changes,
    [Field("Of a sensitive kind whatever its topics are: discreet slip and a way to leave quickly.", IsOptional = true)] bool Sensitive
);

/// <summary>One occurrence that differs from its schedule.</summary>
[Entry("change", "One occurrence of an activity that differs from its schedule.")]
public sealed record ActivityChange(
    [Field("The date on which it would have started.")] LocalDate Date,
    [Field("It does not take place.", IsOptional = true)] bool Cancelled,
    [Field("Another date, or the same with other times.")] LocalDate? MovedTo,
    [Field("Another start.")] LocalTime? StartsAt,
    [Field("Another end.")] LocalTime? EndsAt,
    [Field("Another room.", In = "rooms")] string? RoomId,
    [Field("It takes place, and there is no room left.", IsOptional = true)] bool Full,
    [Field("What to tell about it.")] LocalizedText? Notes
);
