using Kiosk.Core.Languages;
using Kiosk.Core.Programme;
using Kiosk.Core.Services;
using Kiosk.Core.Topics;
using Kiosk.Tests.Services;
using NodaTime;

namespace Kiosk.Tests.Programme;

/// <summary>Activities of which only the time, the room and the changes matter.</summary>
internal static class Activities
{
    public static Activity Activity(string id, params Schedule[] schedules) =>
        new(
            id,
            Text(id),
            Text(id),
            id,
            MeetingFunction.Meet,
            "kitchen",
            null,
            null,
            [],
            null,
            true,
            null,
            [],
            schedules,
            [],
            Sensitive: false
        );

    public static Activity But(this Activity activity, params ActivityChange[] changes) => activity with { Changes = changes };

    public static ActivityChange Change(string date, string? movedTo = null, string? starts = null, string? ends = null) =>
        new(
            Brussels.Date(date),
            Cancelled: false,
            movedTo is null ? null : Brussels.Date(movedTo),
            TimeOrNull(starts),
            TimeOrNull(ends),
            RoomId: null,
            Full: false,
            Notes: null
        );

    public static ActivityChange Cancelled(string date) => Change(date) with { Cancelled = true };

    public static LocalizedText Text(string text) => new([new(LanguageTag.Parse("fr"), text)]);

    private static LocalTime? TimeOrNull(string? text) => text is null ? null : Brussels.Time(text);
}
