using System.Text.Json.Nodes;

namespace Kiosk.Core.Exchange.Hsds;

/// <summary>One object of HSDS, flat: a line of a CSV file.</summary>
public sealed class HsdsRow(Place place)
{
    private readonly Dictionary<string, string> _columns = [];

    /// <summary>Where it stands in what was brought in.</summary>
    public Place Place => place;

    public IEnumerable<KeyValuePair<string, string>> Columns => _columns;

    public string Id => this["id"];

    /// <summary>Lists of other tables that a JSON object wrote out, an empty list included; null in CSV, where files say it.</summary>
    internal HashSet<string>? Lists { get; set; }

    /// <summary>Empty when it is not there.</summary>
    public string this[string column]
    {
        get => _columns.GetValueOrDefault(column, "");
        set => _columns[column] = value;
    }

    /// <summary>Whether the column is there, with something in it or nothing.</summary>
    public bool Says(string column) => _columns.ContainsKey(column);

    public static HsdsRow From(JsonObject row)
    {
        var read = new HsdsRow(new Place(""));
        foreach (var (column, value) in row)
        {
            read[column] = value?.ToString() ?? "";
        }

        return read;
    }

    /// <summary>Without the columns that are empty.</summary>
    public JsonObject ToJson() => new(_columns.Where(c => c.Value.Length > 0).Select(c => KeyValuePair.Create(c.Key, (JsonNode?)c.Value)));

    /// <summary>Puts in what is not there yet.</summary>
    /// <returns>A column that both have with another value; null when they agree.</returns>
    internal string? Complete(HsdsRow other)
    {
        foreach (var (column, value) in other._columns.Where(c => !_columns.ContainsKey(c.Key)).ToList())
        {
            _columns[column] = value;
        }

        Lists?.UnionWith(other.Lists ?? []);
        return _columns.FirstOrDefault(c => other.Says(c.Key) && other[c.Key] != c.Value).Key;
    }
}
