using Kiosk.Core.Houses;

namespace Kiosk.Tests.Support;

/// <summary>The addresses of a house's pages.</summary>
public static class Pages
{
    /// <summary>One page of each kind, among them those with most on them.</summary>
    public static readonly string[] EachKind =
        [
        "", "today", "person", "activity/lunch", "topic/housing", "topic/rights", "topic/safe", "service/rent-advice", "service/safe-talk",
        "service/rent-advice/slip", "activity/baby-play/slip",
    ];

    /// <summary>Those that never scroll: home and every page of every topic.</summary>
    public static IEnumerable<string> OfOneScreen(House house, string language) =>
        house.Topics.Select(topic => $"/{language}/topic/{topic.Id}").Prepend($"/{language}/");

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
