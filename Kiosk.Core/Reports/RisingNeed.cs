using Kiosk.Core.Counting;

namespace Kiosk.Core.Reports;

/// <summary>The alarm of a report: a topic that takes a clearly larger part of all topics touched than in the periods before.</summary>
/// <remarks>
/// Worked out from published figures alone, so it tells nothing that they do not. A part of the whole, because a house with more visitors
/// has more of everything. How often it sounds for nothing is measured (<c>RisingNeedTests</c>, docs/evaluation.md).
/// </remarks>
public static class RisingNeed
{
    /// <summary>So many periods before, of the same kind, are looked at; fewer than two are no custom yet.</summary>
    public const int PeriodsBefore = 4;

    /// <summary>Below this nothing is called a rise.</summary>
    public const int LeastTaps = 20;

    /// <summary>A rise is at least half as much again as was to be expected.</summary>
    public const double LeastRatio = 1.5;

    /// <summary>And so many standard deviations more than chance brings.</summary>
    public const double LeastDeviations = 4;

    /// <param name="cell"><c>topic/housing</c>.</param>
    /// <param name="earlier">The periods before, of the same kind.</param>
    public static bool Of(string cell, PublishedPeriod now, IReadOnlyCollection<PublishedPeriod> earlier)
    {
        const string whole = FigureName.All + "topic";
        var (wholeBefore, before) = (earlier.Sum(period => period[whole].Value), earlier.Sum(period => period[cell].Value));
        if (earlier.Count < 2 || wholeBefore == 0 || now[cell].Value < LeastTaps)
        {
            return false;
        }

        var scale = (double)now[whole].Value / wholeBefore;
        var expected = before * scale;
        var deviation = Math.Sqrt(Math.Max(expected, Figure.Step) * (1 + scale));
        return now[cell].Value >= LeastRatio * expected && now[cell].Value - expected >= LeastDeviations * deviation;
    }
}
