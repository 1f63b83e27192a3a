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
            Is.EqualTo("lundi, dès le mardi 1 décembre 09:00–\u206012:00")
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
            Is.EqualTo("lundi, jusqu’au jeudi 15 avril 09:00–\u206012:00")
        );

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
