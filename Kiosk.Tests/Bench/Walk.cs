using Kiosk.Core.Houses;
using Kiosk.Core.Topics;

namespace Kiosk.Tests.Bench;

/// <summary>A walk through the house by touch: into every topic of the home screen, down to a service, and back the same way.</summary>
internal static class Walk
{
    public const string Home = "/fr/";

    /// <summary>The pages touched for, in turn; it begins and ends at home.</summary>
    public static IEnumerable<string> Through(House house) => house.HomeTopics.SelectMany(topic => Into(house, topic));

    private static IEnumerable<string> Into(House house, Topic topic)
    {
        string[] down = [.. WayTo(house, topic)];
        return [.. down, .. down.Reverse().Skip(1), Home];
    }

    private static IEnumerable<string> WayTo(House house, Topic topic)
    {
        var way = "topic/" + topic.Id;
        yield return "/fr/" + way;
        var around = house.TopicsUnder(topic).FirstOrDefault() ?? topic;
        if (around != topic)
        {
            yield return $"/fr/topic/{around.Id}?from={way}";
            way += "~topic/" + around.Id;
        }

        // A file server knows one page of a service: the one reached from its first topic.
        if (house.ServicesOn(around).FirstOrDefault(service => service.TopicIds[0] == around.Id) is { } found)
        {
            yield return $"/fr/service/{found.Id}?topic={around.Id}&from={way}";
        }
    }
}
