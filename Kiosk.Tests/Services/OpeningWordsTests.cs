using Kiosk.Core.Services;
using Kiosk.Tests.Houses;
using NUnit.Framework;
using static Kiosk.Tests.Services.Brussels;

namespace Kiosk.Tests.Services;

internal sealed class OpeningWordsTests
{
    [TestCase(OpeningState.AlwaysOpen, null, null, "Ouvert jour et nuit", "Ouvert jour et nuit")]
    [TestCase(OpeningState.OpenNow, "2026-11-20 12:00", null, "Ouvert jusqu’à 12:00", "On répond jusqu’à 12:00")]
    [TestCase(OpeningState.OpenNow, "2026-11-21 08:00", null, "Ouvert jusqu’à 08:00", "On répond jusqu’à 08:00")]
    [TestCase(OpeningState.OpenNow, "2026-12-25 00:00", null, "Ouvert", "Ouvert")]
    [TestCase(OpeningState.OpenNow, null, null, "Ouvert", "Ouvert")]
    [TestCase(OpeningState.OpensLaterToday, null, "2026-11-20 14:00", "Ouvre à 14:00", "On répond aujourd’hui 14:00")]
    [TestCase(OpeningState.OpensAnotherDay, null, "2026-11-21 09:00", "Ouvre demain 09:00", "On répond demain 09:00")]
    [TestCase(OpeningState.OpensAnotherDay, null, "2026-11-23 09:00", "Ouvre lundi 09:00", "On répond lundi 09:00")]
    [TestCase(OpeningState.OpensAnotherDay, null, "2026-12-07 09:00", "Ouvre lundi 7 décembre 09:00", "On répond lundi 7 décembre 09:00")]
    [TestCase(OpeningState.ByAppointment, null, null, "Sur rendez-vous", "Sur rendez-vous")]
    [TestCase(OpeningState.NothingPlanned, null, null, "Demandez les heures", "Demandez les heures")]
    public void An_opening_is_said_in_one_line(OpeningState state, string? until, string? opensAt, string walkIn, string appointment)
    {
        var opening = new Opening(state, until is null ? null : Wall(until), opensAt is null ? null : Wall(opensAt), false, null);
        var words = DemoHouse.Speaking("fr");
        Assert.That(words.Describe(opening, Access.WalkIn, Date("2026-11-20")).Text, Is.EqualTo(walkIn));
        Assert.That(words.Describe(opening, Access.Appointment, Date("2026-11-20")).Text, Is.EqualTo(appointment));
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
