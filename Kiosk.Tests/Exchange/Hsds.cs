using System.Text;
using System.Text.Json.Nodes;
using Kiosk.Core.Exchange;
using Kiosk.Core.Exchange.Hsds;
using Kiosk.Tests.Houses;

namespace Kiosk.Tests.Exchange;

/// <summary>Houses and HSDS files for tests.</summary>
internal static class Hsds
{
    public static JsonObject Demo() => JsonNode.Parse(DemoHouse.Json)!.AsObject();

    /// <summary>The demo house as it was unpacked: it knows who and where it is, and one topic.</summary>
    public static JsonObject Bare(JsonObject house)
    {
        var bare = house.DeepClone().AsObject();
        foreach (var list in new[] { "organizations", "topics", "services", "activities" })
        {
            bare[list] = new JsonArray();
        }

        var home = house["house"]!["locationId"]!.ToString();
        bare["locations"] = new JsonArray([
            .. house["locations"]!.AsArray().Where(l => l!["id"]!.ToString() == home).Select(l => l!.DeepClone()),
        ]);
        return bare;
    }

    public static HsdsData FromCsv(params (string Name, string Text)[] files) =>
        HsdsCsv.Read(new IncomingFiles([.. files.Select(file => new IncomingFile(file.Name, Encoding.UTF8.GetBytes(file.Text)))], []));

    public static HsdsData FromJson(string text) => HsdsJson.Read(new IncomingFile("house.json", Encoding.UTF8.GetBytes(text)));

    /// <summary>Out and in again, as CSV or as JSON.</summary>
    public static HsdsData ThroughFiles(JsonObject house, bool json)
    {
        var data = HsdsExport.From(house);
        return json ? FromJson(HsdsJson.Write(data)) : HsdsCsv.Read(new IncomingFiles(HsdsCsv.Write(data), []));
    }

    public static ImportPlan Plan(HsdsData data, JsonObject house, string? topicForOthers = null) =>
        HsdsImport.Plan(data, house, new HsdsWishes(DemoHouse.Pictograms, topicForOthers));

    /// <summary>What would change, in words that a failing test can show.</summary>
    public static IEnumerable<string> Said(ImportPlan plan) =>
        [
            .. plan.Problems.Select(problem => problem.ToString()),
            .. plan.Changes.Select(c =>
                $"{c.Fate} {c.List}/{c.Id} {string.Join("; ", c.Changes.Select(f => $"{f.Field}: {f.Before} -> {f.After}"))}"
            ),
        ];
}
