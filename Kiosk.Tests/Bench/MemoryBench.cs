using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Bench;

/// <summary>Whether the process grows with use. Taps and slips in the same proportion before and after.</summary>
[Category("Bench"), NonParallelizable, Platform("Linux")]
public sealed class MemoryBench
{
    private const int TapsFirst = 1_000;
    private const int TapsInAll = 100_000;
    private const int TapsPerSlip = 100;
    private const double GrowthBar = 1.1;
    private const double MegabytesBar = 130;

    /// <summary>A connection to the printer, or from the browser, that is open at this moment.</summary>
    private const int MostFilesInPassing = 3;

    [Test]
    public async Task A_hundred_thousand_taps_and_a_thousand_slips_leave_the_process_as_small()
    {
        using var folder = new BenchFolder();
        await using var printer = new TcpTestPrinter(new PaperPrinter(576));
        await using var kiosk = await BenchedKiosk.StartAsync(folder.PathOf("kiosk"), "--Kiosk:Printer=escpos:tcp://" + printer.Address);
        await kiosk.PrinterIsReadyAsync();
        var house = BenchedKiosk.DemoHouse();
        var taps = house
            .Topics.Select(topic => "topic/" + topic.Id)
            .Concat(house.Services.Select(service => "service/" + service.Id))
            .ToArray();
        var slips = house.Services.Select(service => $"/ar/service/{service.Id}/slip").ToArray();

        await UseAsync(kiosk, taps, slips, 0, TapsFirst);
        var (first, filesFirst) = (kiosk.WorkingSetMegabytes, kiosk.OpenFiles);
        await UseAsync(kiosk, taps, slips, TapsFirst, TapsInAll);
        var (last, filesLast) = (kiosk.WorkingSetMegabytes, kiosk.OpenFiles);

        Table.Print("Process after 1 000 taps and 10 slips", first, "MB");
        Table.Print("Process after 100 000 taps and 1 000 slips", last, "MB");
        Table.Print("  ratio", last / first, "");
        Table.Print("  of which code mapped from files, shared and given up at need", kiosk.MappedMegabytes, "MB");
        Table.Print("  its own", last - kiosk.MappedMegabytes, "MB");
        Table.Print("Open files, sockets and the like, first and last", filesFirst, $"{filesLast}");
        Assert.That(filesLast, Is.EqualTo(filesFirst).Within(MostFilesInPassing));
        Assert.That(last / first, Is.LessThanOrEqualTo(GrowthBar));
        Assert.That(
            last - kiosk.MappedMegabytes,
            Is.LessThanOrEqualTo(MegabytesBar),
            "what the process has for itself; docs/performance.md says what it holds in all"
        );
    }

    private static async Task UseAsync(BenchedKiosk kiosk, string[] taps, string[] slips, int from, int to)
    {
        for (var tap = from; tap < to; tap++)
        {
            await kiosk.TapAsync(taps[tap % taps.Length]);
            if (tap % TapsPerSlip == 0)
            {
                await kiosk.PrintAsync(slips[tap / TapsPerSlip % slips.Length]);
            }
        }
    }
}
