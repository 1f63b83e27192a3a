using System.Globalization;
using NodaTime;
using NodaTime.Calendars;

namespace Kiosk.Core.Counting;

public enum PeriodKind
{
    /// <summary>Monday to Sunday (ISO 8601).</summary>
    Week,
    Month,
    Quarter,
    Year,
}

/// <summary>A time that a report may be about: a whole week, month, quarter or year, never any other days.</summary>
/// <remarks>Days of one's own choice would let two reports be subtracted until one tap remains.</remarks>
public readonly record struct ReportPeriod
{
    private ReportPeriod(PeriodKind kind, LocalDate first) => (Kind, First) = (kind, first);

    public PeriodKind Kind { get; }

    public LocalDate First { get; }

    /// <summary>The day after <see cref="Last"/>.</summary>
    public LocalDate End =>
        Kind switch
        {
            PeriodKind.Week => First.PlusWeeks(1),
            PeriodKind.Month => First.PlusMonths(1),
            PeriodKind.Quarter => First.PlusMonths(3),
            _ => First.PlusYears(1),
        };

    public LocalDate Last => End.PlusDays(-1);

    /// <summary>The one before.</summary>
    public ReportPeriod Before => Holding(Kind, First.PlusDays(-1));

    public ReportPeriod Next => Holding(Kind, End);

    public IEnumerable<LocalDate> Days
    {
        get
        {
            var (first, count) = (First, Period.DaysBetween(First, End));
            return Enumerable.Range(0, count).Select(first.PlusDays);
        }
    }

    /// <summary><c>2026-W47</c>, <c>2026-11</c>, <c>2026-Q4</c> or <c>2026</c>.</summary>
    public string Name =>
        Kind switch
        {
            PeriodKind.Week => string.Create(CultureInfo.InvariantCulture, $"{WeekYearRules.Iso.GetWeekYear(First):0000}-W{Number:00}"),
            PeriodKind.Month => string.Create(CultureInfo.InvariantCulture, $"{First.Year:0000}-{Number:00}"),
            PeriodKind.Quarter => string.Create(CultureInfo.InvariantCulture, $"{First.Year:0000}-Q{Number}"),
            _ => First.Year.ToString("0000", CultureInfo.InvariantCulture),
        };

    /// <summary>Which week, month or quarter of its year it is, from 1; of a year the year.</summary>
    public int Number =>
        Kind switch
        {
            PeriodKind.Week => WeekYearRules.Iso.GetWeekOfWeekYear(First),
            PeriodKind.Month => First.Month,
            PeriodKind.Quarter => ((First.Month - 1) / 3) + 1,
            _ => First.Year,
        };

    /// <summary>The week, month, quarter or year that a day lies in.</summary>
    public static ReportPeriod Holding(PeriodKind kind, LocalDate day) =>
        new(
            kind,
            kind switch
            {
                PeriodKind.Week => day.PlusDays(1 - (int)day.DayOfWeek),
                PeriodKind.Month => new LocalDate(day.Year, day.Month, 1),
                PeriodKind.Quarter => new LocalDate(day.Year, (((day.Month - 1) / 3) * 3) + 1, 1),
                _ => new LocalDate(day.Year, 1, 1),
            }
        );

    /// <summary>
    /// The period from <paramref name="first"/> up to and with <paramref name="last"/>; null when these days are no whole one.
    /// </summary>
    public static ReportPeriod? Between(LocalDate first, LocalDate last) =>
        Enum.GetValues<PeriodKind>()
            .Select(kind => Holding(kind, first))
            .Where(period => period.First == first && period.Last == last)
            .Select(period => (ReportPeriod?)period)
            .FirstOrDefault();

    /// <summary>Finds a period by its <see cref="Name"/>.</summary>
    public static ReportPeriod? Named(string? name) =>
        Candidates(name).Where(period => period.Name == name).Select(period => (ReportPeriod?)period).FirstOrDefault();

    public override string ToString() => Name;

    private static IEnumerable<ReportPeriod> Candidates(string? name)
    {
        if (
            name is not { Length: >= 4 }
            || !int.TryParse(name[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || year is < 1 or > 9998
        )
        {
            return [];
        }

        var number = int.TryParse(
            name.AsSpan(name.Length > 5 ? 5 : 4).TrimStart("WQ"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var read
        )
            ? read
            : 1;
        return
        [
            Holding(PeriodKind.Year, new LocalDate(year, 1, 1)),
            Holding(PeriodKind.Quarter, new LocalDate(year, 1, 1).PlusMonths(3 * (number - 1))),
            Holding(PeriodKind.Month, new LocalDate(year, 1, 1).PlusMonths(number - 1)),
            Holding(PeriodKind.Week, new LocalDate(year, 1, 4).PlusWeeks(number - 1)),
        ];
    }
}
