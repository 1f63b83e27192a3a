using System.Collections.Frozen;
using System.Collections.Immutable;
using Kiosk.Core.Languages;
using Kiosk.Core.Programme;
using Kiosk.Core.Schema;
using Kiosk.Core.Services;
using Kiosk.Core.Topics;
using NodaTime;

namespace Kiosk.Core.Houses;

/// <summary>Who the house is.</summary>
[Entry("house", "Who the house is.", KeepsHsds = true)]
public sealed record HouseProfile(
    [Field(Shape = LineShape.Id)] string Id,
    [Field("What people call the house.", InOwnLanguage = true)] LocalizedText Name,
    [Field(Shape = LineShape.Pictogram)] string Pictogram,
    [Field(
        "Languages it offers; the first is the house's own, that its neighbours' counters read too.",
        NoneSentence = "Name at least one language; the first is the house's own."
    )]
        IReadOnlyList<LanguageTag> Languages,
    [Field("Where it is.", In = "locations")] string LocationId,
    [Field("How to call it.")] IReadOnlyList<Phone> Phones,
    [Field("When the door is open.")] IReadOnlyList<Schedule> Schedules,
    [Field("Days on which it is closed.")] IReadOnlyList<Closure> Closures,
    [Field("Languages in which a machine wrote the house's texts: each text is unread until a person ticks it or writes it anew.")]
        IReadOnlyList<LanguageTag> Unreviewed,
    [Field("An invented house: marked so on screen and slip.", IsOptional = true)] bool Demo
)
{
    public LanguageTag Language => Languages[0];
}

/// <summary>Everything a house knows, at one moment; never changed, only replaced. Every id in it resolves.</summary>
public sealed class House(
    HouseProfile profile,
    ImmutableArray<Organization> organizations,
    ImmutableArray<Location> locations,
    ImmutableArray<Topic> topics,
    ImmutableArray<Service> services,
    ImmutableArray<Room> rooms,
    ImmutableArray<Presence> presences,
    ImmutableArray<Activity> activities,
    ImmutableArray<Notice> notices
)
{
    private readonly FrozenDictionary<string, Organization> _organizations = organizations.ToFrozenDictionary(o => o.Id);
    private readonly FrozenDictionary<string, Location> _locations = locations.ToFrozenDictionary(l => l.Id);
    private readonly FrozenDictionary<string, Topic> _topics = topics.ToFrozenDictionary(t => t.Id);
    private readonly FrozenDictionary<string, Service> _services = services.ToFrozenDictionary(s => s.Id);
    private readonly FrozenDictionary<string, Room> _rooms = rooms.ToFrozenDictionary(r => r.Id);
    private readonly FrozenDictionary<string, Activity> _activities = activities.ToFrozenDictionary(a => a.Id);
    private readonly ILookup<string, Topic> _topicsByParent = topics.ToLookup(t => t.ParentId ?? "");
    private readonly ILookup<string, Service> _servicesByTopic = services
        .SelectMany(s => s.TopicIds, (service, topicId) => (service, topicId))
        .ToLookup(p => p.topicId, p => p.service);

    private readonly ILookup<string, Activity> _activitiesByTopic = activities
        .SelectMany(a => a.TopicIds, (activity, topicId) => (activity, topicId))
        .ToLookup(p => p.topicId, p => p.activity);

    private readonly ILookup<string, Activity> _activitiesByService = activities.ToLookup(a => a.ServiceId ?? "");

    public HouseProfile Profile => profile;
    public ImmutableArray<Organization> Organizations => organizations;
    public ImmutableArray<Location> Locations => locations;
    public ImmutableArray<Topic> Topics => topics;
    public ImmutableArray<Service> Services => services;
    public ImmutableArray<Room> Rooms => rooms;
    public ImmutableArray<Presence> Presences => presences;
    public ImmutableArray<Activity> Activities => activities;
    public ImmutableArray<Notice> Notices => notices;

    /// <summary>The tiles of the home screen, in the house's order.</summary>
    public IEnumerable<Topic> HomeTopics => _topicsByParent[""];

    public IEnumerable<Topic> TopicsUnder(Topic parent) => _topicsByParent[parent.Id];

    /// <summary>Whether a topic, or the one it narrows, is sensitive.</summary>
    public bool IsSensitive(Topic topic) => topic.Sensitive || (topic.ParentId is { } parent && _topics[parent].Sensitive);

    public IEnumerable<Service> ServicesOn(Topic topic) => _servicesByTopic[topic.Id];

    /// <summary>Those that are no service of the same topic, which would stand there twice.</summary>
    public IEnumerable<Activity> ActivitiesOn(Topic topic) =>
        _activitiesByTopic[topic.Id].Where(activity => !_servicesByTopic[topic.Id].Any(service => service.Id == activity.ServiceId));

    public Topic? FindTopic(string id) => _topics.GetValueOrDefault(id);

    public Service? FindService(string id) => _services.GetValueOrDefault(id);

    public Activity? FindActivity(string id) => _activities.GetValueOrDefault(id);

    public Organization Organization(string id) => _organizations[id];

    public Location Location(string id) => _locations[id];

    public Room Room(string id) => _rooms[id];

    /// <summary>The activities that are the same thing as a service of the guide.</summary>
    public IEnumerable<Activity> ActivitiesThatAre(Service service) => _activitiesByService[service.Id];

    public HouseState At(ZonedDateTime now) => new(this, now);
}
