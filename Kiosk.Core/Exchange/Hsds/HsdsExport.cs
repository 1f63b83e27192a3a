using System.Text.Json.Nodes;
using Kiosk.Core.Schema;

namespace Kiosk.Core.Exchange.Hsds;

/// <summary>A house as an HSDS 3 data set.</summary>
public static class HsdsExport
{
    /// <param name="house">A house file that was read without a problem.</param>
    public static HsdsData From(JsonObject house)
    {
        var (data, scope) = (new HsdsData(), new HsdsScope(house));
        foreach (var kind in HsdsKinds.All)
        {
            data.Open(kind.Table);
            foreach (var piece in kind.Pieces)
            {
                data.Open(piece.Table);
            }

            foreach (var entry in HsdsScope.Entries(house, kind.List))
            {
                Write(kind, entry, data, scope);
            }
        }

        WriteHouse(house["house"]!.AsObject(), data, scope);
        WriteTaxonomy(house, data, scope);
        WriteDescription(data, scope);
        return data;
    }

    /// <summary>The entry's own row, as it would be written if nothing had been kept.</summary>
    internal static HsdsRow OwnRow(HsdsKind kind, JsonObject entry, HsdsScope scope)
    {
        var row = new HsdsRow(new Place("")) { ["id"] = scope.UuidOf(kind.List, entry["id"]!.ToString()) };
        foreach (var field in kind.Fields.Where(field => entry[field.Key] is not null))
        {
            field.Write(entry[field.Key]!, row, scope);
        }

        return row;
    }

    /// <summary>A row that belongs to an entry, as it would be written if nothing had been kept.</summary>
    internal static HsdsRow PieceRow(HsdsKind kind, string id, HsdsPiece piece, JsonNode value, int index, string parent, HsdsScope scope)
    {
        var row = new HsdsRow(new Place("")) { ["id"] = scope.Ids.Piece(kind.List, id, piece.Table, index) };
        row[HsdsNames.ParentColumn(piece.Table, kind.Table)] = parent;
        if (HsdsNames.KindColumn(piece.Table) is { } column)
        {
            row[column] = HsdsNames.Singulars[kind.Table];
        }

        piece.Write(value, row, scope);
        return row;
    }

    private static void Write(HsdsKind kind, JsonObject entry, HsdsData data, HsdsScope scope)
    {
        var (row, kept) = (OwnRow(kind, entry, scope), HsdsKept.Of(entry));
        foreach (var (column, value) in kept.Fields.Where(field => StillSays(kind, row, field.Key, field.Value, scope)))
        {
            row[column] = value;
        }

        data.Open(kind.Table).Add(row);
        WritePieces(kind, entry, kept, row.Id, data, scope);
        WriteOthers(kept, data);
    }

    /// <summary>Whether what was brought in for a column still means what the house says now.</summary>
    private static bool StillSays(HsdsKind kind, HsdsRow row, string column, string kept, HsdsScope scope)
    {
        if (kind.Fields.Where(f => f.Owns(column)).MaxBy(f => f is not WrittenField) is not { } field || field is WrittenField)
        {
            return true;
        }

        var (old, holder, again) = (new HsdsRow(row.Place) { [column] = kept }, new JsonObject(), new HsdsRow(row.Place));
        if (field is TextField text)
        {
            old[text.LanguageColumn] = row[text.LanguageColumn];
        }

        field.Read(old, holder, scope);
        if (holder[field.Key] is { } value)
        {
            field.Write(value, again, scope);
        }

        return again[column] == row[column];
    }

    private static void WritePieces(HsdsKind kind, JsonObject entry, HsdsKept kept, string parent, HsdsData data, HsdsScope scope)
    {
        foreach (var piece in kind.Pieces)
        {
            var old = kept.Rows(piece.Table).Select(row => (Row: row, piece.Read(row, scope).Value)).ToList();
            foreach (var (index, value) in piece.ValuesOf(entry).Index())
            {
                var match = old.FindIndex(row => row.Value is not null && piece.Same(row.Value, value));
                data.Open(piece.Table)
                    .Add(match < 0 ? PieceRow(kind, entry["id"]!.ToString(), piece, value, index, parent, scope) : old[match].Row);
                if (match >= 0)
                {
                    old.RemoveAt(match);
                }
            }
        }
    }

    private static void WriteOthers(HsdsKept kept, HsdsData data)
    {
        foreach (var table in kept.OtherTables.Where(HsdsNames.Singulars.ContainsKey))
        {
            data.Open(table).AddRange(kept.Others(table));
        }
    }

    private static void WriteHouse(JsonObject profile, HsdsData data, HsdsScope scope)
    {
        var kept = HsdsKept.Of(profile);
        WritePieces(HsdsKinds.House, profile, kept, scope.UuidOf("locations", profile[Keys.LocationId]!.ToString()), data, scope);
        WriteOthers(kept, data);
    }

    private static void WriteTaxonomy(JsonObject house, HsdsData data, HsdsScope scope)
    {
        var id = scope.Ids.Of("taxonomy");
        if (HsdsScope.Entries(house, "topics").Any() && !data.Where(HsdsNames.Taxonomies, "id", id).Any())
        {
            data.Open(HsdsNames.Taxonomies)
                .Add(
                    new HsdsRow(new Place(""))
                    {
                        ["id"] = id,
                        ["name"] = "Topics of the house",
                        ["description"] = "What a visitor points at on the kiosk's screen.",
                    }
                );
        }
    }

    /// <summary>In which language the standard columns are.</summary>
    private static void WriteDescription(HsdsData data, HsdsScope scope)
    {
        foreach (var table in data.Tables.Where(table => table != HsdsNames.Descriptions).ToList())
        {
            data.Open(HsdsNames.Descriptions)
                .Add(
                    new HsdsRow(new Place(""))
                    {
                        ["id"] = scope.Ids.Of($"description/{table}"),
                        ["name"] = table,
                        ["language"] = scope.HouseLanguage,
                        ["character_set"] = "UTF-8",
                    }
                );
        }
    }
}
