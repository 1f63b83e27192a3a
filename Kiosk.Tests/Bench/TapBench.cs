using System.Diagnostics;
using Dapper;
using Kiosk.Core.Counts;
using Kiosk.Core.Editing;
using Kiosk.Core.Storage;
using Kiosk.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using NUnit.Framework;

namespace Kiosk.Tests.Bench;

/// <summary>What it costs to count a tap and have it on disk, beside the least that SQLite can do on the same disk.</summary>
[Category("Bench"), NonParallelizable]
public sealed class TapBench
{
    private const int Taps = 2_000;
    private const int WarmUp = 50;
    private const double Bar = 3;

    [Test]
    public async Task A_tap_is_on_disk_within_three_bare_commits()
    {
        using var folder = new BenchFolder();
        using var tallies = TallyDatabase.Open(new DataFolder(folder.PathOf("counter")), null);
        using var bare = OpenBare(folder.PathOf("bare.db"));
        await using var kiosk = await BenchedKiosk.StartAsync(folder.PathOf("kiosk"));
        var house = BenchedKiosk.DemoHouse();
        var counter = new TapCounter(
            new CurrentHouse(house, NullLogger<CurrentHouse>.Instance),
            HouseClocks.Believing(TimeProvider.System, new DataFolder(folder.PathOf("counter"))),
            tallies
        );
        var cells = house.HomeTopics.Select(topic => "topic/" + topic.Id).ToArray();

        var (commits, counts, posts) = (
            new Durations("bare commit of one row"),
            new Durations("tap counted"),
            new Durations("POST /tap answered")
        );
        for (var tap = -WarmUp; tap < Taps; tap++)
        {
            var cell = cells[(tap + WarmUp) % cells.Length];
            var commit = Time(() => bare.Execute("INSERT INTO tap (cell) VALUES (@cell)", new { cell }));
            var count = Time(() => Assert.That(counter.TryCount([cell])));
            var begun = Stopwatch.GetTimestamp();
            await kiosk.TapAsync(cell);
            var post = Stopwatch.GetElapsedTime(begun);
            if (tap >= 0)
            {
                commits.Add(commit);
                counts.Add(count);
                posts.Add(post);
            }
        }

        Table.Print("Tap on disk", [50, 95, 99], commits, counts, posts);
        Assert.That(counts.RatioTo(commits, 99), Is.LessThanOrEqualTo(Bar));
        Assert.That(posts.RatioTo(commits, 99), Is.LessThanOrEqualTo(Bar), "over HTTP");
    }

    private static TimeSpan Time(Action action)
    {
        var begun = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(begun);
    }

    private static SqliteConnection OpenBare(string path)
    {
        var connection = SqliteFile.Open(path);
        connection.Execute("CREATE TABLE tap (id INTEGER PRIMARY KEY, cell TEXT NOT NULL)");
        return connection;
    }
}
