using Kiosk.Core.Houses;
using Kiosk.Core.Languages;

namespace Kiosk.Tests.Support;

/// <summary>The addresses of a house's pages.</summary>
public static class Pages
{
    /// <summary>One page of each kind, among them those with most on them.</summary>
    public static readonly string[] EachKind =
    [
        "",
        "today",
        "person",
        "activity/lunch",
        "topic/housing",
        "topic/meet",
        "topic/safe",
        "service/rent-advice",
        "service/safe-talk",
        "service/rent-advice/slip",
        "activity/baby-play/slip",
    ];

    /// <summary>Those that never scroll: home and every page of every topic.</summary>
    public static IEnumerable<string> OfOneScreen(House house, string language) =>
        house.Topics.Select(topic => $"/{language}/topic/{topic.Id}").Prepend($"/{language}/");

    /// <summary>Home and the pages whose words are longest in a language: three topics, a service and its slip.</summary>
    public static IEnumerable<string> Longest(House house, string language)
    {
        var tag = LanguageTag.Parse(language);
        int Length(LocalizedText text) => text.In(tag, house.Profile.Language).Text.Length;
        var topics = house.Topics.OrderByDescending(topic =>
            house
                .TopicsUnder(topic)
                .Select(t => t.Name)
                .Concat(house.ServicesOn(topic).Select(s => s.Name))
                .Concat(house.ActivitiesOn(topic).Select(a => a.Name))
                .Sum(Length)
        );
        var service = house.Services.MaxBy(s => Length(s.Name) + Length(s.Description))!.Id;
        return
        [
            $"/{language}/",
            .. topics.Take(3).Select(topic => $"/{language}/topic/{topic.Id}"),
            $"/{language}/service/{service}",
            $"/{language}/service/{service}/slip",
        ];
    }

    /// <summary>
    /// All of them in four languages of both directions; where those stand whole, the longest words of the others tell the rest.
    /// </summary>
    public static IEnumerable<string> OfOneScreenOrLongest(House house, string language) =>
        language is "fr" or "nl" or "en" or "ar" ? OfOneScreen(house, language) : Longest(house, language);

    public static IEnumerable<string> All(House house, string language) =>
        [
            .. OfOneScreen(house, language),
            $"/{language}/today",
            $"/{language}/person",
            .. house.Activities.Select(activity => $"/{language}/activity/{activity.Id}"),
            .. house.Activities.Select(activity => $"/{language}/activity/{activity.Id}/slip"),
            .. house.Services.Select(service => $"/{language}/service/{service.Id}"),
            .. house.Services.Select(service => $"/{language}/service/{service.Id}/slip"),
        ];
}
