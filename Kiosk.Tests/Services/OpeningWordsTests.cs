using Kiosk.Core.Services;
using Kiosk.Tests.Houses;
using NUnit.Framework;
using static Kiosk.Tests.Services.Brussels;

namespace Kiosk.Tests.Services;

internal sealed class OpeningWordsTests
{
    [TestCase(OpeningState.AlwaysOpen, null, null, "Ouvert jour et nuit", "On répond jour et nuit")]
    [TestCase(OpeningState.OpenNow, "2026-11-20 12:00", null, "Ouvert jusqu’à 12:00", "On répond jusqu’à 12:00")]
    [TestCase(OpeningState.OpenNow, "2026-11-21 08:00", null, "Ouvert jusqu’à 08:00", "On répond jusqu’à 08:00")]
    [TestCase(OpeningState.OpenNow, "2026-12-25 00:00", null, "Ouvert", "Ouvert")]
    [TestCase(OpeningState.OpenNow, null, null, "Ouvert", "Ouvert")]
    [TestCase(OpeningState.OpensLaterToday, null, "2026-11-20 14:00", "Ouvre à 14:00", "On répond aujourd’hui dès 14:00")]
    [TestCase(OpeningState.OpensAnotherDay, null, "2026-11-21 09:00", "Ouvre demain à 09:00", "On répond demain dès 09:00")]
    [TestCase(OpeningState.OpensAnotherDay, null, "2026-11-23 09:00", "Ouvre lundi à 09:00", "On répond lundi dès 09:00")]
    [TestCase(
        OpeningState.OpensAnotherDay,
        null,
        "2026-12-07 09:00",
        "Ouvre lundi 7 décembre à 09:00",
        "On répond lundi 7 décembre dès 09:00"
    )]
    [TestCase(OpeningState.ByAppointment, null, null, "Sur rendez-vous", "Sur rendez-vous")]
    [TestCase(OpeningState.NothingPlanned, null, null, "Demandez les heures", "Demandez les heures")]
    public void An_opening_is_said_in_one_line(OpeningState state, string? until, string? opensAt, string walkIn, string appointment)
    {
        var opening = new Opening(state, until is null ? null : Wall(until), opensAt is null ? null : Wall(opensAt), false, null);
        var words = DemoHouse.Speaking("fr");
        Assert.That(words.Describe(opening, Access.WalkIn, Date("2026-11-20")).Text, Is.EqualTo(walkIn));
        Assert.That(words.Describe(opening, Access.Appointment, Date("2026-11-20")).Text, Is.EqualTo(appointment));
    }

    /// <summary>The day stands as the calendar names it: no language has to inflect it.</summary>
    [TestCase("nl", "Opent donderdag om 09:30 uur", "Er is iemand donderdag vanaf 09:30 uur", "Open tot 18:00 uur")]
    [TestCase("en", "Opens Thursday at 09:30", "Someone answers Thursday from 09:30", "Open until 18:00")]
    [TestCase("de", "Öffnet Donnerstag um 09:30 Uhr", "Jemand antwortet Donnerstag ab 09:30 Uhr", "Offen bis 18:00 Uhr")]
    [TestCase("es", "Abre el jueves a las 09:30", "Responden: jueves desde las 09:30", "Abierto hasta las 18:00")]
    [TestCase("pt", "Abre quinta-feira às 09:30", "Atendem quinta-feira a partir das 09:30", "Aberto até às 18:00")]
    [TestCase("ro", "Se deschide joi la 09:30", "Răspunde cineva joi de la 09:30", "Deschis până la 18:00")]
    [TestCase("pl", "Otwarcie: czwartek, 09:30", "Ktoś odpowie: czwartek, od 09:30", "Otwarte do 18:00")]
    [TestCase("tr", "Açılış: Perşembe, 09:30", "Cevap verilir: Perşembe, 09:30", "18:00 saatine kadar açık")]
    [TestCase("uk", "Відчиниться: четвер, 09:30", "Вам дадуть відповідь: четвер, з 09:30", "Відчинено до 18:00")]
    [TestCase("ar", "يفتح: الخميس، الساعة 09:30", "يجيبون: الخميس، من الساعة 09:30", "مفتوح حتى الساعة 18:00")]
    [TestCase("fa", "باز می‌شود: پنجشنبه، ساعت 09:30", "جواب می‌دهند: پنجشنبه، از ساعت 09:30", "باز تا ساعت 18:00")]
    public void An_opening_on_another_day_is_said_in_each_language(string language, string opens, string answers, string until)
    {
        var words = DemoHouse.Speaking(language);
        var thursday = new Opening(OpeningState.OpensAnotherDay, null, Wall("2026-11-26 09:30"), false, null);
        var now = new Opening(OpeningState.OpenNow, Wall("2026-11-20 18:00"), null, false, null);
        Assert.That(
            (
                words.Describe(thursday, Access.WalkIn, Date("2026-11-20")).Text,
                words.Describe(thursday, Access.Appointment, Date("2026-11-20")).Text,
                words.Describe(now, Access.WalkIn, Date("2026-11-20")).Text
            ),
            Is.EqualTo((opens, answers, until))
        );
    }

    [TestCase(OpeningState.OpenNow, Welcome.Open)]
    [TestCase(OpeningState.AlwaysOpen, Welcome.Open)]
    [TestCase(OpeningState.OpensLaterToday, Welcome.Later)]
    [TestCase(OpeningState.OpensAnotherDay, Welcome.Later)]
    [TestCase(OpeningState.ByAppointment, Welcome.Ask)]
    [TestCase(OpeningState.NothingPlanned, Welcome.Ask)]
    public void A_state_is_one_of_three_welcomes(OpeningState state, Welcome welcome) =>
        Assert.That(OpeningWords.WelcomeOf(new Opening(state, null, null, false, null)), Is.EqualTo(welcome));
}
