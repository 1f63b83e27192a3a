using Kiosk.App.Staff.Shell;
using Kiosk.Core.Counting;
using Kiosk.Core.Counts;
using Kiosk.Core.Languages;
using Kiosk.Core.Reports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kiosk.App.Staff.Reports;

/// <summary>
/// How low the threshold of the house was in a closed period, to read, to print and to take along. Reading it changes nothing.
/// </summary>
[Authorize(Policy = ReportAccess.Policy)]
public sealed class ReportPage(PublishedReports reports) : StaffPage
{
    public override string Place => "report";

    /// <summary>What can be chosen.</summary>
    public PeriodShelf Shelf { get; private set; } = null!;

    /// <summary>Null when there is none to show: <see cref="Refusal"/> says why, or nothing was published yet.</summary>
    public ThresholdReport? Report { get; private set; }

    /// <summary>Why the period that was asked for has no report.</summary>
    public Wording? Refusal { get; private set; }

    public bool IsInvented => reports.AreInvented;

    public Wording Title =>
        Report is not null
            ? Words.Translate("report.title", ("period", PeriodWords.Name(Report.Period, Words)))
            : Words.Translate(Refusal is null ? "report.empty" : "report.refused");

    public IEnumerable<SectionChart> Charts => Report!.Sections.Select(section => new SectionChart(section, Words));

    /// <param name="period">As it is named, <c>2026-W47</c>; null is the newest.</param>
    public IActionResult OnGet(string? period)
    {
        Look(period);
        Response.StatusCode = Refusal is null ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
        return Page();
    }

    public IActionResult OnGetCsv(string? period) => Take(period, "text/csv", "csv", ReportFiles.Csv);

    public IActionResult OnGetJson(string? period) => Take(period, "application/json", "json", ReportFiles.Json);

    private IActionResult Take(string? period, string type, string end, Func<ThresholdReport, byte[]> write)
    {
        Look(period);
        if (Report is null)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return Page();
        }

        var invented = IsInvented ? "-invented" : "";
        return File(write(Report), type, $"{House.Profile.Id}-{Words.Translate("report.file").Text}-{Report.Period}{invented}.{end}");
    }

    private void Look(string? name)
    {
        Shelf = new PeriodShelf(reports.Periods, ReportPeriod.Named(name));
        if ((name is null ? Shelf.Newest : Shelf.Chosen) is { } period)
        {
            Shelf = Shelf with { Chosen = period };
            Report = reports.Of(period, Words);
        }

        Refusal = name is null || Report is not null ? null : WhyNot();
    }

    private Wording WhyNot() =>
        Shelf.Chosen is not { } period
            ? Words.Translate("report.refused-unknown")
            : Words.Translate(
                period.Last >= reports.Today ? "report.refused-open" : "report.refused-never",
                ("period", PeriodWords.Name(period, Words))
            );
}
