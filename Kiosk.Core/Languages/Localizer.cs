using System.Globalization;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;

namespace Kiosk.Core.Languages;

/// <summary>Says everything in the asked language, and falls back to the house's where a text is missing.</summary>
public sealed record Localizer(Phrasebook Phrases, LanguageTag Language, LanguageTag HouseLanguage)
{
    private static readonly LocalTimePattern ClockTime = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public Wording Translate(string key, params ReadOnlySpan<(string Place, string Value)> places) =>
        Phrases.Translate(key, Language, HouseLanguage, places);

    /// <summary>The form of a phrase that fits a number from 0 up, with the number in its place <c>{count}</c>.</summary>
    public Wording Translate(string key, long count, params ReadOnlySpan<(string Place, string Value)> places) =>
        Phrases.Translate(key, count, Language, HouseLanguage, places);

    /// <summary>Whether the phrase is there in the asked language or in the house's.</summary>
    public bool Knows(string key) => Phrases.Find(key, Language) is not null || Phrases.Find(key, HouseLanguage) is not null;

    public Wording In(LocalizedText text) => text.In(Language, HouseLanguage);

    /// <summary>Wall time with Western digits and 24 hours in every language, so that any counter can read it: <c>09:30</c>.</summary>
    public static string Time(LocalTime time) => ClockTime.Format(time);

    /// <summary><c>09:00 – 12:00</c>, or in words where a dash would turn around.</summary>
    public string Times(LocalTime from, LocalTime to) => Translate("time.range", ("from", Time(from)), ("to", Time(to))).Text;

    /// <summary>As one would say it today: today, tomorrow, Monday within six days, else Monday 7 December.</summary>
    public string Day(LocalDate date, LocalDate today) =>
        Period.DaysBetween(today, date) switch
        {
            0 => Translate("day.today").Text,
            1 => Translate("day.tomorrow").Text,
            > 1 and < 7 => DayName(date.DayOfWeek),
            _ => LongDate(date),
        };

    /// <summary>Weekday, day and month as the language writes them: <c>lundi 7 décembre</c>, <c>Montag, 7. Dezember</c>.</summary>
    public string LongDate(LocalDate date) => Format(date, Culture.WeekdayDayMonth());

    /// <summary>Day, month and year: <c>7 décembre 2026</c>, <c>7 de diciembre de 2026</c>.</summary>
    public string DateWithYear(LocalDate date) => Format(date, Culture.DayMonthYear());

    /// <summary>Day and month: <c>7 décembre</c>, <c>7 grudnia</c>.</summary>
    public string DayAndMonth(LocalDate date) => Format(date, Culture.DayMonth());

    /// <summary>Day, month and year in few letters: <c>24 déc. 2026</c>.</summary>
    public string ShortDate(LocalDate date) => Format(date, "d MMM yyyy");

    /// <summary>
    /// From one day to another, the month and the year said once where they are the same: <c>23 – 29 novembre 2026</c>,
    /// <c>30 novembre – 6 décembre 2026</c>.
    /// </summary>
    public string Days(LocalDate first, LocalDate last) =>
        (
            first.Year != last.Year ? DateWithYear(first)
            : first.Month != last.Month ? DayAndMonth(first)
            : Format(first, "%d")
        )
        + " – "
        + DateWithYear(last);

    /// <summary>Things in a row, with the comma of the language: <c>lundi, mardi</c>, <c>الاثنين، الثلاثاء</c>.</summary>
    public string List(IEnumerable<string> things) =>
        things.DefaultIfEmpty("").Aggregate((list, next) => Translate("hours.list", ("first", list), ("next", next)).Text);

    /// <summary>A phrase that has a line of its own elsewhere, within one: <c>toute la journée</c>.</summary>
    /// <remarks>For phrases that begin with a noun in no language: German writes nouns with a capital.</remarks>
    public string WithinLine(string key) => Culture.TextInfo.ToLower(Translate(key).Text[0]) + Translate(key).Text[1..];

    /// <summary>What began within a line, as a line of its own: <c>Lundi 12:00</c>.</summary>
    public Wording AsLine(string text) => new(Culture.TextInfo.ToUpper(text[0]) + text[1..], Language);

    /// <summary>Month and year: <c>novembre 2026</c>.</summary>
    public string Month(LocalDate date) => Format(date, Culture.MonthYear());

    public string DayName(IsoDayOfWeek day) => Culture.DateTimeFormat.GetDayName(day.ToDayOfWeek());

    private CultureInfo Culture => Language.Culture;

    private string Format(LocalDate date, string pattern) =>
        date.ToString(date.Day == 1 ? Culture.WithFirstOfMonth(pattern) : pattern, Culture);
}
