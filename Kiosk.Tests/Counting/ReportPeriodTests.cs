using Kiosk.Core.Counting;
using NodaTime;
using NodaTime.Text;
using NUnit.Framework;

namespace Kiosk.Tests.Counting;

/// <summary>Weeks, months, quarters and years, as calendars have them.</summary>
public sealed class ReportPeriodTests
{
    [TestCase(PeriodKind.Week, "2026-11-20", "2026-W47", "2026-11-16", "2026-11-22", "2026-W46")]
    [TestCase(PeriodKind.Week, "2027-01-01", "2026-W53", "2026-12-28", "2027-01-03", "2026-W52")]
    [TestCase(PeriodKind.Week, "2024-12-30", "2025-W01", "2024-12-30", "2025-01-05", "2024-W52")]
    [TestCase(PeriodKind.Month, "2028-02-29", "2028-02", "2028-02-01", "2028-02-29", "2028-01")]
    [TestCase(PeriodKind.Quarter, "2026-11-20", "2026-Q4", "2026-10-01", "2026-12-31", "2026-Q3")]
    [TestCase(PeriodKind.Quarter, "2027-01-01", "2027-Q1", "2027-01-01", "2027-03-31", "2026-Q4")]
    [TestCase(PeriodKind.Year, "2026-11-20", "2026", "2026-01-01", "2026-12-31", "2025")]
    public void A_day_lies_in_one(PeriodKind kind, string day, string name, string first, string last, string before)
    {
        var period = ReportPeriod.Holding(kind, Date(day));
        Assert.That((period.Name, period.First, period.Last, period.Before.Name), Is.EqualTo((name, Date(first), Date(last), before)));
        Assert.That(period.Before.Next, Is.EqualTo(period));
        Assert.That(ReportPeriod.Named(name), Is.EqualTo(period));
        Assert.That(ReportPeriod.Between(period.First, period.Last), Is.EqualTo(period));
        Assert.That(period.Days, Does.Contain(Date(day)));
        Assert.That(period.Days.Count(), Is.EqualTo(Period.DaysBetween(period.First, period.Last) + 1));
    }

    [TestCase("2026-11-01", "2026-11-29")]
    [TestCase("2026-11-17", "2026-11-23")]
    [TestCase("2026-11-30", "2026-11-01")]
    [TestCase("2026-11-20", "2026-11-20")]
    public void Days_of_ones_own_choice_are_none(string first, string last) =>
        Assert.That(ReportPeriod.Between(Date(first), Date(last)), Is.Null);

    [TestCase("")]
    [TestCase("2026-W54")]
    [TestCase("2025-W53")]
    [TestCase("2026-13")]
    [TestCase("2026-Q5")]
    [TestCase("2026-W0")]
    [TestCase("0000")]
    [TestCase("year")]
    [TestCase(null)]
    public void What_no_calendar_has_is_none(string? name) => Assert.That(ReportPeriod.Named(name), Is.Null);

    private static LocalDate Date(string iso) => LocalDatePattern.Iso.Parse(iso).Value;
}
