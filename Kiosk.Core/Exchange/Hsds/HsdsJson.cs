using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kiosk.Core.Exchange.Hsds;

/// <summary>HSDS as one JSON file: objects with what belongs to them inside.</summary>
public static class HsdsJson
{
    internal static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>How deep HSDS itself nests (service, place, location, address, attribute, term, taxonomy), and some.</summary>
    private const int Deepest = 32;

    /// <summary>Lists of the file, and what each object of them holds inside.</summary>
    private static readonly string[] TopLists =
    [
        HsdsNames.Organizations,
        HsdsNames.Locations,
        HsdsNames.Taxonomies,
        HsdsNames.TaxonomyTerms,
        HsdsNames.Services,
    ];

    public static string Write(HsdsData data)
    {
        var file = new JsonObject();
        var inside = new HashSet<HsdsRow>();
        foreach (var table in TopLists)
        {
            file[table] = new JsonArray([.. data[table].Select(row => Nested(data, table, row, inside, 0))]);
        }

        foreach (var table in data.Tables.Except(TopLists))
        {
            var alone = data[table].Where(row => !inside.Contains(row)).Select(row => (JsonNode)Flat(row)).ToArray();
            if (alone.Length > 0)
            {
                file[table] = new JsonArray(alone);
            }
        }

        return file.ToJsonString(Readable);
    }

    /// <summary>A file of ours, a page of the HSDS API (<c>contents</c>), a list of services or organizations, or one of them.</summary>
    public static HsdsData Read(IncomingFile file)
    {
        var data = new HsdsData();
        if (file.Text(out var problem) is not { } text)
        {
            data.Problems.Add(problem!);
            return data;
        }

        try
        {
            new Flattening(file.Name, data).Read(
                JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { MaxDepth = Deepest, AllowDuplicateProperties = false })
            );
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or ArgumentException)
        {
            var line = (wrong as JsonException)?.LineNumber + 1;
            data.Problems.Add(
                new RowProblem(
                    new Place(file.Name, (int?)line),
                    "This is not a JSON file that can be read: look for a missing comma, quote or bracket, or a key that stands twice."
                )
            );
        }

        return data;
    }

    private static JsonObject Nested(HsdsData data, string table, HsdsRow row, HashSet<HsdsRow> inside, int depth, string? without = null)
    {
        var json = Flat(row, without, HsdsNames.KindColumn(table));
        foreach (var child in HsdsNames.Tables.Where(child => BelongsInside(child.Name, table) && depth < 4))
        {
            var column = HsdsNames.ParentColumn(child.Name, table);
            var rows = data.Where(child.Name, column, row.Id)
                .Where(r => HsdsNames.KindColumn(child.Name) is not { } kind || r[kind] == HsdsNames.Singulars[table])
                .ToList();
            if (rows.Count > 0 || IsOwnList(table, child.Name))
            {
                inside.UnionWith(rows);
                json[ListName(child.Name, table)] = new JsonArray([
                    .. rows.Select(r => Nested(data, child.Name, r, inside, depth + 1, column)),
                ]);
            }
        }

        return Referring(data, table, row, json, inside, depth);
    }

    /// <summary>A place does not hold what is offered there: that would hold the place again.</summary>
    private static bool BelongsInside(string child, string parent) =>
        !TopLists.Contains(child)
        && child != HsdsNames.Descriptions
        && (child != HsdsNames.ServiceAtLocation || parent == HsdsNames.Services);

    /// <summary>A service carries its organization and places, so that whoever reads services only has all of them.</summary>
    private static JsonObject Referring(HsdsData data, string table, HsdsRow row, JsonObject json, HashSet<HsdsRow> inside, int depth)
    {
        foreach (var (key, (other, column)) in HsdsNames.TableOfObject)
        {
            var isPart =
                (table, other)
                is
                    (HsdsNames.Services, HsdsNames.Organizations)
                    or
                    (HsdsNames.ServiceAtLocation, HsdsNames.Locations)
                    or
                    (HsdsNames.Attributes, HsdsNames.TaxonomyTerms);
            if (isPart && row[column].Length > 0 && data.Where(other, "id", row[column]).FirstOrDefault() is { } part)
            {
                json[key] = other == HsdsNames.TaxonomyTerms ? Flat(part) : Nested(data, other, part, inside, depth + 1);
            }
        }

        return json;
    }

    /// <summary>Lists that are written out even when they are empty, so that the next import knows that nothing is in them.</summary>
    private static bool IsOwnList(string table, string child) =>
        HsdsKinds.All.Any(kind => kind.Table == table && kind.Pieces.Any(piece => piece.Table == child));

    private static string ListName(string child, string parent) =>
        child switch
        {
            HsdsNames.ServiceAtLocation => "service_at_locations",
            "service_capacity" => "capacities",
            "urls" => parent == HsdsNames.Services ? "additional_urls" : "additional_websites",
            _ => child,
        };

    private static JsonObject Flat(HsdsRow row, params string?[] without)
    {
        var json = new JsonObject();
        foreach (var (column, value) in row.Columns.Where(column => !without.Contains(column.Key)))
        {
            json[column] =
                HsdsNames.Numbers.Contains(column)
                && decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
                && number.ToString(CultureInfo.InvariantCulture) == value
                    ? JsonValue.Create(number)
                    : value;
        }

        return json;
    }

    /// <summary>Takes nested objects apart into tables.</summary>
    private sealed class Flattening(string file, HsdsData data)
    {
        private readonly Dictionary<(string Table, string Id), HsdsRow> _rows = [];

        public void Read(JsonNode? root)
        {
            switch (root)
            {
                case JsonArray list:
                    ReadList(list, KindOf(list), "");
                    break;
                case JsonObject page when page["contents"] is JsonArray list:
                    ReadList(list, KindOf(list), "contents");
                    break;
                case JsonObject tables
                    when tables.Any(p => p.Value is JsonArray && HsdsNames.TableOf(p.Key) is not null && !tables.ContainsKey("id")):
                    foreach (
                        var (key, list) in tables
                            .Where(p => p.Value is JsonArray && HsdsNames.TableOf(p.Key) is not null)
                            .OrderBy(p => Array.IndexOf(TopLists, p.Key) is var at and >= 0 ? at : TopLists.Length)
                    )
                    {
                        ReadList(list!.AsArray(), HsdsNames.TableOf(key)!, key);
                    }

                    break;
                case JsonObject single when single.ContainsKey("id"):
                    Object(single, KindOf([single.DeepClone()]), "", null);
                    break;
                default:
                    data.Problems.Add(
                        new RowProblem(
                            new Place(file),
                            "There are no services here: HSDS writes { \"services\": [ … ] }, or a list of services."
                        )
                    );
                    break;
            }
        }

        private static string KindOf(JsonArray list) =>
            list.FirstOrDefault() is JsonObject first
            && !first.ContainsKey("status")
            && !first.ContainsKey("organization")
            && !first.ContainsKey("organization_id")
                ? HsdsNames.Organizations
                : HsdsNames.Services;

        private void ReadList(JsonArray list, string table, string path)
        {
            data.Open(table);
            foreach (var (index, item) in list.Index())
            {
                Object(item, table, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"), null);
            }
        }

        private void Object(JsonNode? node, string table, string path, (string Column, string Id, string? KindColumn, string Kind)? parent)
        {
            if (node is not JsonObject json)
            {
                data.Problems.Add(new RowProblem(new Place(file, Path: path), "Here an object { … } is needed."));
                return;
            }

            var row = new HsdsRow(new Place(file, Path: path)) { Lists = [] };
            foreach (var (key, value) in json)
            {
                if (!IsInside(key, value))
                {
                    row[key] = value is JsonArray or JsonObject ? value.ToJsonString(Readable) : value?.ToString() ?? "";
                }
            }

            if (parent is { } above)
            {
                row[above.Column] = above.Id;
                if (above.KindColumn is { } kind)
                {
                    row[kind] = above.Kind;
                }
            }

            Inside(json, table, path, row);
            Keep(table, row);
        }

        private static bool IsInside(string key, JsonNode? value) =>
            (value is JsonArray && HsdsNames.TableOf(key) is not null) || (value is JsonObject && HsdsNames.TableOfObject.ContainsKey(key));

        private void Inside(JsonObject json, string table, string path, HsdsRow row)
        {
            foreach (var (key, value) in json.Where(p => IsInside(p.Key, p.Value)))
            {
                var at = path.Length == 0 ? key : $"{path}.{key}";
                if (value is JsonArray list)
                {
                    var child = HsdsNames.TableOf(key)!;
                    row.Lists!.Add(child);
                    foreach (var (index, item) in list.Index())
                    {
                        Object(
                            item,
                            child,
                            string.Create(CultureInfo.InvariantCulture, $"{at}[{index}]"),
                            (HsdsNames.ParentColumn(child, table), row.Id, HsdsNames.KindColumn(child), HsdsNames.Singulars[table])
                        );
                    }
                }
                else
                {
                    var (other, column) = HsdsNames.TableOfObject[key];
                    row[column] = value!["id"]?.ToString() ?? "";
                    Object(value, other, at, null);
                }
            }
        }

        /// <summary>The same object may stand in many places; what one leaves out another may say.</summary>
        private void Keep(string table, HsdsRow row)
        {
            if (row.Id.Length == 0 || _rows.TryAdd((table, row.Id), row))
            {
                data.Open(table).Add(row);
            }
            else if (_rows[(table, row.Id)].Complete(row) is { } column)
            {
                data.Problems.Add(
                    new RowProblem(
                        row.Place,
                        $"'{column}' says something else than at {_rows[(table, row.Id)].Place.Path}, though both have the id "
                            + $"{row.Id}: the first was taken."
                    )
                );
            }
        }
    }
}
