namespace Kiosk.Core.Exchange.Hsds;

/// <summary>To which entry of the house a row belongs, directly or through other rows.</summary>
internal sealed class HsdsOwners(HsdsData data)
{
    /// <summary>Columns by which a row says what it belongs to, the nearest first.</summary>
    private static readonly (string Column, string Table)[] Links =
    [
        ("service_at_location_id", HsdsNames.ServiceAtLocation),
        ("service_id", HsdsNames.Services),
        ("contact_id", "contacts"),
        ("phone_id", HsdsNames.Phones),
        ("location_id", HsdsNames.Locations),
        ("organization_id", HsdsNames.Organizations),
    ];

    private static readonly string[] AnyKind = ["link_id", "resource_id"];

    private readonly Dictionary<string, HsdsEntry?> _owners = [];
    private readonly Lazy<Dictionary<string, (string Table, HsdsRow Row)>> _rows = new(() => Index(data));

    public abstract record Owner
    {
        public sealed record Entry(HsdsEntry Which) : Owner;

        public sealed record Nobody : Owner;

        /// <summary>It names something that is not there.</summary>
        public sealed record Unknown(string Column, string Id) : Owner;

        /// <summary>It belongs to a row that was refused, of which enough is said.</summary>
        public sealed record Refused : Owner;
    }

    public void Own(HsdsRow row, HsdsEntry entry) => _owners[row.Id] = entry;

    public void Refuse(HsdsRow row) => _owners.TryAdd(row.Id, null);

    public Owner OwnerOf(string table, HsdsRow row) => OwnerOf(table, row, depth: 0);

    private Owner OwnerOf(string table, HsdsRow row, int depth)
    {
        if (HsdsKinds.All.Any(kind => kind.Table == table) && _owners.TryGetValue(row.Id, out var itself))
        {
            return Known(itself);
        }

        var links = Links.Select(link => link.Column).Concat(AnyKind).Where(column => row[column].Length > 0);
        foreach (var column in links)
        {
            var id = row[column];
            return _owners.TryGetValue(id, out var owner) ? Known(owner)
                : depth < Links.Length && _rows.Value.TryGetValue(id, out var parent) ? OwnerOf(parent.Table, parent.Row, depth + 1)
                : new Owner.Unknown(column, id);
        }

        return new Owner.Nobody();
    }

    private static Owner Known(HsdsEntry? entry) => entry is null ? new Owner.Refused() : new Owner.Entry(entry);

    private static Dictionary<string, (string Table, HsdsRow Row)> Index(HsdsData data)
    {
        var rows = new Dictionary<string, (string, HsdsRow)>();
        foreach (var (table, row) in data.Tables.SelectMany(table => data[table].Select(row => (table, row))))
        {
            rows.TryAdd(row.Id, (table, row));
        }

        return rows;
    }
}
