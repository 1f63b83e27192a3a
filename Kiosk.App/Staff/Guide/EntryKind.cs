namespace Kiosk.App.Staff.Guide;

/// <summary>A part of a form that folds; its title is <c>guide.section.NAME</c>.</summary>
public sealed record Section(string Name, string Pictogram, params Field[] Fields);

/// <summary>A kind of entry, and how its form is laid out. The only place that says which form asks what.</summary>
/// <param name="Address">As in <c>/guide/people</c>; its words are <c>guide.kind.ADDRESS</c> for many and <c>guide.one.ADDRESS</c> for
/// one.</param>
/// <param name="List">Its list in the house file.</param>
public sealed record EntryKind(string Address, string List, string Pictogram, params Section[] Sections)
{
    private static readonly string[] Functions = ["meet", "learn", "speak-up", "refer"];

    private static readonly Field[] Closure =
    [
        new DateField("from"),
        new DateField("to"),
        new TextField("reason"),
        new LineField("starts", "time"),
    ];

    private static readonly Field[] HouseClosure = [.. Closure, new FlagField("unforeseen")];

    private static readonly Field[] Phone = [new LineField("number", "tel"), new TextField("description") { LabelKey = "whose" }];

    public static readonly EntryKind House = new(
        "house",
        "house",
        "bridge",
        new("what", "who", new TextField("name"), new LanguagesField("languages", OfTheScreen: true)),
        new("drawing", "touch", new PictogramField("pictogram")),
        new("hours", "clock", new HoursField("schedules"), new RowsField("closures", HouseClosure)),
        new("contact", "phone", new ReferenceField("locationId", "locations"), new RowsField("phones", Phone))
    );

    public static readonly IReadOnlyList<EntryKind> All =
    [
        new(
            "services",
            "services",
            "slip",
            new(
                "what",
                "who",
                new TextField("name"),
                new TextField("description", Tall: true),
                new TextField("eligibility"),
                new TextField("applicationProcess", Tall: true)
            ),
            new("drawing", "touch", new PictogramField("pictogram"), new TopicsField("topicIds"), new FlagField("sensitive")),
            new(
                "hours",
                "clock",
                new ChoiceField("access", ["walk-in", "appointment", "walk-in-or-appointment"]),
                new HoursField("schedules"),
                new RowsField("closures", Closure)
            ),
            new(
                "contact",
                "place",
                new ReferenceField("organizationId", "organizations"),
                new ReferenceField("locationId", "locations"),
                new RowsField("phones", Phone),
                new LineField("email", "email"),
                new LineField("url", "url"),
                new ChoiceField("qrContent", ["vcard", "url"], Optional: true)
            ),
            new(
                "cost",
                "free",
                new FlagField("costFree", Written: true),
                new TextField("feesDescription"),
                new RowsField("requiredDocuments", [new TextField("")])
            ),
            new(
                "welcome",
                "languages",
                new LanguagesField("languages"),
                new ChoiceField("anonymity", ["yes", "at-first", "no"]),
                new DateField("assuredDate")
            )
        ),
        new(
            "topics",
            "topics",
            "touch",
            new(
                "what",
                "who",
                new TextField("name"),
                new ReferenceField("parentId", "topics", Optional: true),
                new ChoiceField("function", Functions),
                new FlagField("sensitive")
            ),
            new("drawing", "touch", new PictogramField("pictogram"))
        ),
        new(
            "activities",
            "activities",
            "today",
            new("what", "who", new TextField("name"), new TextField("description", Tall: true), new TextField("eligibility")),
            new(
                "drawing",
                "touch",
                new PictogramField("pictogram"),
                new TopicsField("topicIds"),
                new ChoiceField("function", Functions),
                new FlagField("sensitive")
            ),
            new("hours", "clock", new HoursField("schedules"), new ReferenceField("roomId", "rooms")),
            new("cost", "free", new FlagField("costFree", Written: true), new TextField("feesDescription")),
            new(
                "welcome",
                "languages",
                new ReferenceField("organizationId", "organizations", Optional: true),
                new ReferenceField("serviceId", "services", Optional: true),
                new LanguagesField("languages")
            )
        ),
        new(
            "organizations",
            "organizations",
            "meeting",
            new Section("what", "who", new TextField("name"), new TextField("description", Tall: true), new LineField("url", "url"))
        ),
        new(
            "locations",
            "locations",
            "place",
            new("what", "who", new TextField("name")),
            new(
                "contact",
                "place",
                new GroupField(
                    "address",
                    [new TextField("address1"), new LineField("postalCode"), new TextField("city"), new LineField("country")]
                ),
                new TextField("transportation"),
                new ChoiceField("wheelchairAccess", ["true", "false"], Optional: true, YesNo: true)
            )
        ),
        new(
            "people",
            "presences",
            "person",
            new(
                "what",
                "who",
                new TextField("name"),
                new TextField("role"),
                new ReferenceField("roomId", "rooms", Optional: true),
                new LanguagesField("languages")
            ),
            new("hours", "clock", new HoursField("schedules"))
        ),
        new(
            "rooms",
            "rooms",
            "entrance",
            new("what", "who", new TextField("name"), new TextField("directions")),
            new("drawing", "touch", new PictogramField("pictogram"))
        ),
    ];

    public IEnumerable<Field> Fields => Sections.SelectMany(section => section.Fields);

    /// <summary>Whether the house vouches for it with a date.</summary>
    public bool IsAssured => Fields.Any(asked => asked.Key == "assuredDate");

    public static EntryKind? Find(string address) => address == House.Address ? House : All.FirstOrDefault(kind => kind.Address == address);

    public static EntryKind OfList(string list) => list == House.List ? House : All.First(kind => kind.List == list);

    /// <summary>Where an entry is edited.</summary>
    public string PathOf(string id) => this == House ? "/guide/house" : $"/guide/{Address}/{id}";
}
