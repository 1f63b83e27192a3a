using System.Diagnostics;
using System.Text.Json.Nodes;
using Kiosk.Core.Exchange;
using Kiosk.Core.Exchange.Hsds;
using Kiosk.Tests.Houses;
using NUnit.Framework;

namespace Kiosk.Tests.Bench;

/// <summary>Ten thousand services out to HSDS and in again, laid over a house that has none of them.</summary>
[Category("Bench"), NonParallelizable]
public sealed class ExchangeBench
{
    [Test]
    public void Ten_thousand_services_go_out_and_come_in()
    {
        var house = JsonNode.Parse(GeneratedHouse.WithServices(10_000, 12))!.AsObject();
        var bare = house.DeepClone().AsObject();
        bare["services"] = new JsonArray();
        var wishes = new HsdsWishes(DemoHouse.Pictograms);
        foreach (var round in new[] { "first", "second" })
        {
            var (csv, zip) = Timed($"{round}: export to zip", () => HsdsFiles.Zip(HsdsExport.From(house)));
            var (_, json) = Timed($"{round}: export to JSON", () => HsdsFiles.Json(HsdsExport.From(house)));
            TestContext.Out.WriteLine($"zip {zip.Length / 1e6:0.0} MB, JSON {json.Length / 1e6:0.0} MB, {csv.TotalSeconds:0.0} s");
            var (_, plan) = Timed(
                $"{round}: import of the zip, all new",
                () => HsdsImport.Plan(HsdsFiles.Read(IncomingFiles.Of("hsds.zip", new MemoryStream(zip))), bare, wishes)
            );
            var (_, same) = Timed(
                $"{round}: import of the zip, nothing new",
                () => HsdsImport.Plan(HsdsFiles.Read(IncomingFiles.Of("hsds.zip", new MemoryStream(zip))), house, wishes)
            );
            Assert.That((plan.Changes.Count, same.Changes.Count, plan.Problems.Count), Is.EqualTo((10_000, 0, 0)));
        }
    }

    private static (TimeSpan Took, T Result) Timed<T>(string what, Func<T> run)
    {
        var begun = Stopwatch.GetTimestamp();
        var result = run();
        var took = Stopwatch.GetElapsedTime(begun);
        TestContext.Out.WriteLine($"{what}: {took.TotalSeconds:0.00} s");
        return (took, result);
    }
}
