using System.Globalization;
using System.Text.Json.Nodes;

namespace Kiosk.Tests.Bench;

/// <summary>The demo house with any number of services in place of its own, told apart by their ids only.</summary>
internal static class GeneratedHouse
{
    /// <summary>A house file. Topics have one level, so that services stand on the topics of the home screen.</summary>
    /// <param name="topics">On how many topics the services are spread, in turn.</param>
    public static string WithServices(int count, int topics)
    {
        var house = JsonNode.Parse(File.ReadAllText(BenchedKiosk.DemoHouseFile))!;
        var kept = house["topics"]!.AsArray().Where(topic => topic!["parentId"] is null).ToArray();
        var ids = kept.Select(topic => (string)topic!["id"]!).ToArray();
        var models = house["services"]!.AsArray();

        house["topics"] = new JsonArray([.. kept.Select(topic => topic!.DeepClone())]);
        house["services"] = new JsonArray([
            .. Enumerable.Range(0, count).Select(number => Service(models[number % models.Count]!, number, ids[number % topics])),
        ]);
        foreach (var activity in house["activities"]!.AsArray().Where(activity => activity!["topicIds"] is not null))
        {
            activity!["topicIds"] = new JsonArray([
                .. activity["topicIds"]!.AsArray().Where(id => ids.Contains((string)id!)).Select(id => id!.DeepClone()),
            ]);
        }

        return house.ToJsonString();
    }

    private static JsonNode Service(JsonNode model, int number, string topic)
    {
        var service = model.DeepClone();
        service["id"] = "service-" + number.ToString(CultureInfo.InvariantCulture);
        service["topicIds"] = new JsonArray(topic);
        return service;
    }
}
