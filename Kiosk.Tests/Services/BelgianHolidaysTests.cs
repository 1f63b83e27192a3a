using Kiosk.Core.Services;
using NodaTime;
using NUnit.Framework;

namespace Kiosk.Tests.Services;

internal sealed class BelgianHolidaysTests
{
    /// <summary>Easter Sunday of 2001 to 2066 as a day of March, 32 being 1 April: https://oeis.org/A060958.</summary>
    private static readonly int[] EasterAsDayOfMarch =
    [
        46,
        31,
        51,
        42,
        27,
        47,
        39,
        23,
        43,
        35,
        55,
        39,
        31,
        51,
        36,
        27,
        47,
        32,
        52,
        43,
        35,
        48,
        40,
        31,
        51,
        36,
        28,
        47,
        32,
        52,
        44,
        28,
        48,
        40,
        25,
        44,
        36,
        56,
        41,
        32,
        52,
        37,
        29,
        48,
        40,
        25,
        45,
        36,
        49,
        41,
        33,
        52,
        37,
        29,
        49,
        33,
        53,
        45,
        30,
        49,
        41,
        26,
        46,
        37,
        29,
        42,
    ];

    [Test]
    public void Easter_falls_where_the_published_table_has_it()
    {
        var years = Enumerable.Range(2001, EasterAsDayOfMarch.Length);
        var expected = years.Zip(EasterAsDayOfMarch, (year, day) => new LocalDate(year, 3, 1).PlusDays(day - 1));

        Assert.That(years.Select(BelgianHolidays.EasterSunday), Is.EqualTo(expected));
    }

    // Which ten: https://www.belgium.be/fr/emploi/conges_et_interruption_de_carriere/jours_feries (the state names them without dates).
    // Their dates in 2025: https://unique.be/nl/blogs/post-detail/vakantie-2025--wettelijke-feestdagen-en-schoolvakanties,
    // 2026: https://feiertagskalender.ch/index.php?geo=3285&jahr=2026&klasse=3&hl=fr, 2027: https://jourferie.pages.dev/belgique/2027.
    [TestCase(2025, "01-01 04-21 05-01 05-29 06-09 07-21 08-15 11-01 11-11 12-25")]
    [TestCase(2026, "01-01 04-06 05-01 05-14 05-25 07-21 08-15 11-01 11-11 12-25")]
    [TestCase(2027, "01-01 03-29 05-01 05-06 05-17 07-21 08-15 11-01 11-11 12-25")]
    public void A_year_has_its_ten_legal_holidays_and_no_other(int year, string monthsAndDays)
    {
        var firstDay = new LocalDate(year, 1, 1);
        var holidays = Enumerable.Range(0, 365).Select(firstDay.PlusDays).Where(BelgianHolidays.Contains);

        Assert.That(holidays, Is.EqualTo(monthsAndDays.Split(' ').Select(day => Brussels.Date($"{year}-{day}"))));
    }

    /// <summary>In 2008 Ascension fell on 1 May (a royal decree had to name a tenth day for that year alone).</summary>
    [Test]
    public void Two_holidays_may_share_a_day() =>
        Assert.That(Enumerable.Range(0, 366).Select(new LocalDate(2008, 1, 1).PlusDays).Count(BelgianHolidays.Contains), Is.EqualTo(9));
}
