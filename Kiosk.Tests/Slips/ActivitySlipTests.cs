using Kiosk.Core.Programme;
using Kiosk.Core.Slips;
using Kiosk.Tests.Houses;
using NUnit.Framework;
using static Kiosk.Tests.Programme.Activities;
using static Kiosk.Tests.Services.Schedules;

namespace Kiosk.Tests.Slips;

internal sealed class ActivitySlipTests
{
    private static readonly Activity Games = DemoSlips.Activity("games") with { Changes = [], Schedules = [Weekly("FR", "14:00-16:00")] };

    [Test]
    public void It_is_headed_by_its_name_and_drawing_and_says_whom_it_is_with()
    {
        var slip = DemoSlips.Compose(DemoSlips.Activity("walk"), "nl");
        Assert.That(slip.Sides.Select(side => side.Heading.Text), Is.EqualTo(["Samen wandelen", "Marche en groupe"]));
        Assert.That(
            slip.Sides.Select(side => side.Organization.Text),
            Is.EqualTo(["Wijkgezondheidscentrum De Wever", "Maison médicale du Tisserand"])
        );
        Assert.That(slip.Pictogram, Is.EqualTo(DemoSlips.Activity("walk").Pictogram));
    }

    [Test]
    public void With_nobody_else_it_is_with_the_house() =>
        Assert.That(
            DemoSlips.Compose(Games with { OrganizationId = null }, "nl").Sides.Select(side => side.Organization.Text),
            Is.EqualTo(["De Brug", "Le Pont"])
        );

    [Test]
    public void A_sensitive_one_has_a_neutral_heading_and_drawing_on_paper_and_in_the_code()
    {
        var sensitive = Games with { TopicIds = ["talk", "safe"], Eligibility = Text("Victimes de violence"), Sensitive = true };
        var neutral = DemoHouse.Speaking("nl").Translate("slip.neutral-here");
        var slip = DemoSlips.Compose(sensitive, "nl");
        Assert.That(Discretion.IsNeeded(DemoHouse.Whole, sensitive), Is.True);
        Assert.That(slip.Pictogram, Is.EqualTo("place"));
        Assert.That(slip.Sides[0].Heading, Is.EqualTo(neutral));
        Assert.That(DemoSlips.Texts(slip), Has.None.Contains("violence"));
        Assert.That(VCard.Parse(slip.QrText)["FN"], Is.EqualTo([neutral.Text]));
    }

    [TestCase(new[] { "safe" }, false, "Om hier terug te komen")]
    [TestCase(new[] { "safe", "talk" }, false, "Spelletjes")]
    [TestCase(new[] { "safe", "talk" }, true, "Om hier terug te komen")]
    [TestCase(new string[0], false, "Spelletjes")]
    public void It_is_sensitive_when_it_is_marked_so_or_sensitive_topics_alone_lead_to_it(string[] topics, bool marked, string heading) =>
        Assert.That(
            DemoSlips.Compose(Games with { TopicIds = topics, Sensitive = marked }, "nl").Sides[0].Heading.Text,
            Is.EqualTo(heading)
        );

    [TestCase("2026-11-20 10:00", "vendredi 20 novembre", TestName = "{m}: before the first")]
    [TestCase("2026-11-20 15:59", "vendredi 20 novembre", TestName = "{m}: while it goes on")]
    [TestCase("2026-11-20 16:00", "vendredi 27 novembre", TestName = "{m}: once it is over")]
    public void The_next_three_times_are_written_out(string at, string first)
    {
        var times = Times(Games, at);
        Assert.That(times, Has.Length.EqualTo(3));
        Assert.That(times[0], Is.EqualTo(first + " 14:00–\u206016:00"));
    }

    [Test]
    public void Cancelled_times_and_days_on_which_the_house_is_closed_are_left_out() =>
        Assert.That(
            Times(Games.But(Cancelled("2026-12-11")), "2026-12-05 10:00"),
            Is.EqualTo([
                "vendredi 18 décembre 14:00–\u206016:00",
                "vendredi 8 janvier 14:00–\u206016:00",
                "vendredi 15 janvier 14:00–\u206016:00",
            ])
        );

    [Test]
    public void A_time_that_is_full_is_left_out() =>
        Assert.That(
            Times(Games.But(Change("2026-11-20") with { Full = true }), "2026-11-20 10:00")[0],
            Does.StartWith("vendredi 27 novembre")
        );

    [Test]
    public void A_time_in_another_room_than_the_first_says_so() =>
        Assert.That(
            Times(Games.But(Change("2026-11-27") with { RoomId = "garden" }), "2026-11-20 10:00")[..2],
            Is.EqualTo(["vendredi 20 novembre 14:00–\u206016:00", "vendredi 27 novembre 14:00–\u206016:00, Le jardin"])
        );

    [Test]
    public void When_the_next_time_is_in_another_room_the_room_is_that_one()
    {
        var side = DemoSlips.Compose(Games.But(Change("2026-11-20") with { RoomId = "garden" }), "fr").Sides[0];
        Assert.That(DemoSlips.Lines(side, "room-garden"), Is.EqualTo(["Le jardin"]));
        Assert.That(DemoSlips.Lines(side, "today")[1], Does.EndWith("16:00, La salle du haut"));
    }

    [Test]
    public void A_whole_day_is_said_so() =>
        Assert.That(
            Times(Games with { Schedules = [Once("2026-11-21")] }, "2026-11-20 10:00"),
            Is.EqualTo(["samedi 21 novembre toute la journée"])
        );

    [Test]
    public void Without_another_time_it_says_so_and_the_card_has_no_note()
    {
        var over = Games with { Schedules = [Once("2026-11-19", "14:00-16:00")] };
        Assert.That(Times(over, "2026-11-20 10:00"), Is.EqualTo([DemoHouse.Speaking("fr").Translate("activity.not-again").Text]));
        Assert.That(VCard.Parse(DemoSlips.Compose(over, "fr").QrText).Names, Is.EqualTo(["N", "FN", "TEL", "ADR", "ORG"]));
    }

    private static string[] Times(Activity activity, string at) => DemoSlips.Lines(DemoSlips.Compose(activity, "fr", at).Sides[0], "today");
}
