using Kiosk.Tests.Houses;
using NUnit.Framework;
using static Kiosk.Tests.Services.Brussels;

namespace Kiosk.Tests.Languages;

/// <summary>Several days, and several things, in one line.</summary>
internal sealed class DaysInWordsTests
{
    [TestCase("fr", "2026-11-23", "23 – 29 novembre 2026")]
    [TestCase("fr", "2026-11-30", "30 novembre – 6 décembre 2026")]
    [TestCase("fr", "2026-12-28", "28 décembre 2026 – 3 janvier 2027")]
    [TestCase("fr", "2026-06-01", "1er – 7 juin 2026")]
    [TestCase("fr", "2026-10-26", "26 octobre – 1er novembre 2026")]
    [TestCase("nl", "2026-11-30", "30 november – 6 december 2026")]
    [TestCase("en", "2026-11-30", "30 November – 6 December 2026")]
    [TestCase("de", "2026-11-30", "30. November – 6. Dezember 2026")]
    [TestCase("es", "2026-11-30", "30 de noviembre – 6 de diciembre de 2026")]
    [TestCase("pl", "2026-11-30", "30 listopada – 6 grudnia 2026")]
    [TestCase("uk", "2026-11-30", "30 листопада – 6 грудня 2026\u202Fр.")]
    [TestCase("ar", "2026-11-30", "30 نوفمبر – 6 ديسمبر 2026")]
    public void A_week_names_each_month_and_each_year_that_it_touches(string language, string monday, string words) =>
        Assert.That(DemoHouse.Speaking(language).Days(Date(monday), Date(monday).PlusDays(6)), Is.EqualTo(words));

    [TestCase("fr", "2026-12-01", "1er décembre", "1er déc. 2026")]
    [TestCase("fr", "2026-12-24", "24 décembre", "24 déc. 2026")]
    [TestCase("pl", "2026-12-01", "1 grudnia", "1 gru 2026")]
    public void A_date_is_said_in_few_words(string language, string date, string withMonth, string inShort)
    {
        var words = DemoHouse.Speaking(language);
        Assert.That((words.DayAndMonth(Date(date)), words.ShortDate(Date(date))), Is.EqualTo((withMonth, inShort)));
    }

    [TestCase("fr", "un, deux, trois")]
    [TestCase("ar", "un، deux، trois")]
    [TestCase("fa", "un، deux، trois")]
    [TestCase("ps", "un، deux، trois")]
    [TestCase("ti", "un፣ deux፣ trois")]
    public void A_list_has_the_comma_of_its_language(string language, string words) =>
        Assert.That(DemoHouse.Speaking(language).List(["un", "deux", "trois"]), Is.EqualTo(words));

    [Test]
    public void A_list_of_one_thing_is_that_thing_and_of_none_is_empty() =>
        Assert.That((DemoHouse.Speaking("fr").List(["un"]), DemoHouse.Speaking("fr").List([])), Is.EqualTo(("un", "")));
}
