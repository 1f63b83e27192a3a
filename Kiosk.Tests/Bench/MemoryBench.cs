using NUnit.Framework;

namespace Kiosk.Tests.Bench;

/// <summary>Whether the process grows with use. Taps and slips in the same proportion before and after.</summary>
[Category("Bench"), NonParallelizable]
public sealed class MemoryBench
{
    private const int TapsFirst = 1_000;
    private const int TapsInAll = 100_000;
    private const int TapsPerSlip = 100;
    private const double GrowthBar = 1.1;
    private const double MegabytesBar = 130;

    [Test]
    public async Task A_hundred_thousand_taps_and_a_thousand_slips_leave_the_process_as_small()
    {
        using var folder = new BenchFolder();
        await using var kiosk = await BenchedKiosk.StartAsync(folder.PathOf("kiosk"));
        var house = BenchedKiosk.DemoHouse();
        var taps = house.Topics.Select(topic => "topic/" + topic.Id).Concat(house.Services.Select(service => "service/" + service.Id)).ToArray();
        var slips = house.Services.Select(service => $"/fr/service/{service.Id}/slip").ToArray();

        await UseAsync(kiosk, taps, slips, 0, TapsFirst);
        var first = kiosk.WorkingSetMegabytes;
        await UseAsync(kiosk, taps, slips, TapsFirst, TapsInAll);
        var last = kiosk.WorkingSetMegabytes;

        Table.Print("Process after 1 000 taps and 10 slips", first, "MB");
        Table.Print("Process after 100 000 taps and 1 000 slips", last, "MB");
        Table.Print("  ratio", last / first, "");
        Table.Print("  of which code mapped from files", kiosk.MappedMegabytes, "MB");
        Assert.That(last / first, Is.LessThanOrEqualTo(GrowthBar));
        Assert.That(last, Is.LessThanOrEqualTo(MegabytesBar));
    }

    private static async Task UseAsync(BenchedKiosk kiosk, string[] taps, string[] slips, int from, int to)
    {
        for (var tap = from; tap < to; tap++)
        {
            await kiosk.TapAsync(taps[tap % taps.Length]);
            if (tap % TapsPerSlip == 0)
            {
                await kiosk.GetAsync(slips[tap / TapsPerSlip % slips.Length]);
            }
        }
    }
}
