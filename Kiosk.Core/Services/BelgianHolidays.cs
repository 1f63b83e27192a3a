using NodaTime;

namespace Kiosk.Core.Services;

/// <summary>The ten legal public holidays of Belgium, the same in the whole country.</summary>
/// <remarks>
/// Law of 4 January 1974 on public holidays and royal decree of 18 April 1974, article 1; listed at
/// https://www.belgium.be/fr/emploi/conges_et_interruption_de_carriere/jours_feries.
/// A holiday on a Sunday stays on that Sunday: the day given in its place differs by employer.
/// The days of the communities (11 July, 27 September, 15 November) are no legal holidays.
/// </remarks>
public static class BelgianHolidays
{
    private static readonly AnnualDate[] Fixed = [new(1, 1), new(5, 1), new(7, 21), new(8, 15), new(11, 1), new(11, 11), new(12, 25)];

    /// <summary>Easter Monday, Ascension, Whit Monday.</summary>
    private static readonly int[] DaysAfterEaster = [1, 39, 50];

    public static bool Contains(LocalDate date) =>
        Fixed.Contains(new AnnualDate(date.Month, date.Day)) || DaysAfterEaster.Contains(Period.DaysBetween(EasterSunday(date.Year), date));

    /// <summary>Easter Sunday of a year of the Gregorian calendar, 1583 or later.</summary>
    /// <remarks>
    /// Butcher's Ecclesiastical Calendar, 1876, as given by H. V. Smith in Mathematical Spectrum 11 (1978/79), pages 23-24;
    /// https://www.w3.org/2000/10/swap/test/easter/.
    /// </remarks>
    internal static LocalDate EasterSunday(int year)
    {
        var (century, yearOfCentury) = Math.DivRem(year, 100);
        var yearOfMoonCycle = year % 19;
        var moonCorrection = (century - ((century + 8) / 25) + 1) / 3;
        var daysToFullMoon = ((19 * yearOfMoonCycle) + century - (century / 4) - moonCorrection + 15) % 30;
        var daysToSunday = (32 + (2 * (century % 4)) + (2 * (yearOfCentury / 4)) - daysToFullMoon - (yearOfCentury % 4)) % 7;
        var lateMoon = (yearOfMoonCycle + (11 * daysToFullMoon) + (22 * daysToSunday)) / 451;
        var (month, dayBefore) = Math.DivRem(daysToFullMoon + daysToSunday - (7 * lateMoon) + 114, 31);
        return new LocalDate(year, month, dayBefore + 1);
    }
}
