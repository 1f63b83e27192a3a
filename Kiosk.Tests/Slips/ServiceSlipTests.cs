using Kiosk.Core.Services;
using NUnit.Framework;
using static Kiosk.Tests.Programme.Activities;
using static Kiosk.Tests.Services.Schedules;

namespace Kiosk.Tests.Slips;

internal sealed class ServiceSlipTests
{
    [Test]
    public void Another_service_is_headed_by_its_name_and_drawing()
    {
        var slip = DemoSlips.Compose(DemoSlips.Service("midday-meal"), "nl");
        Assert.That(slip.Sides.Select(side => side.Heading.Text), Is.EqualTo(["Warme maaltijd ’s middags", "Repas chaud de midi"]));
        Assert.That(slip.Pictogram, Is.EqualTo(DemoSlips.Service("midday-meal").Pictogram));
    }

    [Test]
    public void It_says_when_the_house_is_invented() =>
        Assert.That(DemoSlips.Compose(DemoSlips.Service("midday-meal"), "fr").Demo?.Text, Is.EqualTo("Maison inventée, pour l’exemple"));

    [TestCase(
        "2026-11-20 10:00",
        "vendredi 20 novembre 12:00–\u206013:30",
        TestName = "Before it opens the next opening is today's, with its date"
    )]
    [TestCase(
        "2026-11-20 12:30",
        "vendredi 20 novembre 12:00–\u206013:30",
        TestName = "While it is open the opening is the one that goes on"
    )]
    [TestCase("2026-11-20 14:00", "lundi 23 novembre 12:00–\u206013:30", TestName = "After it closed the next opening is another day's")]
    public void Next_opening(string at, string words) => Assert.That(NextOpening(DemoSlips.Service("midday-meal"), at), Is.EqualTo(words));

    [Test]
    public void An_opening_weeks_ahead_is_written_out_too() =>
        Assert.That(
            NextOpening(DemoSlips.Service("grocery") with { Schedules = [Once("2026-12-18", "14:00-16:00")] }, "2026-11-20 10:00"),
            Is.EqualTo("vendredi 18 décembre 14:00–\u206016:00")
        );

    [Test]
    public void A_whole_day_is_written_out_and_not_said_to_be_open_now() =>
        Assert.That(
            NextOpening(DemoSlips.Service("grocery") with { Schedules = [Once("2026-11-20")] }, "2026-11-20 10:00"),
            Is.EqualTo("vendredi 20 novembre jour et nuit")
        );

    [Test]
    public void Three_lines_of_hours_at_most_so_that_the_phone_number_stays_in_sight()
    {
        var busy = DemoSlips.Service("midday-meal") with
        {
            Schedules = [.. "MO TU WE TH FR".Split(' ').Select(day => Weekly(day, "09:00-10:00"))],
        };
        Assert.That(DemoSlips.Lines(DemoSlips.Compose(busy, "fr").Sides[0], "clock"), Has.Length.EqualTo(3));
    }

    [TestCase(8, 8, "8")]
    [TestCase(9, 8, "…")]
    [TestCase(100, 8, "…")]
    public void Eight_lines_of_papers_at_most_and_the_last_says_that_there_are_more(int papers, int lines, string last)
    {
        var service = DemoSlips.Service("teeth") with { RequiredDocuments = [.. Enumerable.Range(1, papers).Select(n => Text($"{n}"))] };
        var shown = DemoSlips.Lines(DemoSlips.Compose(service, "fr").Sides[0], "bring-papers");
        Assert.That(shown, Has.Length.EqualTo(lines).And.ItemAt(6).EqualTo("7"));
        Assert.That(shown[^1], Is.EqualTo(last));
    }

    [TestCase("rent-advice", "Tram 55, arrêt Cloche. Sonnez au bouton vert.")]
    [TestCase("midday-meal", "Ici, dans cette maison", TestName = "A service of the house itself is here: no tram leads to it")]
    public void Below_the_address_stands_the_way_there(string service, string way) =>
        Assert.That(DemoSlips.Lines(DemoSlips.Compose(DemoSlips.Service(service), "fr").Sides[0], "place")[1], Is.EqualTo(way));

    [Test]
    public void What_reads_the_same_in_both_languages_stands_once()
    {
        var slip = DemoSlips.Compose(DemoSlips.Service("rent-advice"), "nl");
        Assert.That(slip.Sides.Sum(side => DemoSlips.Lines(side, "phone").Length), Is.EqualTo(1));
        Assert.That(
            slip.Sides.Select(side => DemoSlips.Lines(side, "place").Length),
            Is.All.EqualTo(2),
            "address and way are told in both"
        );
    }

    [TestCase("fr", "samedi 21 novembre jour et nuit")]
    [TestCase("de", "Samstag, 21. November Tag und Nacht")]
    public void Day_and_night_is_written_as_the_language_does(string language, string says)
    {
        var service = DemoSlips.Service("teeth") with { Schedules = [Once("2026-11-21")] };
        Assert.That(DemoSlips.Lines(DemoSlips.Compose(service, language).Sides[0], "today").Single(), Is.EqualTo(says));
    }

    private static string NextOpening(Service service, string at) =>
        DemoSlips.Lines(DemoSlips.Compose(service, "fr", at).Sides[0], "today").Single();
}
