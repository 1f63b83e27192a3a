using System.Collections.Immutable;
using Kiosk.Core.Houses;
using Kiosk.Core.Services;
using Kiosk.Core.Slips;
using Kiosk.Tests.Houses;
using NUnit.Framework;
using static Kiosk.Tests.Services.Schedules;

namespace Kiosk.Tests.Slips;

[TestFixtureSource(typeof(DemoSlips), nameof(DemoSlips.EachFixture))]
internal sealed class SlipOfEachDemoServiceTests(Service service, string language)
{
    private readonly Slip _slip = DemoSlips.Compose(service, language);

    [Test]
    public void It_has_the_visitors_side_and_the_houses() =>
        Assert.That(_slip.Sides.Select(side => side.Language.Value), Is.EqualTo(new[] { language, "fr" }.Distinct()));

    [Test]
    public void Each_side_has_the_address_and_the_phone_number_that_keep_their_order()
    {
        var address = DemoHouse.Whole.Location(service.LocationId).Address;
        Assert.That(_slip.Sides.All(side => Line(side, "place").Contains(address.PostalCode, StringComparison.Ordinal)), Is.True);
        Assert.That(_slip.Sides.All(side => Line(side, "phone") == service.Phones[0].Number), Is.True);
        Assert.That(_slip.Sides.SelectMany(side => side.Lines).Where(line => line.Pictogram is "place" or "phone").Select(l => l.LeftToRight), Is.All.True);
    }

    [Test]
    public void Each_side_says_the_cost_each_paper_to_bring_and_how_fresh_it_is() => Assert.That(_slip.Sides.All(side =>
        side.Lines.Count(line => line.Pictogram == "bring-papers") == service.RequiredDocuments.Count
        && side.Lines.Count(line => line.Pictogram == (service.CostFree ? "free" : "pay")) == 1
        && side.Lines.Count(line => line.Pictogram == "fresh") == 1), Is.True);

    [Test]
    public void It_says_nothing_that_is_true_today_only()
    {
        var words = new[] { language, "fr" }.SelectMany(l => new[] { "day.today", "day.tomorrow", "home.now" }.Select(key => DemoHouse.Speaking(l).Say(key).Text));
        var facts = _slip.Sides.SelectMany(side => side.Lines).Where(line => line.Pictogram is "today" or "clock").Select(line => line.Text.Text);
        Assert.That(facts.Where(fact => words.Any(word => fact.Split(' ').Contains(word, StringComparer.OrdinalIgnoreCase))), Is.Empty);
    }

    [Test]
    public void A_minute_later_it_is_the_same_slip()
    {
        var later = DemoSlips.Compose(service, language, "2026-11-20 10:02");
        Assert.That(DemoSlips.Texts(later), Is.EqualTo(DemoSlips.Texts(_slip)));
        Assert.That(later.QrText, Is.EqualTo(_slip.QrText));
    }

    [Test]
    public void Every_drawing_on_it_is_there() =>
        Assert.That(_slip.Sides.SelectMany(side => side.Lines.Select(line => line.Pictogram)).Append(_slip.Pictogram).Distinct(), Is.SubsetOf(DemoHouse.Pictograms));

    [Test]
    public void Every_text_on_it_is_in_the_language_of_its_side() =>
        Assert.That(_slip.Sides.All(side => side.Heading.Language == side.Language && side.Lines.All(line => line.Text.Language == side.Language)), Is.True);

    private static string Line(SlipSide side, string pictogram) => side.Lines.Single(line => line.Pictogram == pictogram).Text.Text;
}

internal sealed class SlipComposerTests
{
    private static House House => DemoHouse.Whole;

    [Test]
    public void A_sensitive_service_has_a_neutral_heading_and_drawing()
    {
        var sensitive = House.Services.Where(s => s.TopicIds.Any(id => House.FindTopic(id)!.Sensitive)).ToImmutableArray();
        Assert.That(sensitive, Is.Not.Empty);
        foreach (var slip in sensitive.SelectMany(service => DemoSlips.Languages.Select(language => DemoSlips.Compose(service, language))))
        {
            Assert.That(slip.Pictogram, Is.EqualTo("place"));
            Assert.That(slip.Sides.All(side => side.Heading == DemoHouse.Speaking(side.Language.Value).Say("slip.neutral")), Is.True);
        }
    }

    [Test]
    public void Another_service_is_headed_by_its_name_and_drawing()
    {
        var slip = DemoSlips.Compose(DemoSlips.Service("midday-meal"), "nl");
        Assert.That(slip.Sides.Select(side => side.Heading.Text), Is.EqualTo(["Warme maaltijd ’s middags", "Repas chaud de midi"]));
        Assert.That(slip.Pictogram, Is.EqualTo(DemoSlips.Service("midday-meal").Pictogram));
    }

    [Test]
    public void It_says_when_the_house_is_invented() => Assert.That(DemoSlips.Compose(DemoSlips.Service("midday-meal"), "fr").Demo, Is.Not.Null);

    [TestCase("2026-11-20 10:00", "vendredi 20 novembre 12:00–\u206013:30", TestName = "Before it opens the next opening is today's, with its date")]
    [TestCase("2026-11-20 12:30", "vendredi 20 novembre 12:00–\u206013:30", TestName = "While it is open the opening is the one that goes on")]
    [TestCase("2026-11-20 14:00", "lundi 23 novembre 12:00–\u206013:30", TestName = "After it closed the next opening is another day's")]
    public void Next_opening(string at, string words) =>
        Assert.That(NextOpening(DemoSlips.Service("midday-meal"), at), Is.EqualTo(words));

    [Test]
    public void An_opening_weeks_ahead_is_written_out_too() => Assert.That(
        NextOpening(DemoSlips.Service("midday-meal") with { Schedules = [Once("2026-12-18", "14:00-16:00")] }, "2026-11-20 10:00"),
        Is.EqualTo("vendredi 18 décembre 14:00"));

    [Test]
    public void A_whole_day_is_written_out_and_not_said_to_be_open_now() => Assert.That(
        NextOpening(DemoSlips.Service("midday-meal") with { Schedules = [Once("2026-11-20")] }, "2026-11-20 10:00"),
        Is.EqualTo("vendredi 20 novembre jour et nuit"));

    [Test]
    public void Three_lines_of_hours_at_most_so_that_the_phone_number_stays_in_sight()
    {
        var busy = DemoSlips.Service("midday-meal") with { Schedules = [.. "MO TU WE TH FR".Split(' ').Select(day => Weekly(day, "09:00-10:00"))] };
        Assert.That(DemoSlips.Compose(busy, "fr").Sides[0].Lines.Count(line => line.Pictogram == "clock"), Is.EqualTo(3));
    }

    private static string NextOpening(Service service, string at) =>
        DemoSlips.Compose(service, "fr", at).Sides[0].Lines.Single(line => line.Pictogram == "today").Text.Text;
}
