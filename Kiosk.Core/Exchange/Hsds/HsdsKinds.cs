using System.Text.Json.Nodes;

namespace Kiosk.Core.Exchange.Hsds;

/// <summary>A list of the house file and how its entries stand in HSDS.</summary>
/// <param name="Table">That of the entry's own row.</param>
internal sealed record HsdsKind(string List, string Table, IReadOnlyList<HsdsField> Fields, IReadOnlyList<HsdsPiece> Pieces)
{
    /// <summary>Names and descriptions that a house needs in its own language.</summary>
    public IEnumerable<string> RequiredTexts =>
        Fields.OfType<TextField>().Select(text => text.Key).Where(key => key == "name" || (key == "description" && List == "services"));
}

/// <summary>The whole mapping; docs/exchange.md says the same in words.</summary>
internal static class HsdsKinds
{
    public const string SlugColumn = "x_slug";

    public static readonly HsdsKind Organizations = new(
        "organizations",
        HsdsNames.Organizations,
        [
            new TextField("name", "name"),
            new WrittenField("description", (_, _) => ""),
            new TextField("description", "description"),
            new LineField("url", "website"),
            new WrittenField(SlugColumn, Slug),
        ],
        []
    );

    public static readonly HsdsKind Locations = new(
        "locations",
        HsdsNames.Locations,
        [
            new WrittenField("location_type", (_, _) => "physical"),
            new TextField("name", "name"),
            new TextField("transportation", "transportation"),
            new WrittenField(SlugColumn, Slug),
        ],
        [new AddressPiece(), new AccessibilityPiece()]
    );

    /// <summary>The house's topics are a taxonomy of their own, whose terms carry what a tile needs.</summary>
    public static readonly HsdsKind Topics = new(
        "topics",
        HsdsNames.TaxonomyTerms,
        [
            new WrittenField("code", Slug),
            new TextField("name", "name"),
            new WrittenField("description", (topic, scope) => Name(topic, scope)),
            new ReferenceField("parentId", "parent_id", "topics"),
            new WrittenField("taxonomy_id", (_, scope) => scope.Ids.Of("taxonomy")),
            new WrittenField("language", (_, scope) => scope.HouseLanguage),
            new LineField("pictogram", "x_pictogram"),
            new LineField("function", FunctionColumn),
            new FlagField("sensitive", "x_sensitive"),
        ],
        []
    );

    public static readonly HsdsKind Services = new(
        "services",
        HsdsNames.Services,
        [
            new ReferenceField("organizationId", "organization_id", "organizations"),
            new WrittenField("status", (_, _) => "active"),
            new TextField("name", "name"),
            new TextField("description", "description"),
            new LineField("url", "url"),
            new LineField("email", "email"),
            new TextField("applicationProcess", "application_process"),
            new TextField("feesDescription", "fees_description"),
            new TextField("eligibility", "eligibility_description"),
            new DateField("assuredDate", "assured_date"),
            new FlagField("costFree", FreeColumn),
            new LineField("access", "x_access"),
            new LineField("anonymity", "x_anonymity"),
            new LineField("pictogram", "x_pictogram"),
            new LineField("qrContent", "x_qr_content"),
            new FlagField("sensitive", "x_sensitive"),
            new PartsField("closures", "x_closures"),
            new WrittenField(SlugColumn, Slug),
        ],
        [
            new PlacePiece(),
            new PhonePiece(),
            new SchedulePiece(),
            new LanguagePiece(),
            new RequiredDocumentPiece(),
            new FreePiece(),
            new TopicPiece(),
        ]
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

    public const string FunctionColumn = "x_function";
    public const string FreeColumn = "x_cost_free";

    private static string Slug(JsonObject entry, HsdsScope scope) => entry["id"]!.ToString();

    private static string Name(JsonObject entry, HsdsScope scope) =>
        entry["name"] is JsonObject name ? (name[scope.HouseLanguage] ?? name.First().Value)!.ToString() : "";
}
