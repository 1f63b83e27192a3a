using Kiosk.Core.Counting;
using Kiosk.Core.Reports;
using Kiosk.Tests.Houses;
using Kiosk.Tests.Support;
using NodaTime;
using NUnit.Framework;

namespace Kiosk.Tests.Reports;

/// <summary>
/// Somebody fetches every report of a quarter, in every form, every day, and wants to know of one tap, on a known day under a known topic,
/// whether it happened. A guess is right half the time; what the reports add to that is what they give away (P4).
/// </summary>
public sealed class DifferencingTests
{
    private const int Trials = 400;
    private const int Seeds = 60;

    /// <summary>How much better than a coin a guess may become, of 0.5 to 1.</summary>
    private const double MostOfOneWhoWatchedTheDay = 0.6;

    private static readonly ReportPeriod Quarter = ReportPeriod.Holding(PeriodKind.Quarter, new LocalDate(2026, 11, 20));
    private static readonly SimulatedHouse[] Houses =
    [
        .. Enumerable.Range(0, Seeds).Select(seed => new SimulatedHouse(DemoHouse.Whole, new SimulatedYear(DemoHouse.Whole, seed))),
    ];
    private static readonly Dictionary<(Cell, LocalDate), double> Means = [];

    /// <summary>
    /// They know every other tap of that day, and how often each topic is touched on any day of the year; not what was touched on the other
    /// days.
    /// </summary>
    [Test]
    public void Who_watched_the_whole_day_learns_next_to_nothing_from_reports()
    {
        var right = Play(Guess);
        TestContext.Out.WriteLine($"Watched the day, every report of the quarter: {right:P1} right");
        Assert.That(right, Is.LessThanOrEqualTo(MostOfOneWhoWatchedTheDay));
    }

    /// <summary>
    /// The same by the figure of days when every service of the topic was shut: it is summed over fewer days, so it might tell more.
    /// </summary>
    [Test]
    public void Nor_from_what_was_asked_for_while_every_service_was_shut()
    {
        var right = Play(Guess, whileShut: true);
        TestContext.Out.WriteLine($"Watched the day, figures of days without an open service: {right:P1} right");
        Assert.That(right, Is.LessThanOrEqualTo(MostOfOneWhoWatchedTheDay));
    }

    /// <summary>The same with totals that go on: two readings are subtracted.</summary>
    [Test]
    public void Who_watched_the_whole_day_learns_everything_from_live_totals()
    {
        var random = new Random(1);
        var right = 0;
        for (var number = 0; number < Trials; number++)
        {
            var trial = Trial.Draw(random);
            var evening = trial.RawUpTo(trial.Day);
            var morning = trial.RawUpTo(trial.Day.PlusDays(-1));
            right += (evening - morning - trial.OthersOnDay == 1) == trial.Happened ? 1 : 0;
        }

        TestContext.Out.WriteLine($"Watched the day, live totals: {(double)right / Trials:P1} right");
        Assert.That(right, Is.EqualTo(Trials));
    }

    /// <summary>Who knows every other tap of a quarter has counted along all the time; rounding cannot hide the last one always.</summary>
    [Test]
    public void Who_knows_every_other_tap_of_the_quarter_is_told_in_the_documents()
    {
        var right = Play(
            (trial, figures) =>
            {
                var without = trial.Figures(happened: false);
                return figures.SequenceEqual(trial.Figures(happened: true)) switch
                {
                    true when figures.SequenceEqual(without) => null,
                    var happened => happened,
                };
            }
        );
        TestContext.Out.WriteLine($"Knows every other tap of the quarter: {right:P1} right");
        Assert.That(right, Is.LessThan(0.85));
    }

    /// <summary>The share of right guesses; no idea is a coin.</summary>
    private static double Play(Func<Trial, long[], bool?> guess, bool whileShut = false)
    {
        var random = new Random(1);
        var right = 0.0;
        for (var number = 0; number < Trials; number++)
        {
            var trial = Trial.Draw(random, whileShut);
            right +=
                guess(trial, trial.Figures(trial.Happened)) is not { } said ? 0.5
                : said == trial.Happened ? 1
                : 0;
        }

        return right / Trials;
    }

    /// <summary>The likelier of the two, by what the days around bring on average: counts of a topic are Poisson's.</summary>
    private static bool? Guess(Trial trial, long[] figures)
    {
        var (with, without) = (trial.Likelihood(figures, 1), trial.Likelihood(figures, 0));
        return with == without ? null : with > without;
    }

    private static double MeanOf(Cell cell, LocalDate date)
    {
        if (!Means.TryGetValue((cell, date), out var mean))
        {
            Means[(cell, date)] = mean = Houses.Average(house => (double)house.TapsOn(date, cell));
        }

        return mean;
    }

    /// <summary>One house, one open day, one topic, and whether the tap happened.</summary>
    /// <param name="WhileShut">Only days count on which every service of the topic was shut, and the day is one.</param>
    private sealed record Trial(SimulatedHouse House, LocalDate Day, Cell Topic, bool Happened, bool WhileShut)
    {
        private static readonly HouseFigures Rules = new(DemoHouse.Whole);

        private static readonly Cell[] Topics = [.. DemoHouse.Whole.Topics.Select(topic => new Cell("topic/" + topic.Id))];

        private ReportPeriod Week => ReportPeriod.Holding(PeriodKind.Week, Day);

        private ReportPeriod Month => ReportPeriod.Holding(PeriodKind.Month, Day);

        public long OthersOnDay => House.TapsOn(Day, Topic);

        public static Trial Draw(Random random, bool whileShut = false)
        {
            var days = Quarter.Days.Skip(7).SkipLast(7).ToList();
            Trial drawn;
            do
            {
                drawn = new Trial(
                    Houses[random.Next(Seeds)],
                    days[random.Next(days.Count)],
                    Topics[random.Next(Topics.Length)],
                    random.Next(2) == 1,
                    whileShut
                );
            } while (!drawn.Counts(drawn.Day));
            return drawn;
        }

        public long RawUpTo(LocalDate last) =>
            Quarter.Days.TakeWhile(day => day <= last).Sum(day => House.TapsOn(day, Topic)) + (Happened && last >= Day ? 1 : 0);

        /// <summary>What the reports say of the topic in the day's week, month and quarter.</summary>
        public long[] Figures(bool happened) =>
            [
                .. new[] { Week, Month, Quarter }.Select(period =>
                    Figure.Of(period.Days.Where(Counts).Sum(day => House.TapsOn(day, Topic)) + (happened ? 1 : 0)).Value
                ),
            ];

        /// <summary>How likely these figures are when so many taps were added to the others of the day.</summary>
        public double Likelihood(long[] figures, int added)
        {
            var known = OthersOnDay + added;
            var others = Quarter.Days.Where(day => day != Day && Counts(day)).ToList();
            var inBoth = Poisson(others.Where(day => Week.Days.Contains(day) && Month.Days.Contains(day)));
            var inWeek = Poisson(others.Where(day => Week.Days.Contains(day) && !Month.Days.Contains(day)));
            var inMonth = Poisson(others.Where(day => !Week.Days.Contains(day) && Month.Days.Contains(day)));
            var elsewhere = Poisson(others.Where(day => !Week.Days.Contains(day) && !Month.Days.Contains(day)));
            var sum = 0.0;
            for (var both = 0; both < inBoth.Length; both++)
            {
                for (var week = 0; week < inWeek.Length; week++)
                {
                    if (Figure.Of(known + both + week).Value != figures[0])
                    {
                        continue;
                    }

                    for (var month = 0; month < inMonth.Length; month++)
                    {
                        if (Figure.Of(known + both + month).Value == figures[1])
                        {
                            var rest = Enumerable
                                .Range(0, elsewhere.Length)
                                .Where(more => Figure.Of(known + both + week + month + more).Value == figures[2])
                                .Sum(more => elsewhere[more]);
                            sum += inBoth[both] * inWeek[week] * inMonth[month] * rest;
                        }
                    }
                }
            }

            return sum;
        }

        private bool Counts(LocalDate day) =>
            !WhileShut || Rules.FiguresOf(day, Topic).Any(figure => figure.StartsWith(FigureName.Closed, StringComparison.Ordinal));

        /// <summary>The chances of 0, 1, 2 … taps on those days together.</summary>
        private double[] Poisson(IEnumerable<LocalDate> days)
        {
            var mean = days.Sum(day => MeanOf(Topic, day));
            var chances = new List<double> { Math.Exp(-mean) };
            while (chances.Count < mean + (6 * Math.Sqrt(mean)) + 2)
            {
                chances.Add(chances[^1] * mean / chances.Count);
            }

            return [.. chances];
        }
    }
}
