using Kiosk.Core.Services;
using Kiosk.Tests.Houses;
using NUnit.Framework;
using static Kiosk.Tests.Services.Brussels;
using static Kiosk.Tests.Services.Schedules;

namespace Kiosk.Tests.Services;

internal sealed class HoursWordsTests
{
    [TestCase("MO", "lundi")]
    [TestCase("MO,TU", "lundi, mardi")]
    [TestCase("MO,TU,WE", "lundi à mercredi")]
    [TestCase("WE,MO,TU", "lundi à mercredi")]
    [TestCase("MO,WE,FR", "lundi, mercredi, vendredi")]
    [TestCase("TU,WE,TH,FR,SA,SU", "mardi à dimanche")]
    [TestCase("MO,TU,WE,TH,FR,SA,SU", "Tous les jours")]
    public void Three_days_or_more_in_a_row_are_said_as_first_to_last(string byDay, string words) =>
        Assert.That(Line(Weekly(byDay, "09:00-12:00")), Is.EqualTo(words + " 09:00–\u206012:00"));

    [TestCase("2MO", "2e lundi du mois")]
    [TestCase("-1FR", "dernier vendredi du mois")]
    [TestCase("1SA,3SA", "1er samedi du mois, 3e samedi du mois")]
    public void A_day_of_the_month_is_said_with_its_number(string byDay, string words) =>
        Assert.That(Line(Monthly(byDay)), Is.EqualTo(words + " jour et nuit"));

    [TestCase("00:00-00:00", "jour et nuit")]
    [TestCase("00:00-23:59", "jour et nuit")]
    [TestCase("20:00-23:59", "20:00–\u206000:00")]
    public void Midnight_is_written_in_several_ways(string hours, string words) =>
        Assert.That(Line(Weekly("MO", hours)), Is.EqualTo("lundi " + words));

    [Test]
    public void A_single_date_is_written_out() =>
        Assert.That(Line(Once("2026-12-05", "14:00-18:00")), Is.EqualTo("samedi 5 décembre 14:00–\u206018:00"));

    [Test]
    public void Hours_to_come_say_from_when() =>
        Assert.That(
            Line(Weekly("MO", "09:00-12:00") with { ValidFrom = Date("2026-12-01") }),
            Is.EqualTo("lundi, dès le 1er décembre 2026 09:00–\u206012:00")
        );

    [Test]
    public void Hours_that_do_not_come_every_week_say_so() =>
        Assert.That(
            Line(Weekly("TU", "09:00-12:00") with { Interval = 2, ValidFrom = Date("2026-11-03") }),
            Is.EqualTo("mardi, toutes les 2 semaines 09:00–\u206012:00")
        );

    [Test]
    public void Hours_that_end_say_until_when() =>
        Assert.That(
            Line(Weekly("MO", "09:00-12:00") with { ValidTo = Date("2027-04-15") }),
            Is.EqualTo("lundi, jusqu’au 15 avril 2027 09:00–\u206012:00")
        );

    /// <summary>A date with its year and without its weekday: no language has to inflect it.</summary>
    [TestCase("fr", "lundi, mercredi, dès le 1er décembre 2026, jusqu’au 15 avril 2027")]
    [TestCase("nl", "maandag, woensdag, vanaf 1 december 2026, tot en met 15 april 2027")]
    [TestCase("en", "Monday, Wednesday, from 1 December 2026, until 15 April 2027")]
    [TestCase("de", "Montag, Mittwoch, ab 1. Dezember 2026, bis 15. April 2027")]
    [TestCase("es", "lunes, miércoles, desde el 1 de diciembre de 2026, hasta el 15 de abril de 2027")]
    [TestCase("pt", "segunda-feira, quarta-feira, a partir de 1 de dezembro de 2026, até 15 de abril de 2027")]
    [TestCase("ro", "luni, miercuri, din 1 decembrie 2026, până la 15 aprilie 2027")]
    [TestCase("pl", "poniedziałek, środa, od 1 grudnia 2026, do 15 kwietnia 2027")]
    [TestCase("tr", "Pazartesi, Çarşamba, 1 Aralık 2026 gününden başlayarak, 15 Nisan 2027 gününe kadar")]
    [TestCase("uk", "понеділок, середа, з 1 грудня 2026\u202Fр., до 15 квітня 2027\u202Fр.")]
    [TestCase("ar", "الاثنين، الأربعاء، من 1 ديسمبر 2026، حتى 15 أبريل 2027")]
    [TestCase("fa", "دوشنبه، چهارشنبه، از 1 دسامبر 2026، تا 15 آوریل 2027")]
    public void Hours_of_a_season_are_said_in_each_language(string language, string words)
    {
        var season = Weekly("MO,WE", "09:00-12:00") with { ValidFrom = Date("2026-12-01"), ValidTo = Date("2027-04-15") };
        Assert.That(DemoHouse.Speaking(language).Hours([season], Date("2026-11-20")).Single().Days, Is.EqualTo(words));
    }

    [TestCase("fr", "lundi à vendredi", "1er vendredi du mois", "dernier vendredi du mois")]
    [TestCase("nl", "maandag tot en met vrijdag", "1ste vrijdag van de maand", "laatste vrijdag van de maand")]
    [TestCase("en", "Monday to Friday", "1st Friday of the month", "last Friday of the month")]
    [TestCase("es", "lunes a viernes", "1.er viernes del mes", "último viernes del mes")]
    [TestCase("ro", "de luni până vineri", "prima vineri din lună", "ultima vineri din lună")]
    [TestCase("pl", "poniedziałek – piątek", "piątek: pierwszy taki dzień miesiąca", "piątek: ostatni taki dzień miesiąca")]
    [TestCase("uk", "понеділок – пʼятниця", "пʼятниця: перший такий день місяця", "пʼятниця: останній такий день місяця")]
    [TestCase("tr", "Pazartesi – Cuma", "ayın ilk Cuma günü", "ayın son Cuma günü")]
    [TestCase("ar", "من الاثنين إلى الجمعة", "يوم الجمعة الأول من الشهر", "يوم الجمعة الأخير من الشهر")]
    public void Days_that_return_are_said_in_each_language(string language, string row, string first, string last)
    {
        var words = DemoHouse.Speaking(language);
        Assert.That(
            words.Hours([Weekly("MO,TU,WE,TH,FR"), Monthly("1FR"), Monthly("-1FR")], Date("2026-11-20")).Select(line => line.Days),
            Is.EqualTo([row, first, last])
        );
    }

    [Test]
    public void Hours_are_left_out_from_the_day_after_their_last()
    {
        var over = Weekly("MO") with { ValidTo = Date("2026-11-19") };
        Assert.That(
            DemoHouse.Speaking("fr").Hours([over, over with { ValidTo = Date("2026-11-20") }], Date("2026-11-20")),
            Has.Count.EqualTo(1)
        );
    }

    private static string Line(Schedule schedule)
    {
        var line = DemoHouse.Speaking("fr").Hours([schedule], Date("2026-11-20")).Single();
        return $"{line.Days} {line.Times}";
    }
}
