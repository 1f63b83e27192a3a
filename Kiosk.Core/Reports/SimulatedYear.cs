using Kiosk.Core.Counting;
using Kiosk.Core.Houses;
using Kiosk.Core.Topics;
using NodaTime;

namespace Kiosk.Core.Reports;

/// <summary>
/// What a house might count: visits by season, weekday and opening hours, each a walk from a language to a slip or not. The same for the
/// same seed.
/// </summary>
/// <remarks>For trying reports out, for tests and for measuring; it stands for no real house.</remarks>
public sealed class SimulatedYear(House house, int seed)
{
    /// <summary>Visits on an ordinary open half-day, before season and weekday.</summary>
    private const double VisitsOfHalfDay = 9;

    /// <summary>On a half-day when the door never opens, somebody of the team still shows the kiosk to somebody.</summary>
    private const double VisitsWhileClosed = 0.3;

    /// <summary>How many times as often it is asked for as before.</summary>
    private const double RiseOfNeed = 4;

    /// <summary>The need that rises: a narrower topic.</summary>
    public Topic? RisingTopic { get; } = house.Topics.Where(topic => topic.ParentId is not null).ElementAtOrDefault(4);

    /// <summary>From this day on it rises; null is never.</summary>
    public LocalDate? RisesFrom { get; init; }

    /// <summary>Busier or quieter than an ordinary house.</summary>
    public double Size { get; init; } = 1;

    public IEnumerable<(LocalDate Date, IReadOnlyDictionary<Cell, uint> Taps)> Days(LocalDate first, LocalDate last)
    {
        for (var date = first; date <= last; date = date.PlusDays(1))
        {
            var day = TapsOf(date);
            if (day.Count > 0)
            {
                yield return (date, day);
            }
        }
    }

    /// <summary>A day does not hang on the days before it.</summary>
    public IReadOnlyDictionary<Cell, uint> TapsOf(LocalDate date)
    {
        var random = new Random(unchecked((seed * 397) ^ (date.Year * 400) ^ date.DayOfYear));
        var taps = new SortedDictionary<string, uint>(StringComparer.Ordinal);
        var windows = house.DoorsOn(date).ToList();
        var noon = date + HalfDays.AfternoonBegins;
        foreach (
            var (half, open) in new[]
            {
                ("morning", windows.Any(window => window.Start < noon)),
                ("afternoon", windows.Any(window => window.End > noon)),
            }
        )
        {
            var visits = Poisson(random, (open ? VisitsOfHalfDay * Season(date) : VisitsWhileClosed) * Size);
            for (var visit = 0; visit < visits; visit++)
            {
                foreach (var cell in Visit(random, half, date))
                {
                    taps[cell.Name] = taps.GetValueOrDefault(cell.Name) + 1;
                }
            }
        }

        return taps.ToDictionary(cell => new Cell(cell.Key), cell => cell.Value);
    }

    /// <summary>More in winter, more on Mondays and Thursdays, fewer in the summer holidays.</summary>
    private static double Season(LocalDate date) =>
        (1 + (0.35 * Math.Cos(2 * Math.PI * (date.DayOfYear - 15) / 365)))
        * (date.DayOfWeek is IsoDayOfWeek.Monday or IsoDayOfWeek.Thursday ? 1.3 : 1)
        * (date.Month is 7 or 8 ? 0.7 : 1);

    /// <summary>The cells of one visit, each once.</summary>
    private HashSet<Cell> Visit(Random random, string half, LocalDate date)
    {
        HashSet<Cell> cells =
        [
            new Cell($"visit/begun/{half}"),
            new Cell(random.NextDouble() < 0.7 ? $"visit/ended-idle/{half}" : $"visit/ended-start-over/{half}"),
        ];
        cells.Add(Cell.Language(house.Profile.Languages[Skewed(random, house.Profile.Languages.Count)].Value));
        Maybe(0.06, Cell.Mode("larger"));
        Maybe(0.03, Cell.Mode("contrast"));
        Maybe(0.04, Cell.Mode("lower"));
        Maybe(0.09, Cell.Person);
        var touches = 1;
        if (random.NextDouble() < 0.35)
        {
            cells.Add(Cell.Activity(house.Activities[Skewed(random, house.Activities.Length)].Id));
            touches += 2;
        }

        for (var looked = 1 + (random.NextDouble() < 0.3 ? 1 : 0); looked > 0; looked--)
        {
            touches += Look(random, date, cells);
        }

        if (random.NextDouble() < 0.55)
        {
            cells.Add((random.NextDouble() < 0.75 ? Cell.SlipOnPaper : Cell.SlipBySquare));
            cells.Add(Cell.TouchesUntil(touches));
        }
        else
        {
            Maybe(0.1, Cell.NothingFits);
        }

        if (random.NextDouble() < 0.2)
        {
            var face = random.NextDouble() switch
            {
                < 0.72 => "good",
                < 0.9 => "middle",
                _ => "bad",
            };
            cells.Add(Cell.Face(face));
        }

        return cells;

        void Maybe(double chance, Cell cell)
        {
            if (random.NextDouble() < chance)
            {
                cells.Add(cell);
            }
        }
    }

    /// <summary>A topic, mostly one that narrows it, and a service or an activity of it.</summary>
    /// <returns>How many touches that took.</returns>
    private int Look(Random random, LocalDate date, HashSet<Cell> cells)
    {
        var topic = Weighted(random, [.. house.HomeTopics], date);
        cells.Add(Cell.Topic(topic.Id));
        var (touches, narrower) = (1, house.TopicsUnder(topic).ToList());
        if (narrower.Count > 0)
        {
            topic = Weighted(random, narrower, date);
            cells.Add(Cell.Topic(topic.Id));
            touches++;
        }

        Cell[] offered =
        [
            .. house.ServicesOn(topic).Select(service => Cell.Service(service.Id)),
            .. house.ActivitiesOn(topic).Select(activity => Cell.Activity(activity.Id)),
        ];
        if (offered.Length > 0 && random.NextDouble() < 0.8)
        {
            cells.Add(offered[Skewed(random, offered.Length)]);
            touches++;
        }

        return touches;
    }

    private Topic Weighted(Random random, IReadOnlyList<Topic> topics, LocalDate date)
    {
        var weights = topics.Select((topic, place) => (Rises(topic, date) ? RiseOfNeed : 1) / (place + 2.0)).ToList();
        var chosen = random.NextDouble() * weights.Sum();
        var index = 0;
        while (index < topics.Count - 1 && (chosen -= weights[index]) > 0)
        {
            index++;
        }

        return topics[index];
    }

    private bool Rises(Topic topic, LocalDate date) =>
        date >= RisesFrom && (topic.Id == RisingTopic?.Id || topic.Id == RisingTopic?.ParentId);

    /// <summary>The first are chosen more often.</summary>
    private static int Skewed(Random random, int count) => (int)(count * Math.Pow(random.NextDouble(), 1.8));

    /// <summary>Knuth's multiplication of uniform numbers, good for the few visits of a half-day.</summary>
    private static int Poisson(Random random, double mean)
    {
        var (limit, product, count) = (Math.Exp(-mean), random.NextDouble(), 0);
        while (product > limit)
        {
            product *= random.NextDouble();
            count++;
        }

        return count;
    }
}
