using System.Diagnostics;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Bench;

/// <summary>From starting the process to the first page answered, beside a Razor Pages program that does nothing.</summary>
[Category("Bench"), NonParallelizable]
public sealed class StartBench
{
    private const int Starts = 15;
    private const double Bar = 1.5;

    [Test]
    public async Task The_first_page_comes_within_one_and_a_half_empty_programs()
    {
        using var folder = new BenchFolder();
        var empty = await EmptyRazorApp.BuildAsync(folder);
        var published = await Publishing.PublishAsync(SourceTree.PathOf("Kiosk.App/Kiosk.App.csproj"), folder.PathOf("kiosk-published"));
        await StartEmptyAsync(empty);
        await StartKioskAsync(published, folder.PathOf("kiosk"));

        var (empties, kiosks, firsts) = (
            new Durations("empty Razor Pages program"),
            new Durations("kiosk"),
            new Durations("kiosk, very first start")
        );
        for (var start = 0; start < Starts; start++)
        {
            empties.Add(await StartEmptyAsync(empty));
            kiosks.Add(await StartKioskAsync(published, folder.PathOf("kiosk")));
            firsts.Add(await StartKioskAsync(published, folder.PathOf($"kiosk-{start}")));
        }

        Table.Print("Start until the first page is answered", [50, 95], empties, kiosks, firsts);
        Assert.That(kiosks.RatioTo(empties, 50), Is.LessThanOrEqualTo(Bar));
    }

    private static async Task<TimeSpan> StartKioskAsync(string program, string data)
    {
        var begun = Stopwatch.GetTimestamp();
        await using var kiosk = await BenchedKiosk.StartFromAsync(program, data);
        await kiosk.GetAsync(Walk.Home);
        return Stopwatch.GetElapsedTime(begun);
    }

    private static async Task<TimeSpan> StartEmptyAsync(string assembly)
    {
        var address = ServerProcess.FreeAddress();
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false });
        var begun = Stopwatch.GetTimestamp();
        await using var server = await ServerProcess.StartDotnetAsync(address, assembly, $"--urls={address}");
        await client.GetByteArrayAsync(new Uri(address + "/"));
        return Stopwatch.GetElapsedTime(begun);
    }
}
