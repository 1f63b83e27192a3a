using System.Text.Json.Nodes;

namespace Kiosk.Core.Exchange.Hsds;

/// <summary>
/// What a row says: a value of the house file, or a sentence why not, or neither when the house has no place for such rows.
/// </summary>
internal readonly record struct PieceReading(JsonNode? Value, string? Sentence = null);

/// <summary>A key of an entry whose values are rows of a table of their own.</summary>
internal abstract class HsdsPiece(string table, string key)
{
    public string Table => table;

    public string Key => key;

    /// <summary>The entry holds one value at most; what is more is kept aside.</summary>
    public virtual bool IsSingle => false;

    /// <summary>Columns that hold a text in the language of the file.</summary>
    public virtual IReadOnlyList<TextField> Texts => [];

    public abstract PieceReading Read(HsdsRow row, HsdsScope scope);

    public abstract void Write(JsonNode value, HsdsRow row, HsdsScope scope);

    public virtual IReadOnlyList<JsonNode> ValuesOf(JsonObject entry) =>
        entry[Key] switch
        {
            null => [],
            JsonArray list => [.. list.Select(value => value!)],
            var single => [single],
        };

    public virtual void Put(JsonObject entry, IReadOnlyList<JsonNode> values)
    {
        var (before, now) = (ValuesOf(entry), values);
        if (before.Count == now.Count && before.Zip(now).All(pair => Same(pair.First, pair.Second)))
        {
            return;
        }

        entry.Remove(Key);
        if (values.Count > 0)
        {
            entry[Key] = IsSingle ? values[0] : new JsonArray([.. values]);
        }
    }

    /// <summary>Whether two values mean the same; some can be written in more than one way.</summary>
    public virtual bool Same(JsonNode one, JsonNode other) => JsonNode.DeepEquals(one, other);
}
