using System.Globalization;
using Kiosk.Core.Counting;
using Kiosk.Core.Languages;
using Kiosk.Core.Reports;

namespace Kiosk.App.Staff.Reports;

public enum ChartForm
{
    /// <summary>Lying bars, each with its name above.</summary>
    Bars,

    /// <summary>Standing columns: what has an order of its own.</summary>
    Columns,

    /// <summary>The three faces beside one another.</summary>
    Faces,
}

/// <summary>A section of a report as it is drawn. The lengths are worked out from the figures of its table.</summary>
public sealed record SectionChart(ReportSection Section, Localizer Words)
{
    /// <summary>What of a table stands open, and goes on paper: the most.</summary>
    public const int MostRows = 12;

    /// <summary>Longer lists are drawn as their most and their least.</summary>
    private const int MostBars = 10;
    private const int Uppermost = 6;
    private const int Lowest = 3;

    /// <summary>Hundredths of the width that the longest bar takes: its edge has to stay in sight.</summary>
    private const double Longest = 99;

    public ChartForm Form =>
        Section.Key switch
        {
            "touches" => ChartForm.Columns,
            "faces" => ChartForm.Faces,
            _ => ChartForm.Bars,
        };

    public bool HasRows => Section.Rows.Count > 0;

    /// <summary>The bars drawn: all, or the most.</summary>
    public IEnumerable<ReportRow> Drawn => IsLong ? Section.Rows.Take(Uppermost) : Section.Rows;

    /// <summary>The lines with least, of a list too long to draw whole.</summary>
    public IEnumerable<ReportRow> Least => IsLong ? Section.Rows.TakeLast(Lowest) : [];

    public IEnumerable<ReportRow> Table => Section.Rows.Take(MostRows);

    public IReadOnlyList<ReportRow> RestOfTable => [.. Section.Rows.Skip(MostRows)];

    private bool IsLong => Section.Rows.Count > MostBars;

    private long Whole => Math.Max(1, Section.Rows.Max(row => Math.Max(row.Now.Value, row.Before?.Value ?? 0)));

    /// <summary>A length as SVG writes it: <c>43.2%</c>.</summary>
    public string Length(Figure figure) => Percent(Longest * figure.Value / Whole);

    /// <summary>What is left of <see cref="Length"/>: columns are measured from above.</summary>
    public string Above(Figure figure) => Percent(100 - (Longest * figure.Value / Whole));

    /// <summary>Under a column there is room for its number only.</summary>
    public static string ShortLabel(ReportRow row) => row.Key.Split('/')[^1].Replace("10-or-more", "10+", StringComparison.Ordinal);

    /// <summary><c>43 %</c>; a dash where it is not told.</summary>
    public string Share(ReportRow row) =>
        row.Share is { } share ? Words.Translate("report.percent", ("share", share.ToString(CultureInfo.InvariantCulture))).Text : "–";

    private static string Percent(double hundredths) => hundredths.ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
