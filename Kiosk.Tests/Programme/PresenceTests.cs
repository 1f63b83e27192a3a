using Kiosk.Core.Programme;
using Kiosk.Core.Services;
using NUnit.Framework;
using static Kiosk.Tests.Services.Brussels;
using static Kiosk.Tests.Services.Schedules;

namespace Kiosk.Tests.Programme;

/// <summary>Samira is there on Fridays from 9 to 12; 20 November 2026 is one.</summary>
internal sealed class PresenceTests
{
    private static readonly Presence Samira = new(
        "samira",
        Activities.Text("Samira"),
        Activities.Text("desk"),
        null,
        [],
        [Weekly("FR", "09:00-12:00")],
        []
    );

    [TestCase("2026-11-20 10:00", null, Welcome.Open)]
    [TestCase("2026-11-20 14:00", null, Welcome.Later)]
    [TestCase("2026-11-20 14:00", true, Welcome.Open)]
    [TestCase("2026-11-20 10:00", false, Welcome.Later)]
    [TestCase("2026-11-21 10:00", true, Welcome.Later, TestName = "{m}: and the day after the schedule holds again")]
    public void What_was_said_for_today_goes_before_the_schedule(string now, bool? here, Welcome expected) =>
        Assert.That(OpeningWords.WelcomeOf(Said(here).At(At(now), [])), Is.EqualTo(expected));

    [Test]
    public void Who_is_here_is_here_although_the_house_is_closed() =>
        Assert.That(
            OpeningWords.WelcomeOf(Said(true).At(At("2026-11-20 10:00"), [new Closure(Date("2026-11-20"), Date("2026-11-20"), null)])),
            Is.EqualTo(Welcome.Open)
        );

    private static Presence Said(bool? here) =>
        here is { } said ? Samira with { Changes = [new PresenceChange(Date("2026-11-20"), said)] } : Samira;
}
