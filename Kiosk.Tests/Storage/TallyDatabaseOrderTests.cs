using FsCheck;
using FsCheck.Fluent;
using Kiosk.Core.Counting;
using Kiosk.Core.Storage;
using NodaTime;
using NUnit.Framework;

namespace Kiosk.Tests.Storage;

/// <summary>
/// The promise that order leaves no trace (P2): the same taps of a day, in any order, give byte for byte the same data folder.
/// </summary>
/// <remarks>The third day is a Monday: a week is published in the course of it.</remarks>
public sealed class TallyDatabaseOrderTests
{
    private static readonly LocalDate FirstDay = new(2026, 3, 28);

    /// <param name="Dated">False while the clock was not known.</param>
    private sealed record Tap(bool Dated, IReadOnlyList<string> Cells);

    /// <param name="TapsOnGained">Taps on the activity the house gains in the course of this day; it gains none when there are
    /// none.</param>
    private sealed record Day(IReadOnlyList<Tap> Taps, IReadOnlyList<Tap> TapsOnGained);

    /// <param name="Services">Few: several days share a page of the file. Many: one day spills over several.</param>
    /// <param name="Orders">What shuffles the taps and places restarts, differently each time.</param>
    private sealed record Story(int Services, IReadOnlyList<Day> Days, IReadOnlyList<int> Orders);

    [Test]
    public void The_same_taps_in_any_order_leave_the_same_files() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(40),
            Prop.ForAll(
                Stories().ToArbitrary(),
                story =>
                {
                    var folders = story.Orders.Select(order => FilesAfter(story, new Random(order))).ToList();
                    var differences = Differences(folders[0], folders[1]).ToList();
                    return (differences.Count == 0).Label(string.Join("; ", differences));
                }
            )
        );

    private static Gen<Story> Stories()
    {
        var cells = Gen.Elements(
            "topic/housing",
            "topic/health",
            "language/fr",
            "language/ar",
            "slip/paper",
            "visit/begun/morning",
            "service/s0"
        );
        var taps =
            from dated in Gen.Frequency((4, Gen.Constant(true)), (1, Gen.Constant(false)))
            from count in Gen.Choose(1, 3)
            from tapped in cells.ListOf(count)
            select new Tap(dated, [.. tapped]);
        var days = from usual in Some(taps, 1, 8) from onGained in Some(taps, 0, 3) select new Day(usual, onGained);
        return from services in Gen.Elements(1, 300, 1500)
            from some in Some(days, 1, 3)
            from orders in Some(Gen.Choose(0, int.MaxValue), 2, 2)
            select new Story(services, some, orders);
    }

    private static Gen<IReadOnlyList<T>> Some<T>(Gen<T> one, int least, int most) =>
        from count in Gen.Choose(least, most)
        from list in one.ListOf(count)
        select (IReadOnlyList<T>)[.. list];

    private static IReadOnlyDictionary<string, byte[]> FilesAfter(Story story, Random order)
    {
        using var folder = new TemporaryFolder();
        var gained = 0;
        var tallies = Open(folder, story, gained);
        foreach (var (number, day) in story.Days.Index())
        {
            foreach (var tap in InSomeOrder(day, order))
            {
                if (order.Next(5) == 0)
                {
                    tallies.Dispose();
                    tallies = Open(folder, story, gained);
                }

                if (tap is null)
                {
                    tallies.LayOut(House(story, ++gained));
                }
                else
                {
                    var cells = tap
                        .Cells.Select(name => new Cell(name))
                        .Concat(day.TapsOnGained.Contains(tap) ? [new Cell($"activity/a{gained}")] : []);
                    tallies.Count(new TallyDate(tap.Dated ? FirstDay.PlusDays(number) : null), [.. cells]);
                    tallies.PublishDue(FirstDay.PlusDays(number), CellsAsTheyAre.Rules);
                }
            }
        }

        tallies.Dispose();
        return folder.Files();
    }

    /// <summary>
    /// The day's taps shuffled; null is the moment at which the house gains an activity, any moment after the day's first dated tap.
    /// </summary>
    private static List<Tap?> InSomeOrder(Day day, Random order)
    {
        var taps = Shuffled(day.Taps, order);
        if (day.TapsOnGained.Count == 0)
        {
            return taps;
        }

        var moment = taps.Exists(tap => tap!.Dated) ? order.Next(taps.FindIndex(tap => tap!.Dated) + 1, taps.Count + 1) : 0;
        return [.. taps[..moment], null, .. Shuffled([.. taps[moment..], .. day.TapsOnGained], order)];
    }

    private static List<Tap?> Shuffled(IEnumerable<Tap?> taps, Random order)
    {
        var array = taps.ToArray();
        order.Shuffle(array);
        return [.. array];
    }

    private static TallyDatabase Open(TemporaryFolder folder, Story story, int gained)
    {
        var tallies = TallyDatabase.Open(folder.Data, today: null);
        tallies.LayOut(House(story, gained));
        return tallies;
    }

    private static CellCatalogue House(Story story, int gained) =>
        CellCatalogue.For(
            ["fr", "ar"],
            ["housing", "health"],
            Enumerable.Range(0, story.Services).Select(number => $"s{number}"),
            Enumerable.Range(1, gained).Select(number => $"a{number}")
        );

    private static IEnumerable<string> Differences(IReadOnlyDictionary<string, byte[]> one, IReadOnlyDictionary<string, byte[]> other) =>
        from name in one.Keys.Union(other.Keys)
        let mine = one.GetValueOrDefault(name, [])
        let theirs = other.GetValueOrDefault(name, [])
        where !mine.AsSpan().SequenceEqual(theirs)
        let at = mine.AsSpan().CommonPrefixLength(theirs)
        select $"{name} ({mine.Length} and {theirs.Length} bytes) from byte {at} on";
}
