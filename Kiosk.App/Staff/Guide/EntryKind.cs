using Kiosk.Core.Houses;
using Kiosk.Core.Programme;
using Kiosk.Core.Schema;
using Kiosk.Core.Services;
using Kiosk.Core.Topics;

namespace Kiosk.App.Staff.Guide;

/// <summary>A part of a form that folds; its title is <c>guide.section.NAME</c>.</summary>
public sealed record Section(string Name, string Pictogram, params Field[] Fields);

/// <summary>A kind of entry, and how its form is laid out.</summary>
/// <remarks>What a form asks follows from the record: a field that no section names stands in the last one.</remarks>
/// <param name="Address">As in <c>/guide/people</c>; its words are <c>guide.kind.ADDRESS</c> for many and <c>guide.one.ADDRESS</c> for
/// one.</param>
/// <param name="List">Its list in the house file.</param>
public sealed record EntryKind(string Address, string List, string Pictogram, params Section[] Sections)
{
    /// <summary>What no form asks: an id is made of the name, and the others have buttons of their own.</summary>
    private static readonly string[] NotAsked =
    [
        nameof(Activity.Id),
        nameof(Activity.Changes),
        nameof(HouseProfile.Unreviewed),
        nameof(HouseProfile.Demo),
    ];

    public static readonly EntryKind House = Of<HouseProfile>(
        "house",
        "house",
        "bridge",
        new("what", "who", nameof(HouseProfile.Name), new(nameof(HouseProfile.Languages)) { OfTheScreen = true }),
        new("drawing", "touch", nameof(HouseProfile.Pictogram)),
        new("hours", "clock", nameof(HouseProfile.Schedules), nameof(HouseProfile.Closures)),
        new("contact", "phone", nameof(HouseProfile.LocationId), nameof(HouseProfile.Phones))
    );

    public static readonly IReadOnlyList<EntryKind> All =
    [
        Of<Service>(
            "services",
            "services",
            "slip",
            new(
                "what",
                "who",
                nameof(Service.Name),
                new(nameof(Service.Description)) { Tall = true },
                nameof(Service.Eligibility),
                new(nameof(Service.ApplicationProcess)) { Tall = true }
            ),
            new("drawing", "touch", nameof(Service.Pictogram), nameof(Service.TopicIds), nameof(Service.Sensitive)),
            new(
                "hours",
                "clock",
                nameof(Service.Access),
                nameof(Service.Schedules),
                new(nameof(Service.Closures)) { Without = nameof(Closure.Unforeseen) }
            ),
            new(
                "contact",
                "place",
                nameof(Service.OrganizationId),
                nameof(Service.LocationId),
                nameof(Service.Phones),
                nameof(Service.Email),
                nameof(Service.Url),
                nameof(Service.QrContent)
            ),
            new("cost", "free", nameof(Service.CostFree), nameof(Service.FeesDescription), nameof(Service.RequiredDocuments)),
            new("welcome", "languages", nameof(Service.Languages), nameof(Service.Anonymity), nameof(Service.AssuredDate))
        ),
        Of<Topic>(
            "topics",
            "topics",
            "touch",
            new("what", "who", nameof(Topic.Name), nameof(Topic.ParentId), nameof(Topic.Function), nameof(Topic.Sensitive)),
            new("drawing", "touch", nameof(Topic.Pictogram))
        ),
        Of<Activity>(
            "activities",
            "activities",
            "today",
            new("what", "who", nameof(Activity.Name), new(nameof(Activity.Description)) { Tall = true }, nameof(Activity.Eligibility)),
            new(
                "drawing",
                "touch",
                nameof(Activity.Pictogram),
                nameof(Activity.TopicIds),
                nameof(Activity.Function),
                nameof(Activity.Sensitive)
            ),
            new("hours", "clock", nameof(Activity.Schedules), nameof(Activity.RoomId)),
            new("cost", "free", nameof(Activity.CostFree), nameof(Activity.FeesDescription)),
            new("welcome", "languages", nameof(Activity.OrganizationId), nameof(Activity.ServiceId), nameof(Activity.Languages))
        ),
        Of<Organization>(
            "organizations",
            "organizations",
            "meeting",
            new Asked(
                "what",
                "who",
                nameof(Organization.Name),
                new(nameof(Organization.Description)) { Tall = true },
                nameof(Organization.Url)
            )
        ),
        Of<Location>(
            "locations",
            "locations",
            "place",
            new("what", "who", nameof(Location.Name)),
            new("contact", "place", nameof(Location.Address), nameof(Location.Transportation), nameof(Location.WheelchairAccess))
        ),
        Of<Presence>(
            "people",
            "presences",
            "person",
            new("what", "who", nameof(Presence.Name), nameof(Presence.Role), nameof(Presence.RoomId), nameof(Presence.Languages)),
            new("hours", "clock", nameof(Presence.Schedules))
        ),
        Of<Room>(
            "rooms",
            "rooms",
            "entrance",
            new("what", "who", nameof(Room.Name), nameof(Room.Directions)),
            new("drawing", "touch", nameof(Room.Pictogram))
        ),
    ];

    public IEnumerable<Field> Fields => Sections.SelectMany(section => section.Fields);

    /// <summary>Whether the house vouches for it with a date.</summary>
    public bool IsAssured => Fields.Any(asked => asked.Key == Keys.AssuredDate);

    public static EntryKind? Find(string address) => address == House.Address ? House : All.FirstOrDefault(kind => kind.Address == address);

    public static EntryKind OfList(string list) => list == House.List ? House : All.First(kind => kind.List == list);

    /// <summary>Where an entry is edited.</summary>
    public string PathOf(string id) => this == House ? "/guide/house" : $"/guide/{Address}/{id}";

    private static EntryKind Of<T>(string address, string list, string pictogram, params Asked[] asked)
    {
        var named = asked.SelectMany(section => section.Properties).Select(property => property.Name).Concat(NotAsked);
        var rest = EntrySchema.Of<T>().Fields.Select(field => field.Property).Except(named).Select(name => new AskedProperty(name));
        asked[^1] = asked[^1] with { Properties = [.. asked[^1].Properties, .. rest] };
        return new(address, list, pictogram, [.. asked.Select(section => section.For(EntrySchema.Of<T>()))]);
    }

    /// <summary>A section as it is written down here: the properties of a record that it asks, in order.</summary>
    private sealed record Asked(string Name, string Pictogram, params AskedProperty[] Properties)
    {
        public Section For(EntrySchema schema) =>
            new(Name, Pictogram, [.. Properties.Select(asked => FormFields.Of(schema[EntryField.KeyOf(asked.Name)], asked))]);
    }
}
