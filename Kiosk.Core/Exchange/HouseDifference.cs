using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kiosk.Core.Exchange;

/// <summary>Compares two house files entry by entry, and within an entry field by field.</summary>
public static class HouseDifference
{
    private const string Profile = "house";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyList<EntryChange> Between(JsonObject before, JsonObject after)
    {
        var language = after[Profile]?["languages"]?[0]?.ToString() ?? "fr";
        var lists = after.Concat(before).Select(p => p.Key).Where(key => key is not ("format" or "$schema" or Profile)).Distinct();
        return
        [
            .. Changed(Profile, "", before[Profile] as JsonObject, after[Profile] as JsonObject, language),
            .. lists.SelectMany(list => Lists(list, before[list] as JsonArray, after[list] as JsonArray, language)),
        ];
    }

    private static IEnumerable<EntryChange> Lists(string list, JsonArray? before, JsonArray? after, string language)
    {
        var (old, now) = (ById(before), ById(after));
        var kept = now.SelectMany(entry => Changed(list, entry.Key, old.GetValueOrDefault(entry.Key), entry.Value, language));
        var gone = old.Where(entry => !now.ContainsKey(entry.Key))
            .SelectMany(entry => Changed(list, entry.Key, entry.Value, null, language));
        return kept.Concat(gone);
    }

    private static Dictionary<string, JsonObject> ById(JsonArray? list)
    {
        var entries = new Dictionary<string, JsonObject>();
        foreach (var entry in (list ?? []).OfType<JsonObject>())
        {
            entries.TryAdd(entry["id"]?.ToString() ?? "", entry);
        }

        return entries;
    }

    private static IEnumerable<EntryChange> Changed(string list, string id, JsonObject? before, JsonObject? after, string language)
    {
        if (JsonNode.DeepEquals(before, after))
        {
            return [];
        }

        var fate =
            before is null ? EntryFate.Added
            : after is null ? EntryFate.Removed
            : EntryFate.Changed;
        IReadOnlyList<FieldChange> fields = before is null || after is null ? [] : [.. Fields("", before, after)];
        return [new EntryChange(list, id, NameOf(after ?? before!, id, language), fate, fields)];
    }

    private static IEnumerable<FieldChange> Fields(string path, JsonObject before, JsonObject after) =>
        from key in after.Concat(before).Select(p => p.Key).Distinct()
        let old = before[key]
        let now = after[key]
        where !JsonNode.DeepEquals(old, now)
        let at = path.Length == 0 ? key : $"{path}.{key}"
        from change in Field(at, old, now)
        select change;

    private static IEnumerable<FieldChange> Field(string at, JsonNode? before, JsonNode? after) =>
        (before ?? after) is JsonObject && (after ?? before) is JsonObject
            ? Fields(at, before as JsonObject ?? [], after as JsonObject ?? [])
            : [new FieldChange(at, Words(before), Words(after))];

    private static string NameOf(JsonObject entry, string id, string language) =>
        (entry["name"] ?? entry["text"]) is JsonObject name ? (name[language] ?? name.FirstOrDefault().Value)?.ToString() ?? id : id;

    private static string? Words(JsonNode? value) =>
        value switch
        {
            null => null,
            JsonValue single when single.GetValueKind() == JsonValueKind.String => single.GetValue<string>(),
            JsonArray list => string.Join(" · ", list.Select(Words)),
            JsonObject entry => string.Join(
                ", ",
                entry.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Key}: {Words(p.Value)}"))
            ),
            _ => value.ToJsonString(Readable),
        };
}
