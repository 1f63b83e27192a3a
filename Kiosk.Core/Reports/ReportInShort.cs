using Kiosk.Core.Counting;
using Kiosk.Core.Languages;

namespace Kiosk.Core.Reports;

/// <summary>The few sentences a meeting begins with.</summary>
internal static class ReportInShort
{
    /// <summary>Visits that differ by less than a tenth are called the same: rounding and chance bring as much.</summary>
    private const double LeastDifference = 0.1;

    /// <summary>How many visits, more or fewer than before; what people came for.</summary>
    public static IReadOnlyList<Wording> Of(ReportPeriod? before, IReadOnlyList<ReportSection> sections, Localizer words)
    {
        var visits = Section("visits");
        return [visits.Says, Against(before, visits.Rows[0], words), Section("functions").Says, Section("topics").Says];

        ReportSection Section(string key) => sections.Single(section => section.Key == key);
    }

    private static Wording Against(ReportPeriod? before, ReportRow visits, Localizer words)
    {
        if (before is not { } period || visits.Before is not { } earlier)
        {
            return words.Translate("report.against.none");
        }

        var difference = visits.Now.Value - earlier.Value;
        var much = Math.Abs(difference) > Math.Max(Figure.Step, LeastDifference * earlier.Value);
        return words.Translate(
            (much, difference) switch
            {
                (false, _) => "report.against.same",
                (true, > 0) => "report.against.more",
                _ => "report.against.less",
            },
            ("period", PeriodWords.Name(period, words)),
            ("visits", earlier.ToString())
        );
    }
}
