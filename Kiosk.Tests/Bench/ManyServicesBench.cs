using System.Diagnostics;
using NUnit.Framework;

namespace Kiosk.Tests.Bench;

/// <summary>A topic's page in a house of ten services and in one of ten thousand; full in both, so that they are the same size.</summary>
[Category("Bench"), NonParallelizable]
public sealed class ManyServicesBench
{
    private const int Pages = 2_000;
    private const int WarmUp = 200;
    private const double Bar = 1.5;

    [Test]
    public async Task A_topic_page_of_ten_thousand_services_comes_within_one_and_a_half_of_ten()
    {
        using var folder = new BenchFolder();
        var (starts, manyStarts) = (new Durations("start with 10 services"), new Durations("start with 10 000 services"));
        await using var few = await StartAsync(folder, 10, 1, starts);
        await using var many = await StartAsync(folder, 10_000, 12, manyStarts);

        var (fewPages, manyPages) = (new Durations("topic page of 10 services"), new Durations("topic page of 10 000 services"));
        for (var page = -WarmUp; page < Pages; page++)
        {
            var (one, other) = (await GetAsync(few), await GetAsync(many));
            if (page >= 0)
            {
                fewPages.Add(one);
                manyPages.Add(other);
            }
        }

        Table.Print("Topic page answered", [50, 95, 99], fewPages, manyPages);
        Table.Print("Start until the first page is answered, the house read from its database", [50], starts, manyStarts);
        Assert.That(manyPages.RatioTo(fewPages, 50), Is.LessThanOrEqualTo(Bar));
    }

    /// <summary>Starts twice: the first time reads the house file, the second is as every morning.</summary>
    private static async Task<BenchedKiosk> StartAsync(BenchFolder folder, int services, int topics, Durations starts)
    {
        var (file, data) = (folder.PathOf($"{services}.json"), folder.PathOf($"{services}"));
        await File.WriteAllTextAsync(file, GeneratedHouse.WithServices(services, topics));
        await (await BenchedKiosk.StartAsync(data, $"--Kiosk:House={file}")).DisposeAsync();
        var begun = Stopwatch.GetTimestamp();
        var kiosk = await BenchedKiosk.StartAsync(data);
        await kiosk.GetAsync(Walk.Home);
        starts.Add(Stopwatch.GetElapsedTime(begun));
        return kiosk;
    }

    private static async Task<TimeSpan> GetAsync(BenchedKiosk kiosk)
    {
        var begun = Stopwatch.GetTimestamp();
        await kiosk.GetAsync("/fr/topic/housing");
        return Stopwatch.GetElapsedTime(begun);
    }
}
