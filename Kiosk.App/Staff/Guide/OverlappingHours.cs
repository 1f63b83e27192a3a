using System.Text.Json.Nodes;
using Kiosk.Core.Houses.Editing;
using Kiosk.Core.Schema;
using NodaTime;
using NodaTime.Text;

namespace Kiosk.App.Staff.Guide;

/// <summary>Finds two windows of one entry that are open at once: most often a window was meant to take the place of another.</summary>
internal static class OverlappingHours
{
    private const int MinutesADay = 24 * 60;

    public static IEnumerable<EntryProblem> In(EntryKey key, JsonObject body, Guidebook book)
    {
        var windows = (body[Keys.Schedules] as JsonArray ?? [])
            .OfType<JsonObject>()
            .Index()
            .Select(row => Window.Of(row.Index, row.Item))
            .OfType<Window>()
            .ToList();
        return from second in windows
            let first = windows.TakeWhile(earlier => earlier.Row < second.Row).FirstOrDefault(earlier => earlier.Meets(second))
            where first is not null
            let day = HoursField.DayName(HoursField.Days.First(day => first.Days.Contains(day) && second.Days.Contains(day)), book)
            select new EntryProblem(
                key,
                $"schedules[{second.Row}]",
                book.Words.Translate("guide.overlap", ("day", day), ("one", first.Times), ("other", second.Times)).Text
            );
    }

    /// <summary>A window of every week; minutes of its first day.</summary>
    private sealed record Window(int Row, IReadOnlySet<string> Days, int From, int To, LocalDate First, LocalDate Last, string Times)
    {
        public static Window? Of(int row, JsonObject schedule) =>
            HoursField.KindOf(schedule) == HoursField.Weekly
            && !schedule.ContainsKey("interval")
            && Minute(schedule["opensAt"]) is { } from
            && Minute(schedule["closesAt"]) is { } to
                ? new Window(
                    row,
                    HoursField.DaysOf(schedule),
                    from,
                    to > from ? to : to + MinutesADay,
                    Date(schedule["validFrom"]) ?? LocalDate.MinIsoValue,
                    Date(schedule["validTo"]) ?? LocalDate.MaxIsoValue,
                    $"{schedule["opensAt"]}–{schedule["closesAt"]}"
                )
                : null;

        public bool Meets(Window other) =>
            Days.Overlaps(other.Days) && From < other.To && other.From < To && First <= other.Last && other.First <= Last;

        private static int? Minute(JsonNode? time) =>
            LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(time?.ToString() ?? "") is { Success: true } read
                ? (read.Value.Hour * 60) + read.Value.Minute
                : null;

        private static LocalDate? Date(JsonNode? date) =>
            LocalDatePattern.Iso.Parse(date?.ToString() ?? "") is { Success: true } read ? read.Value : null;
    }
}
