namespace Kiosk.Core.Exchange.Hsds;

/// <summary>The tables of an HSDS data set, and what could not be read of them.</summary>
public sealed class HsdsData
{
    private readonly Dictionary<string, List<HsdsRow>> _tables = [];
    private readonly Dictionary<(string Table, string Column), ILookup<string, HsdsRow>> _lookups = [];

    public List<RowProblem> Problems { get; } = [];

    public IEnumerable<string> Tables => HsdsNames.Tables.Select(table => table.Name).Where(_tables.ContainsKey);

    public IReadOnlyList<HsdsRow> this[string table] => _tables.GetValueOrDefault(table) ?? [];

    /// <summary>Says that the table is there, even without a row.</summary>
    public List<HsdsRow> Open(string table)
    {
        _lookups.Clear();
        if (!_tables.TryGetValue(table, out var rows))
        {
            _tables[table] = rows = [];
        }

        return rows;
    }

    /// <summary>The rows whose column holds a value.</summary>
    public IEnumerable<HsdsRow> Where(string table, string column, string value)
    {
        if (!_lookups.TryGetValue((table, column), out var lookup))
        {
            _lookups[(table, column)] = lookup = this[table].Where(row => row[column].Length > 0).ToLookup(row => row[column]);
        }

        return lookup[value];
    }

    /// <summary>Whether the data set says which rows of a table belong to a row, be it none.</summary>
    public bool Says(HsdsRow parent, string table) => parent.Lists?.Contains(table) ?? _tables.ContainsKey(table);
}
