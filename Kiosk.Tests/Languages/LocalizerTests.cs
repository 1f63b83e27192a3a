using Kiosk.Core.Languages;
using Kiosk.Tests.Houses;
using NodaTime;
using NUnit.Framework;
using static Kiosk.Tests.Services.Brussels;

namespace Kiosk.Tests.Languages;

/// <summary>Days and times as the program says them. Names of days and months are CLDR's, as the operating system brings them.</summary>
internal sealed class LocalizerTests
{
    private const string Friday = "2026-11-20";

    [TestCase("2026-11-20", "aujourd’hui")]
    [TestCase("2026-11-21", "demain")]
    [TestCase("2026-11-22", "dimanche")]
    [TestCase("2026-11-26", "jeudi")]
    [TestCase("2026-11-27", "vendredi 27 novembre")]
    [TestCase("2027-01-04", "lundi 4 janvier")]
    [TestCase("2026-11-19", "jeudi 19 novembre")]
    public void A_day_is_said_as_one_would_say_it_today(string date, string words) =>
        Assert.That(DemoHouse.Speaking("fr").Day(Date(date), Date(Friday)), Is.EqualTo(words));

    [TestCase("nl", "vandaag", "morgen", "zondag", "maandag 7 december")]
    [TestCase("en", "today", "tomorrow", "Sunday", "Monday, 7 December")]
    [TestCase("ar", "اليوم", "غدا", "الأحد", "الاثنين، 7 ديسمبر")]
    public void A_day_is_said_in_each_language(string language, string today, string tomorrow, string soon, string later) =>
        Assert.That(
            new[] { "2026-11-20", "2026-11-21", "2026-11-22", "2026-12-07" }.Select(date =>
                DemoHouse.Speaking(language).Day(Date(date), Date(Friday))
            ),
            Is.EqualTo([today, tomorrow, soon, later])
        );

    /// <summary>The Gregorian month, in the form that stands beside a day, whatever calendar the country keeps.</summary>
    [TestCase("de", "Montag, 7. Dezember")]
    [TestCase("es", "lunes, 7 de diciembre")]
    [TestCase("pl", "poniedziałek, 7 grudnia")]
    [TestCase("ro", "luni, 7 decembrie")]
    [TestCase("uk", "понеділок, 7 грудня")]
    [TestCase("tr", "7 Aralık Pazartesi")]
    [TestCase("pt", "segunda-feira, 7 de dezembro")]
    [TestCase("fa", "دوشنبه 7 دسامبر")]
    public void A_long_date_names_the_month_of_our_calendar(string language, string words) =>
        Assert.That(DemoHouse.Speaking(language).LongDate(new LocalDate(2026, 12, 7)), Is.EqualTo(words));

    /// <summary>French alone says the first of a month in another way, and only the first.</summary>
    [TestCase("fr", "2026-12-01", "mardi 1er décembre", "1er décembre 2026")]
    [TestCase("fr", "2026-12-11", "vendredi 11 décembre", "11 décembre 2026")]
    [TestCase("fr", "2026-12-21", "lundi 21 décembre", "21 décembre 2026")]
    [TestCase("fr", "2026-12-31", "jeudi 31 décembre", "31 décembre 2026")]
    [TestCase("nl", "2026-12-01", "dinsdag 1 december", "1 december 2026")]
    [TestCase("en", "2026-12-01", "Tuesday, 1 December", "1 December 2026")]
    [TestCase("de", "2026-12-01", "Dienstag, 1. Dezember", "1. Dezember 2026")]
    [TestCase("es", "2026-12-01", "martes, 1 de diciembre", "1 de diciembre de 2026")]
    [TestCase("pt", "2026-12-01", "terça-feira, 1 de dezembro", "1 de dezembro de 2026")]
    [TestCase("ro", "2026-12-01", "marți, 1 decembrie", "1 decembrie 2026")]
    [TestCase("pl", "2026-12-01", "wtorek, 1 grudnia", "1 grudnia 2026")]
    [TestCase("tr", "2026-12-01", "1 Aralık Salı", "1 Aralık 2026")]
    [TestCase("uk", "2026-12-01", "вівторок, 1 грудня", "1 грудня 2026\u202Fр.")]
    [TestCase("ar", "2026-12-01", "الثلاثاء، 1 ديسمبر", "1 ديسمبر 2026")]
    [TestCase("fa", "2026-12-01", "سه‌شنبه 1 دسامبر", "1 دسامبر 2026")]
    public void The_first_of_a_month_is_said_as_the_language_does(string language, string date, string withDay, string withYear)
    {
        var words = DemoHouse.Speaking(language);
        Assert.That((words.LongDate(Date(date)), words.DateWithYear(Date(date))), Is.EqualTo((withDay, withYear)));
    }

    [TestCase("fr", "novembre 2026")]
    [TestCase("ar", "نوفمبر 2026")]
    [TestCase("fa", "نوامبر 2026")]
    public void A_month_is_said_with_its_year(string language, string words) =>
        Assert.That(DemoHouse.Speaking(language).Month(Date(Friday)), Is.EqualTo(words));

    [TestCase("de", "7. Dezember 2026")]
    [TestCase("es", "7 de diciembre de 2026")]
    [TestCase("uk", "7 грудня 2026\u202Fр.")]
    [TestCase("tr", "7 Aralık 2026")]
    [TestCase("fa", "7 دسامبر 2026")]
    [TestCase("en", "7 December 2026")]
    public void A_date_is_said_with_its_year(string language, string words) =>
        Assert.That(DemoHouse.Speaking(language).DateWithYear(new LocalDate(2026, 12, 7)), Is.EqualTo(words));

    [Test]
    public void Digits_are_Western_in_every_language_so_that_any_counter_can_read_them(
        [Values("ar", "fa", "uk", "ur", "bn", "ps")] string language
    )
    {
        var words = DemoHouse.Speaking(language);
        var said = string.Concat(words.LongDate(Date(Friday)), words.Month(Date(Friday)), words.Times(Time("09:00"), Time("12:30")));
        Assert.That(said.Where(char.IsDigit), Is.All.Matches<char>(char.IsAsciiDigit));
        Assert.That(said, Does.Contain("20").And.Contain("09:00").And.Contain("12:30"));
    }

    [Test]
    public void A_time_has_24_hours() => Assert.That(Localizer.Time(new LocalTime(15, 5, 59)), Is.EqualTo("15:05"));

    [Test]
    public void A_text_of_the_house_falls_back_to_its_language()
    {
        var name = DemoHouse.Whole.Profile.Name;
        Assert.That(DemoHouse.Speaking("so").In(name), Is.EqualTo(new Wording("Le Pont", LanguageTag.Parse("fr"))));
        Assert.That(DemoHouse.Speaking("nl").In(name).Text, Is.EqualTo("De Brug"));
    }

    [Test]
    public void A_phrase_of_the_program_falls_back_to_the_language_of_the_house() =>
        Assert.That(DemoHouse.Speaking("zu").Translate("day.today"), Is.EqualTo(new Wording("aujourd’hui", LanguageTag.Parse("fr"))));
}
