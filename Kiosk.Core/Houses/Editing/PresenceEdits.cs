using System.Text.Json.Nodes;
using Kiosk.Core.Schema;
using NodaTime;
using NodaTime.Text;

namespace Kiosk.Core.Houses.Editing;

/// <summary>What staff say of who is here, on the entry of the house file.</summary>
public static class PresenceEdits
{
    /// <summary>The list of the house file that these entries stand in.</summary>
    public const string List = "presences";

    /// <summary>Holds for that date only; what was said of earlier dates is forgotten.</summary>
    public static void SetHere(JsonObject presence, LocalDate date, bool here)
    {
        var iso = LocalDatePattern.Iso.Format(date);
        var later = (presence[Keys.Changes] as JsonArray ?? []).Where(change => string.CompareOrdinal((string?)change!["date"], iso) > 0);
        presence[Keys.Changes] = new JsonArray([
            new JsonObject { ["date"] = iso, ["here"] = here },
            .. later.Select(change => change!.DeepClone()),
        ]);
    }

    /// <summary>The same without what was said of dates before today: kept, it would say who was here on which day.</summary>
    /// <param name="presence">May hold anything: what is no date is left for the house file's reader to refuse.</param>
    public static JsonObject WithoutPast(JsonObject presence, LocalDate today)
    {
        var kept = presence.DeepClone().AsObject();
        if (kept[Keys.Changes] is JsonArray changes)
        {
            var iso = LocalDatePattern.Iso.Format(today);
            changes.RemoveAll(change => DateOf(change) is { } date && string.CompareOrdinal(date, iso) < 0);
            if (changes.Count == 0)
            {
                kept.Remove(Keys.Changes);
            }
        }

        return kept;
    }

    private static string? DateOf(JsonNode? change) =>
        change is JsonObject said && said["date"] is JsonValue date && date.TryGetValue(out string? text) ? text : null;
}
