using System.Text.Json;
using System.Text.Json.Nodes;
using Kiosk.Core.Schema;

namespace Kiosk.Core.Houses.Editing;

/// <summary>Brings two changes of one entry together when they do not touch the same.</summary>
/// <remarks>
/// Keys are brought together one by one, and so are the languages of a text and the dates of a list of changes; anything else is whole:
/// hours changed by two people are a question for one of them.
/// </remarks>
public static class EntryMerge
{
    /// <param name="before">What both began with.</param>
    /// <param name="theirs">What was saved first.</param>
    /// <param name="mine">What comes second.</param>
    /// <returns>Both together, or the keys that both changed, each in its way.</returns>
    public static (JsonObject? Merged, IReadOnlyList<string> Both) Merge(JsonObject before, JsonObject theirs, JsonObject mine)
    {
        var merged = new JsonObject();
        var both = new List<string>();
        foreach (var key in theirs.Select(p => p.Key).Union(mine.Select(p => p.Key)))
        {
            if (!TryMerge(before[key], theirs[key], mine[key], out var value))
            {
                both.Add(key);
            }
            else if (value is not null)
            {
                merged[key] = value.DeepClone();
            }
        }

        return both.Count == 0 ? (merged, both) : (null, both);
    }

    private static bool TryMerge(JsonNode? before, JsonNode? theirs, JsonNode? mine, out JsonNode? merged)
    {
        merged = JsonNode.DeepEquals(mine, before) ? theirs : mine;
        if (JsonNode.DeepEquals(mine, before) || JsonNode.DeepEquals(theirs, before) || JsonNode.DeepEquals(theirs, mine))
        {
            return true;
        }

        merged = (before ?? Empty(theirs), theirs, mine) switch
        {
            (JsonObject b, JsonObject t, JsonObject m) => Merge(b, t, m).Merged,
            (JsonArray b, JsonArray t, JsonArray m) when ByDate(b) is { } dated => MergeDates(dated, ByDate(t), ByDate(m)),
            _ => null,
        };
        return merged is not null;
    }

    private static JsonNode? Empty(JsonNode? like) =>
        like switch
        {
            JsonObject => new JsonObject(),
            JsonArray => new JsonArray(),
            _ => null,
        };

    private static JsonArray? MergeDates(JsonObject before, JsonObject? theirs, JsonObject? mine) =>
        theirs is not null
        && mine is not null
        && Merge(before, theirs, mine).Merged is { } merged
        && !merged.Any(change => SaysTwo(change.Value!.AsObject()))
            ? [.. merged.OrderBy(change => change.Key, StringComparer.Ordinal).Select(change => change.Value!.DeepClone())]
            : null;

    /// <summary>What is cancelled has no other time or room, and is not full: one of the two was said by each.</summary>
    private static bool SaysTwo(JsonObject change) =>
        change["cancelled"]?.GetValueKind() == JsonValueKind.True
        && change.Any(said => said.Key is "movedTo" or "startsAt" or "endsAt" or Keys.RoomId or "full");

    /// <summary>A list of changes as an object with a key per date; null when it is none, or names a date twice.</summary>
    private static JsonObject? ByDate(JsonArray list)
    {
        var dates = list.Select(item => (item as JsonObject)?["date"]?.ToString()).ToList();
        return dates.Contains(null) || dates.Distinct().Count() < dates.Count
            ? null
            : new JsonObject(list.Zip(dates, (item, date) => KeyValuePair.Create(date!, item?.DeepClone())));
    }
}
