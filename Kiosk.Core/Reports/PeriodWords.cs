using System.Globalization;
using Kiosk.Core.Counting;
using Kiosk.Core.Languages;
using NodaTime.Calendars;

namespace Kiosk.Core.Reports;

/// <summary>A period as one says it.</summary>
public static class PeriodWords
{
    /// <summary><c>semaine 47 de 2026</c>, <c>novembre 2026</c>, <c>4e trimestre 2026</c>, <c>2026</c>.</summary>
    public static string Name(ReportPeriod period, Localizer words) =>
        period.Kind switch
        {
            PeriodKind.Week => words
                .Translate(
                    "report.period.week",
                    ("number", Digits(period.Number)),
                    ("year", Digits(WeekYearRules.Iso.GetWeekYear(period.First)))
                )
                .Text,
            PeriodKind.Month => words.Month(period.First),
            PeriodKind.Quarter => words
                .Translate("report.period.quarter-" + Digits(period.Number), ("year", Digits(period.First.Year)))
                .Text,
            PeriodKind.Year => Digits(period.Number),
        };

    /// <summary>
    /// From the first day to the last, of what nobody knows by its number: <c>du 9 novembre au 15 novembre</c>. Null for months and years.
    /// </summary>
    public static string? Dates(ReportPeriod period, Localizer words) =>
        period.Kind is PeriodKind.Month or PeriodKind.Year
            ? null
            : words.Translate("report.dates", ("first", words.DayAndMonth(period.First)), ("last", words.DayAndMonth(period.Last))).Text;

    /// <summary>Week, month, quarter or year.</summary>
    public static Wording Kind(PeriodKind kind, Localizer words) =>
        words.Translate(
            "report.kind."
                + kind switch
                {
                    PeriodKind.Week => "week",
                    PeriodKind.Month => "month",
                    PeriodKind.Quarter => "quarter",
                    PeriodKind.Year => "year",
                }
        );

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
