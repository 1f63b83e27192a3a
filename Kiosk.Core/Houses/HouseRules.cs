using System.Text.RegularExpressions;
using Kiosk.Core.Languages;

namespace Kiosk.Core.Houses;

/// <summary>
/// What must hold between the entries of a house: ids are readable and unique, references resolve, topics are two levels deep.
/// </summary>
internal static partial class HouseRules
{
    /// <param name="noted">What the reader could not read, and put a stand-in for: no rule speaks of those. What breaks a rule is
    /// added.</param>
    public static void Check(HouseParts house, IReadOnlySet<string> pictograms, List<Problem> noted)
    {
        var (unread, broken) = (noted.Select(problem => problem.Path).ToHashSet(StringComparer.Ordinal), new List<Problem>());
        CheckIds(house, broken);
        CheckReferences(house, broken, unread);
        CheckTopics(house, broken, unread);
        CheckPictograms(house, pictograms, broken);
        if (!unread.Any(path => path is "house" || path.StartsWith("house.languages", StringComparison.Ordinal)))
        {
            CheckHouseLanguage(house, broken);
        }

        CheckPrices(house, broken, unread);
        noted.AddRange(broken.Where(problem => !unread.Any(path => IsAtOrBelow(path, problem.Path))));
    }

    /// <summary>Whether an id of a list could not be read: then nobody knows what is in it.</summary>
    private static bool IsUnsure(string list, HashSet<string> unread) =>
        unread.Any(path =>
            path == list
            || (
                path.StartsWith(list + "[", StringComparison.Ordinal) && (path[^1] == ']' || path.EndsWith(".id", StringComparison.Ordinal))
            )
        );

    private static bool IsAtOrBelow(string path, string place) =>
        path.StartsWith(place, StringComparison.Ordinal) && (path.Length == place.Length || path[place.Length] is '.' or '[');

    private static void CheckPrices(HouseParts house, List<Problem> problems, HashSet<string> unread)
    {
        IEnumerable<(string Path, bool Free, LocalizedText? Fees)> prices =
        [
            .. house.Services.Select((x, i) => ($"services[{i}]", x.CostFree, x.FeesDescription)),
            .. house.Activities.Select((x, i) => ($"activities[{i}]", x.CostFree, x.FeesDescription)),
        ];
        problems.AddRange(
            prices
                .Where(x => !x.Free && x.Fees is null && !unread.Contains(x.Path) && !unread.Contains(x.Path + ".costFree"))
                .Select(x => new Problem(
                    x.Path + ".feesDescription",
                    "It costs something, but not what: write the price as people say it, such as { \"fr\": \"Repas 3 €\" }."
                ))
        );
    }

    private static IEnumerable<(string Path, string Id)> Ids(HouseParts house) =>
        [
            .. house.Organizations.Select((x, i) => ($"organizations[{i}].id", x.Id)),
            .. house.Locations.Select((x, i) => ($"locations[{i}].id", x.Id)),
            .. house.Topics.Select((x, i) => ($"topics[{i}].id", x.Id)),
            .. house.Services.Select((x, i) => ($"services[{i}].id", x.Id)),
            .. house.Rooms.Select((x, i) => ($"rooms[{i}].id", x.Id)),
            .. house.Presences.Select((x, i) => ($"presences[{i}].id", x.Id)),
            .. house.Activities.Select((x, i) => ($"activities[{i}].id", x.Id)),
            .. house.Notices.Select((x, i) => ($"notices[{i}].id", x.Id)),
        ];

    private static void CheckIds(HouseParts house, List<Problem> problems)
    {
        var seen = new Dictionary<(string List, string Id), string>();
        foreach (var (path, id) in Ids(house).Append(("house.id", house.Profile.Id)))
        {
            if (!Slug().IsMatch(id))
            {
                problems.Add(new Problem(path, $"'{id}' is no id: write 2 to 40 lower-case letters, digits and hyphens."));
            }

            if (!seen.TryAdd((path.Split('[')[0], id), path))
            {
                problems.Add(new Problem(path, $"'{id}' stands already at {seen[(path.Split('[')[0], id)]}: give each its own id."));
            }
        }
    }

    private static void CheckReferences(HouseParts house, List<Problem> problems, HashSet<string> unread)
    {
        var organizations = house.Organizations.Select(x => x.Id).ToHashSet();
        var locations = house.Locations.Select(x => x.Id).ToHashSet();
        var topics = house.Topics.Select(x => x.Id).ToHashSet();
        var rooms = house.Rooms.Select(x => x.Id).ToHashSet();
        var services = house.Services.Select(x => x.Id).ToHashSet();

        void Expect(HashSet<string> known, string? id, string path, string list)
        {
            if (id is not null && !known.Contains(id) && !IsUnsure(list, unread))
            {
                problems.Add(new Problem(path, $"There is no '{id}' in {list}: correct the id, or add it there."));
            }
        }

        Expect(locations, house.Profile.LocationId, "house.locationId", "locations");
        foreach (var (service, i) in house.Services.Select((s, i) => (s, i)))
        {
            Expect(organizations, service.OrganizationId, $"services[{i}].organizationId", "organizations");
            Expect(locations, service.LocationId, $"services[{i}].locationId", "locations");
            foreach (var (id, n) in service.TopicIds.Select((id, n) => (id, n)))
            {
                Expect(topics, id, $"services[{i}].topicIds[{n}]", "topics");
            }

            if (service.TopicIds.Count == 0)
            {
                problems.Add(new Problem($"services[{i}].topicIds", "Name at least one topic: without one nobody can reach this service."));
            }
        }

        foreach (var (presence, i) in house.Presences.Select((p, i) => (p, i)))
        {
            Expect(rooms, presence.RoomId, $"presences[{i}].roomId", "rooms");
        }

        foreach (var (activity, i) in house.Activities.Select((a, i) => (a, i)))
        {
            Expect(rooms, activity.RoomId, $"activities[{i}].roomId", "rooms");
            Expect(organizations, activity.OrganizationId, $"activities[{i}].organizationId", "organizations");
            Expect(services, activity.ServiceId, $"activities[{i}].serviceId", "services");
            foreach (var (id, n) in activity.TopicIds.Select((id, n) => (id, n)))
            {
                Expect(topics, id, $"activities[{i}].topicIds[{n}]", "topics");
            }

            foreach (var (change, n) in activity.Changes.Select((change, n) => (change, n)))
            {
                Expect(rooms, change.RoomId, $"activities[{i}].changes[{n}].roomId", "rooms");
            }
        }
    }

    private static void CheckTopics(HouseParts house, List<Problem> problems, HashSet<string> unread)
    {
        var parents = house.Topics.DistinctBy(t => t.Id).ToDictionary(t => t.Id, t => t.ParentId);
        foreach (var (topic, i) in house.Topics.Select((t, i) => (t, i)).Where(x => x.t.ParentId is not null))
        {
            if (!parents.TryGetValue(topic.ParentId!, out var grandparent))
            {
                problems.AddRange(
                    IsUnsure("topics", unread)
                        ? []
                        :
                        [
                            new Problem(
                                $"topics[{i}].parentId",
                                $"There is no '{topic.ParentId}' in topics: correct the id, or add it there."
                            ),
                        ]
                );
            }
            else if (grandparent is not null)
            {
                problems.Add(
                    new Problem($"topics[{i}].parentId", "Topics are two levels deep at most: name a topic that has no parentId itself.")
                );
            }
        }
    }

    private static void CheckPictograms(HouseParts house, IReadOnlySet<string> pictograms, List<Problem> problems)
    {
        IEnumerable<(string Path, string Name)> used =
        [
            ("house.pictogram", house.Profile.Pictogram),
            .. house.Topics.Select((x, i) => ($"topics[{i}].pictogram", x.Pictogram)),
            .. house.Services.Select((x, i) => ($"services[{i}].pictogram", x.Pictogram)),
            .. house.Rooms.Select((x, i) => ($"rooms[{i}].pictogram", x.Pictogram)),
            .. house.Activities.Select((x, i) => ($"activities[{i}].pictogram", x.Pictogram)),
        ];
        problems.AddRange(
            used.Where(use => !pictograms.Contains(use.Name))
                .Select(use => new Problem(
                    use.Path,
                    $"There is no drawing '{use.Name}': choose one from docs/pictograms.md, or add {use.Name}.svg to the pictograms."
                ))
        );
    }

    /// <summary>Names must exist in the house's own language: everything falls back to it.</summary>
    private static void CheckHouseLanguage(HouseParts house, List<Problem> problems)
    {
        var language = house.Profile.Language;
        if (house.Profile.Languages.Distinct().Count() < house.Profile.Languages.Count)
        {
            problems.Add(new Problem("house.languages", "A language stands here twice: leave one out."));
        }

        IEnumerable<(string Path, LocalizedText Name)> names =
        [
            ("house.name", house.Profile.Name),
            .. house.Organizations.Select((x, i) => ($"organizations[{i}].name", x.Name)),
            .. house.Locations.Select((x, i) => ($"locations[{i}].name", x.Name)),
            .. house.Topics.Select((x, i) => ($"topics[{i}].name", x.Name)),
            .. house.Services.Select((x, i) => ($"services[{i}].name", x.Name)),
            .. house.Services.Select((x, i) => ($"services[{i}].description", x.Description)),
            .. house.Rooms.Select((x, i) => ($"rooms[{i}].name", x.Name)),
            .. house.Presences.Select((x, i) => ($"presences[{i}].name", x.Name)),
            .. house.Activities.Select((x, i) => ($"activities[{i}].name", x.Name)),
            .. house.Activities.Select((x, i) => ($"activities[{i}].description", x.Description)),
            .. house.Notices.Select((x, i) => ($"notices[{i}].text", x.Text)),
        ];
        problems.AddRange(
            names
                .Where(x => !x.Name.Has(language))
                .Select(x => new Problem(x.Path, $"The house's own language is missing here: add \"{language}\"."))
        );
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{1,39}\\z")]
    private static partial Regex Slug();
}
