using Kiosk.Core.Counting;
using Kiosk.Core.Houses;
using Kiosk.Core.Languages;

namespace Kiosk.Core.Reports;

/// <summary>One line of a report: of a table, a chart, a CSV file alike.</summary>
/// <param name="Key">The figure's name, <c>topic/housing</c>.</param>
/// <param name="Before">In the period before; null when that was not published.</param>
/// <param name="Share">Hundredths of the section's whole; null when the whole is too small to tell, or the line is no part of one.</param>
/// <param name="Rises">A need that rises (<see cref="RisingNeed"/>).</param>
public sealed record ReportRow(string Key, Wording Label, string? Pictogram, Figure Now, Figure? Before, int? Share, bool Rises);

/// <summary>One question a report answers.</summary>
/// <param name="Key"><c>functions</c>, <c>visits</c>, <c>touches</c>, <c>topics</c> …</param>
/// <param name="Says">The answer in one sentence.</param>
/// <param name="Means">What is counted, and how it is rounded.</param>
public sealed record ReportSection(string Key, Wording Title, Wording Says, Wording Means, IReadOnlyList<ReportRow> Rows);

/// <summary>How low the threshold of a house was in a closed period, beside the period before it.</summary>
public sealed class ThresholdReport
{
    private ThresholdReport(PublishedPeriod now, PublishedPeriod? before, IReadOnlyList<ReportSection> sections, Localizer words) =>
        (Period, Before, Sections, InShort) = (now.Period, before?.Period, sections, ReportInShort.Of(before?.Period, sections, words));

    public ReportPeriod Period { get; }

    /// <summary>Null when it was not published.</summary>
    public ReportPeriod? Before { get; }

    public IReadOnlyList<ReportSection> Sections { get; }

    /// <summary>The few sentences a meeting begins with.</summary>
    public IReadOnlyList<Wording> InShort { get; }

    /// <summary>The needs that rise.</summary>
    public IEnumerable<ReportRow> Rising => Sections.Single(section => section.Key == "topics").Rows.Where(row => row.Rises);

    /// <param name="published">Finds what was published; null for a period that is not closed.</param>
    /// <returns>Null when the period itself was not published.</returns>
    public static ThresholdReport? Of(ReportPeriod period, Func<ReportPeriod, PublishedPeriod?> published, House house, Localizer words)
    {
        if (published(period) is not { } now)
        {
            return null;
        }

        var earlier = Earlier(period).Select(published).OfType<PublishedPeriod>().ToList();
        var before = earlier.FirstOrDefault(one => one.Period == period.Before);
        return new ThresholdReport(now, before, new ReportSections(now, before, earlier, house, words).All(), words);
    }

    private static IEnumerable<ReportPeriod> Earlier(ReportPeriod period)
    {
        for (var count = 0; count < RisingNeed.PeriodsBefore; count++)
        {
            yield return period = period.Before;
        }
    }
}
