using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Kiosk.Core.Exchange;

namespace Kiosk.Core.Reports;

/// <summary>A report to take along: the lines of its tables, and no other.</summary>
public static class ReportFiles
{
    private static readonly string[] Headings = ["period", "section", "figure", "label", "taps", "taps_before", "share_percent", "rises"];

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>RFC 4180, UTF-8 with a byte order mark; empty where nothing is told.</summary>
    public static byte[] Csv(ThresholdReport report) =>
        CsvTable.Write(
            Headings,
            from section in report.Sections
            from row in section.Rows
            select (IReadOnlyList<string>)
                [
                    report.Period.Name,
                    section.Key,
                    row.Key,
                    row.Label.Text,
                    row.Now.ToString(),
                    row.Before?.ToString() ?? "",
                    row.Share?.ToString(CultureInfo.InvariantCulture) ?? "",
                    row.Rises ? "1" : "0",
                ]
        );

    /// <summary>With what is counted and how it is rounded beside the figures.</summary>
    public static byte[] Json(ThresholdReport report) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                period = report.Period.Name,
                before = report.Before?.Name,
                rounding = "HESA: nearest 5, under 2.5 is 0; shares of fewer than 22.5 withheld; sums rounded after summing. Taps, not "
                    + "people.",
                inShort = report.InShort.Select(sentence => sentence.Text),
                sections = report.Sections.Select(section => new
                {
                    key = section.Key,
                    title = section.Title.Text,
                    says = section.Says.Text,
                    means = section.Means.Text,
                    rows = section.Rows.Select(row => new
                    {
                        figure = row.Key,
                        label = row.Label.Text,
                        taps = row.Now.Value,
                        tapsBefore = row.Before?.Value,
                        sharePercent = row.Share,
                        rises = row.Rises,
                    }),
                }),
            },
            Readable
        );
}
