using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kiosk.Core.Schema;

namespace Kiosk.Core.Houses;

/// <summary>The JSON Schema of the house file, for editors that complete and check while somebody writes; see
/// <c>docs/house.schema.json</c>.</summary>
public static class HouseJsonSchema
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private const string Beyond =
        " Beyond this schema the reader checks that ids are unique and lead somewhere, that topics are two levels deep, that names exist "
        + "in the house's own language and that drawings exist. No list holds more than 20 000 entries.";

    /// <summary>What a value looks like wherever it stands.</summary>
    private const string Shapes = """
        {
          "id": {
            "type": "string",
            "pattern": "^[a-z0-9][a-z0-9-]{1,39}$",
            "description": "Lower-case letters, digits and hyphens, 2 to 40; unique within its list."
          },
          "line": {
            "type": "string",
            "minLength": 1,
            "maxLength": 1000,
            "pattern": "\\S",
            "description": "One text in quotes, not blank."
          },
          "text": {
            "type": "object",
            "minProperties": 1,
            "propertyNames": { "$ref": "#/$defs/language" },
            "additionalProperties": { "$ref": "#/$defs/line" },
            "description": "A text per language; at least the house's own, the first of house.languages."
          },
          "language": {
            "type": "string",
            "pattern": "^[a-z]{2,3}$",
            "description": "Two or three lower-case letters: fr, ar, ti."
          },
          "date": {
            "type": "string",
            "format": "date",
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
            "description": "A date that exists: 2026-12-05."
          },
          "time": {
            "type": "string",
            "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$",
            "description": "Wall time in the house's zone, 00:00 to 23:59."
          },
          "webAddress": {
            "$ref": "#/$defs/line",
            "format": "uri",
            "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://",
            "description": "A whole web address."
          },
          "mailAddress": { "$ref": "#/$defs/line", "description": "An address for mail." },
          "phoneNumber": {
            "$ref": "#/$defs/line",
            "pattern": "^[0-9+ ()/.-]*[0-9][0-9+ ()/.-]*$",
            "description": "Digits and spaces: +32 2 555 01 02."
          },
          "country": {
            "$ref": "#/$defs/line",
            "pattern": "^[A-Z]{2}$",
            "description": "Two letters of ISO 3166-1: BE."
          },
          "pictogram": {
            "$ref": "#/$defs/line",
            "description": "File name without .svg of a drawing in assets/pictograms; see docs/pictograms.md."
          },
          "imported": {
            "type": "object",
            "description": "What an import from HSDS brought that the house has no key for; written out again by the next export."
          }
        }
        """;

    /// <summary>What must hold between the fields of an entry, by the entry's name; the reader's side is <see cref="EntryRules"/> and
    /// <see cref="ScheduleEntry"/>.</summary>
    private static readonly Dictionary<string, string> Conditions = new()
    {
        ["service"] = """
            {
              "if": { "required": ["qrContent"], "properties": { "qrContent": { "const": "url" } } },
              "then": { "required": ["url"] }
            }
            """,
        ["schedule"] = """
            {
              "dependentRequired": { "opensAt": ["closesAt"], "closesAt": ["opensAt"] },
              "if": { "required": ["date"] },
              "then": {
                "properties": { "freq": false, "byday": false, "interval": false, "validFrom": false, "validTo": false }
              },
              "else": {
                "required": ["freq", "byday"],
                "if": { "properties": { "freq": { "const": "MONTHLY" } } },
                "then": {
                  "properties": {
                    "byday": { "pattern": "^\\s*-?[1-5](MO|TU|WE|TH|FR|SA|SU)(\\s*,\\s*-?[1-5](MO|TU|WE|TH|FR|SA|SU))*\\s*$" }
                  }
                },
                "else": {
                  "properties": { "byday": { "pattern": "^\\s*(MO|TU|WE|TH|FR|SA|SU)(\\s*,\\s*(MO|TU|WE|TH|FR|SA|SU))*\\s*$" } }
                }
              }
            }
            """,
    };

    /// <summary>The whole schema, as <c>docs/house.schema.json</c> has it.</summary>
    public static string Text => Whole().ToJsonString(Readable) + "\n";

    private static JsonObject Whole()
    {
        var root = EntrySchema.Of<HouseParts>();
        var whole = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Kiosk house file, format 1",
        };
        Add(whole, Definition(root, root.About.Description + Beyond));
        whole["properties"]!
            .AsObject()
            .Insert(0, "$schema", new JsonObject { ["type"] = "string", ["description"] = "For editors; the reader passes over it." });
        var definitions = JsonNode.Parse(Shapes)!.AsObject();
        foreach (var entry in EntriesIn(root).DistinctBy(entry => entry.About.Name))
        {
            definitions[entry.About.Name] = Definition(entry, entry.About.Description);
        }

        whole["$defs"] = definitions;
        return whole;
    }

    private static IEnumerable<EntrySchema> EntriesIn(EntrySchema schema) =>
        schema
            .Fields.Where(field => field.Kind == FieldKind.Entry)
            .Select(field => EntrySchema.Of(field.ItemType))
            .SelectMany(entry => EntriesIn(entry).Prepend(entry));

    private static JsonObject Definition(EntrySchema schema, string description)
    {
        var definition = new JsonObject
        {
            ["type"] = "object",
            ["description"] = description,
            ["required"] = new JsonArray([.. schema.Fields.Where(field => field.IsRequired).Select(field => (JsonNode)field.Key)]),
            ["additionalProperties"] = false,
            ["properties"] = new JsonObject(schema.Fields.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)Property(field)))),
        };
        if (schema.About.KeepsHsds)
        {
            definition["properties"]!["hsds"] = Reference("imported");
        }

        if (Conditions.TryGetValue(schema.About.Name, out var conditions))
        {
            Add(definition, JsonNode.Parse(conditions)!.AsObject());
        }

        return definition;
    }

    private static JsonObject Property(EntryField field)
    {
        var property = field.IsList ? new JsonObject { ["type"] = "array", ["items"] = Item(field) } : Item(field);
        if (field is { IsList: true, IsRequired: true })
        {
            property["minItems"] = 1;
        }

        var description = field.About.In is { } list ? $"{field.About.Description} An id of the list {list}." : field.About.Description;
        if (description.Length > 0)
        {
            property["description"] = description;
        }

        if (field.About.IsOptional)
        {
            property["default"] = field.Kind == FieldKind.Choice ? field.Words[0].Key : false;
        }

        return property;
    }

    private static JsonObject Item(EntryField field) =>
        field.Kind switch
        {
            FieldKind.Line => Reference(field.About.Shape == LineShape.Any ? "line" : EntryField.KeyOf(field.About.Shape.ToString())),
            FieldKind.Reference => Reference("id"),
            FieldKind.Flag => new JsonObject { ["type"] = "boolean" },
            FieldKind.WholeNumber => WholeNumber(field.About),
            FieldKind.Choice => new JsonObject { ["enum"] = new JsonArray([.. field.Words.Select(word => (JsonNode)word.Key)]) },
            FieldKind.Entry => Reference(EntrySchema.Of(field.ItemType).About.Name),
            var kind => Reference(EntryField.KeyOf(kind.ToString())),
        };

    private static JsonObject WholeNumber(FieldAttribute about)
    {
        if (about.Least == about.Most)
        {
            return new JsonObject { ["const"] = about.Least };
        }

        var number = new JsonObject
        {
            ["type"] = "integer",
            ["minimum"] = about.Least,
            ["maximum"] = about.Most,
        };
        if (about.Otherwise > 0)
        {
            number["default"] = about.Otherwise;
        }

        return number;
    }

    private static JsonObject Reference(string definition) => new() { ["$ref"] = "#/$defs/" + definition };

    private static void Add(JsonObject to, JsonObject from)
    {
        foreach (var (key, value) in from)
        {
            to[key] = value?.DeepClone();
        }
    }
}
