using System.Text.Json.Nodes;
using Kiosk.Core.Schema;
using Kiosk.Core.Services;
using Kiosk.Core.Topics;

namespace Kiosk.Core.Exchange.Hsds;

/// <summary>A list of the house file and how its entries stand in HSDS.</summary>
/// <param name="Table">That of the entry's own row.</param>
/// <param name="Fields">Columns of that row.</param>
/// <param name="Pieces">Keys whose values are rows of other tables.</param>
internal sealed record HsdsKind(string List, string Table, IReadOnlyList<HsdsField> Fields, IReadOnlyList<HsdsPiece> Pieces)
{
    /// <summary>Names and descriptions that a house needs in its own language.</summary>
    public IReadOnlyList<string> RequiredTexts { get; private init; } = [];

    /// <summary>Every field of the record becomes a column, but for those that are rows of their own.</summary>
    /// <param name="written">What HSDS asks for beyond them.</param>
    public static HsdsKind Of<T>(string list, string table, WrittenField[] written, params HsdsPiece[] pieces)
    {
        var fields = EntrySchema.Of<T>().Fields.Where(field => field.About.Shape != LineShape.Id).ToList();
        return new(
            list,
            table,
            [.. written, .. fields.Where(field => pieces.All(piece => piece.Key != field.Key)).Select(HsdsField.Of)],
            pieces
        )
        {
            RequiredTexts = [.. fields.Where(field => field.About.InOwnLanguage).Select(field => field.Key)],
        };
    }
}

/// <summary>The whole mapping; docs/exchange.md says the same in words.</summary>
internal static class HsdsKinds
{
    public const string SlugColumn = "x_slug";

    public static readonly HsdsKind Organizations = HsdsKind.Of<Organization>(
        "organizations",
        HsdsNames.Organizations,
        [new(SlugColumn, Slug), new("description", (_, _) => "")]
    );

    public static readonly HsdsKind Locations = HsdsKind.Of<Location>(
        "locations",
        HsdsNames.Locations,
        [new(SlugColumn, Slug), new("location_type", (_, _) => "physical")],
        new AddressPiece(),
        new AccessibilityPiece()
    );

    /// <summary>The house's topics are a taxonomy of their own, whose terms carry what a tile needs.</summary>
    public static readonly HsdsKind Topics = HsdsKind.Of<Topic>(
        "topics",
        HsdsNames.TaxonomyTerms,
        [
            new("code", Slug),
            new("description", Name),
            new("taxonomy_id", (_, scope) => scope.Ids.Of("taxonomy")),
            new("language", (_, scope) => scope.HouseLanguage),
        ]
    );

    public static readonly HsdsKind Services = HsdsKind.Of<Service>(
        "services",
        HsdsNames.Services,
        [new(SlugColumn, Slug), new("status", (_, _) => "active")],
        new PlacePiece(),
        new PhonePiece(),
        new SchedulePiece(),
        new LanguagePiece(),
        new RequiredDocumentPiece(),
        new FreePiece(),
        new TopicPiece()
    );

    /// <summary>The house's own phones and hours belong to the place where it is; its other keys have no place in HSDS.</summary>
    public static readonly HsdsKind House = new("house", HsdsNames.Locations, [], [new PhonePiece(), new SchedulePiece()]);

    /// <summary>What comes first is named by what follows.</summary>
    public static readonly IReadOnlyList<HsdsKind> All = [Organizations, Locations, Topics, Services];

    /// <summary>How to say in HSDS's words that a key of the house file is missing.</summary>
    public static readonly IReadOnlyDictionary<string, string> WordsForMissing = new Dictionary<string, string>
    {
        ["services.locationId"] = "This service has no place: name one in service_at_location.csv.",
        ["services.organizationId"] = "This service has no organization: name one in 'organization_id'.",
        ["services.topicIds"] =
            "No topic of the house leads to this service: link it to one in attributes.csv, or choose one topic for all such services.",
        ["locations.address"] = "This place has no postal address: give it one in addresses.csv.",
        ["locations.name"] = "This place has no name: write what people call it.",
    };

    public static readonly string FunctionColumn = EntrySchema.Of<Topic>()[Keys.Function].HsdsColumn;
    public static readonly string FreeColumn = EntrySchema.Of<Service>()[Keys.CostFree].HsdsColumn;

    private static string Slug(JsonObject entry, HsdsScope scope) => entry["id"]!.ToString();

    private static string Name(JsonObject entry, HsdsScope scope) =>
        entry["name"] is JsonObject name ? (name[scope.HouseLanguage] ?? name.First().Value)!.ToString() : "";
}
