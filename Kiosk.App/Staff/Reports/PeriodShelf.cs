using Kiosk.Core.Counting;

namespace Kiosk.App.Staff.Reports;

/// <summary>The periods that were published, to choose one from.</summary>
/// <param name="Published">Oldest first within each kind.</param>
/// <param name="Chosen">The one looked at, published or not; null is none.</param>
public sealed record PeriodShelf(IReadOnlyList<ReportPeriod> Published, ReportPeriod? Chosen)
{
    /// <summary>
    /// What a page without a wish shows: the newest week, or of the shortest kind there is; null when nothing was published.
    /// </summary>
    public ReportPeriod? Newest => Enum.GetValues<PeriodKind>().Select(NewestOf).FirstOrDefault(period => period is not null);

    public ReportPeriod? Earlier => Beside(Of(Chosen?.Kind).TakeWhile(period => period.First < Chosen?.First).Reverse());

    public ReportPeriod? Later => Beside(Of(Chosen?.Kind).SkipWhile(period => period.First <= Chosen?.First));

    /// <summary>All of the kind that is looked at by their years, newest first.</summary>
    public IEnumerable<IGrouping<string, ReportPeriod>> ByYear =>
        Of(Chosen?.Kind).Reverse().GroupBy(period => period.Kind == PeriodKind.Year ? "" : period.Name[..4]);

    /// <summary>Null when none of that kind was published.</summary>
    public ReportPeriod? NewestOf(PeriodKind kind) => Beside(Of(kind).Reverse());

    public static string AddressOf(ReportPeriod period) => "/report?period=" + period.Name;

    private IEnumerable<ReportPeriod> Of(PeriodKind? kind) => Published.Where(period => period.Kind == kind);

    private static ReportPeriod? Beside(IEnumerable<ReportPeriod> periods) =>
        periods.Select(period => (ReportPeriod?)period).FirstOrDefault();
}
