using System.Globalization;
using System.Text.RegularExpressions;

namespace Kiosk.Core.Languages;

/// <summary>
/// How a language writes dates, by CLDR: <c>Montag, 7. Dezember</c>, <c>lunes, 7 de diciembre</c>, <c>7 Aralık Pazartesi</c>.
/// </summary>
/// <remarks>
/// Patterns that begin with the year or name an era are those of another calendar (Persian, Pashto); day, month and year stand in their
/// usual order then.
/// </remarks>
internal static partial class DatePatterns
{
    private const string Weekday = "dddd";

    public static string WeekdayDayMonth(this CultureInfo culture)
    {
        var (whole, day) = (culture.DateTimeFormat.LongDatePattern, DayMonth(culture));
        return IsOurs(whole) && whole.EndsWith(Weekday, StringComparison.Ordinal)
            ? $"{day} {Weekday}"
            : Weekday + (Between().Match(whole) is { Success: true } between ? between.Value : " ") + day;
    }

    public static string DayMonthYear(this CultureInfo culture)
    {
        var whole = culture.DateTimeFormat.LongDatePattern;
        return IsOurs(whole) ? Named().Replace(whole, "") : "d MMMM yyyy";
    }

    public static string MonthYear(this CultureInfo culture)
    {
        var pattern = culture.DateTimeFormat.YearMonthPattern;
        return IsOurs(pattern) ? pattern : "MMMM yyyy";
    }

    /// <summary>French alone writes the first of a month in another way: <c>1er décembre</c>.</summary>
    public static string WithFirstOfMonth(this CultureInfo culture, string pattern) =>
        culture.TwoLetterISOLanguageName == "fr" ? Day().Replace(pattern, "'1er'") : pattern;

    /// <summary>The day before the month, as everybody here writes it.</summary>
    public static string DayMonth(this CultureInfo culture) =>
        culture.DateTimeFormat.MonthDayPattern is var pattern && pattern.StartsWith('d') ? pattern : "d MMMM";

    private static bool IsOurs(string pattern) =>
        !pattern.StartsWith('y')
        && !pattern.Contains('g', StringComparison.Ordinal)
        && !pattern.StartsWith("dddd, MMMM", StringComparison.Ordinal);

    /// <summary>What stands between weekday and day: a space, or a comma and a space.</summary>
    [GeneratedRegex("(?<=^dddd)[^dM'yg]+(?=d)")]
    private static partial Regex Between();

    /// <summary>The day of the month: one <c>d</c>; more of them are the day of the week.</summary>
    [GeneratedRegex("%?(?<!d)d(?!d)")]
    private static partial Regex Day();

    [GeneratedRegex("^dddd[^dM']*|[, ]+dddd$")]
    private static partial Regex Named();
}
