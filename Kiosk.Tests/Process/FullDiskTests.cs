using System.Net;
using System.Text.Json.Nodes;
using Kiosk.Core.Counts;
using Kiosk.Core.Editing;
using Kiosk.Core.Storage;
using Kiosk.Tests.Houses;
using Kiosk.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using NUnit.Framework;

namespace Kiosk.Tests.Processes;

/// <summary>A full disk stops the counting and nothing else.</summary>
[Category("Process"), Platform("Linux"), FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class FullDiskTests : IDisposable
{
    private readonly KioskFolders _folders = new();

    public void Dispose() => _folders.Dispose();

    [Test]
    public async Task Taps_are_refused_in_words_pages_go_on_and_counting_resumes_when_there_is_room([Values] bool firstTapOfTheDay)
    {
        using var disk = SmallDisk.LaidOver(_folders);
        await using var kiosk = await KioskProcess.StartAsync(_folders);
        var before = firstTapOfTheDay ? 0 : await Tap(kiosk);
        Assert.That(await kiosk.Health(), Does.StartWith("{\"status\":\"look\"").And.Contain("There is little room left"));
        disk.Fill();
        for (var time = 0; time < 3; time++)
        {
            using var refused = await kiosk.Tap("topic/housing", "language/ar");
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
            Assert.That(await refused.Content.ReadAsStringAsync(), Is.EqualTo("The tap could not be written; nothing was counted."));
        }

        Assert.That(await kiosk.Client.GetStringAsync(new Uri("/ar/topic/housing", UriKind.Relative)), Does.Contain("</html>"));
        Assert.That(kiosk.Complained, Does.Contain("Is the disk full").And.Not.Contain("topic/").And.Not.Contain("   at "));

        disk.Empty();
        Assert.That(await Tap(kiosk), Is.EqualTo(1));
        Assert.That(await kiosk.StopAsync(), Is.Zero);
        Assert.That(Ledger.Count(_folders).GetValueOrDefault("topic/housing"), Is.EqualTo(before + 1));
    }

    /// <summary>The change is on disk before the counts hear of it.</summary>
    [Test]
    public void A_change_of_the_house_stays_and_its_new_topic_is_counted_when_there_is_room()
    {
        using var disk = SmallDisk.LaidOver(_folders);
        var folder = new DataFolder(_folders.Data);
        using var tallies = TallyDatabase.Open(folder, null);
        var house = new CurrentHouse(DemoHouse.Whole, NullLogger<CurrentHouse>.Instance);
        var heard = 0;
        var counter = new TapCounter(house, HouseClocks.Believing(StandingTime.At("2026-11-20 14:20"), folder), tallies);
        house.Changed += () => heard++;
        disk.Fill();
        house.Replace(DemoHouse.With(file => file["topics"]!.AsArray().Add(Roof())).House!);
        Assert.That(heard, Is.EqualTo(1), "who comes after the counts hears of it too");
        Assert.That(() => counter.TryCount(["topic/roof"]), Throws.InstanceOf<StorageException>());
        disk.Empty();
        Assert.That(counter.TryCount(["topic/roof"]), Is.True);
    }

    /// <returns>How many taps were acknowledged: one.</returns>
    private static async Task<int> Tap(KioskProcess kiosk)
    {
        using var answer = await kiosk.Tap("topic/housing");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        return 1;
    }

    private static JsonNode Roof() =>
        JsonNode.Parse("""{ "id": "roof", "function": "refer", "pictogram": "work", "name": { "fr": "Un toit" } }""")!;
}
