using System.Text.Json.Nodes;

namespace Kiosk.Core.Exchange.Hsds;

/// <summary>
/// The key <c>hsds</c> of an entry: what an import brought that the house has no place for, to be written out again.
/// It holds <c>id</c> (a UUID of elsewhere), <c>fields</c> (columns of the entry's own row that differ from what we would write),
/// <c>rows</c> (rows we do read, by table, that differ) and <c>others</c> (rows we do not read, by table).
/// </summary>
internal sealed class HsdsKept(JsonObject kept)
{
    public const string Key = "hsds";

    public static HsdsKept Of(JsonObject entry) => new(entry[Key] as JsonObject ?? []);

    public string? Id => kept["id"]?.ToString();

    public IEnumerable<KeyValuePair<string, string>> Fields =>
        (kept["fields"] as JsonObject ?? []).Select(column => KeyValuePair.Create(column.Key, column.Value?.ToString() ?? ""));

    /// <summary>Rows of a table that stand for something the entry still may hold.</summary>
    public IEnumerable<HsdsRow> Rows(string table) => RowsOf("rows", table);

    public IEnumerable<string> OtherTables => (kept["others"] as JsonObject ?? []).Select(table => table.Key);

    public IEnumerable<HsdsRow> Others(string table) => RowsOf("others", table);

    private IEnumerable<HsdsRow> RowsOf(string group, string table) =>
        (kept[group]?[table] as JsonArray ?? []).OfType<JsonObject>().Select(HsdsRow.From);
}

/// <summary>Gathers what is to be kept with one entry.</summary>
internal sealed class HsdsKeeping
{
    private readonly Dictionary<string, JsonArray> _rows = [];
    private readonly Dictionary<string, JsonArray> _others = [];

    public string? Id { get; set; }

    public JsonObject Fields { get; } = [];

    public void AddRow(string table, HsdsRow row) => Add(_rows, table, row);

    public void AddOther(string table, HsdsRow row) => Add(_others, table, row);

    /// <summary>Writes the key, or takes it away when nothing is to be kept.</summary>
    public void PutInto(JsonObject entry)
    {
        var kept = new JsonObject();
        if (Id is not null)
        {
            kept["id"] = Id;
        }

        if (Fields.Count > 0)
        {
            kept["fields"] = Fields;
        }

        Put(kept, "rows", _rows);
        Put(kept, "others", _others);
        entry.Remove(HsdsKept.Key);
        if (kept.Count > 0)
        {
            entry[HsdsKept.Key] = kept;
        }
    }

    private static void Add(Dictionary<string, JsonArray> group, string table, HsdsRow row)
    {
        group.TryAdd(table, []);
        group[table].Add((JsonNode)row.ToJson());
    }

    private static void Put(JsonObject kept, string key, Dictionary<string, JsonArray> group)
    {
        if (group.Count > 0)
        {
            kept[key] = new JsonObject(
                group.OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => KeyValuePair.Create(g.Key, (JsonNode?)g.Value))
            );
        }
    }
}
