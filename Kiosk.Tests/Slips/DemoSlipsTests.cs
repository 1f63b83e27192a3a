using Kiosk.Core.Programme;
using Kiosk.Core.Services;
using Kiosk.Core.Slips;
using Kiosk.Tests.Houses;
using NUnit.Framework;

namespace Kiosk.Tests.Slips;

[TestFixtureSource(typeof(DemoSlips), nameof(DemoSlips.EachFixture))]
internal sealed class EachDemoSlipTests(object subject, string language)
{
    private static readonly string[] WordsOfTheMoment = ["day.today", "day.tomorrow", "home.now", "today.now", "today.next"];

    private readonly Slip _slip = DemoSlips.Compose(subject, language);

    [Test]
    public void It_has_the_visitors_side_and_the_houses() =>
        Assert.That(_slip.Sides.Select(side => side.Language.Value), Is.EqualTo(new[] { language, "fr" }.Distinct()));

    [Test]
    public void Each_side_has_the_address_and_the_phone_number_that_keep_their_order()
    {
        var profile = DemoHouse.Whole.Profile;
        var (locationId, phones) = subject is Service service ? (service.LocationId, service.Phones) : (profile.LocationId, profile.Phones);
        var postalCode = DemoHouse.Whole.Location(locationId).Address.PostalCode;
        Assert.That(_slip.Sides.All(side => DemoSlips.Lines(side, "place").Single().Contains(postalCode, StringComparison.Ordinal)), Is.True);
        Assert.That(_slip.Sides.All(side => DemoSlips.Lines(side, "phone").Single() == phones[0].Number), Is.True);
        Assert.That(_slip.Sides.SelectMany(side => side.Lines).Where(line => line.Pictogram is "place" or "phone").Select(l => l.LeftToRight), Is.All.True);
    }

    [Test]
    public void Each_side_says_the_cost_once() => Assert.That(
        _slip.Sides.Select(side => DemoSlips.Lines(side, subject is Service { CostFree: true } or Activity { CostFree: true } ? "free" : "pay")), Has.All.Length.EqualTo(1));

    [Test]
    public void It_says_nothing_that_is_true_today_only()
    {
        foreach (var side in _slip.Sides)
        {
            var words = DemoHouse.Speaking(side.Language.Value);
            var ofTheMoment = WordsOfTheMoment.Select(key => words.Say(key).Text).ToHashSet(StringComparer.OrdinalIgnoreCase);
            var wholeDay = words.Say("today.whole-day").Text; // in Arabic it holds the word for today, and is true on any day
            var facts = DemoSlips.Lines(side, "today").Concat(DemoSlips.Lines(side, "clock")).Select(fact => fact.Replace(wholeDay, "", StringComparison.Ordinal));
            Assert.That(facts.Where(fact => fact.Split(' ').Any(ofTheMoment.Contains)), Is.Empty);
        }
    }

    [Test]
    public void A_minute_later_it_is_the_same_slip()
    {
        var later = DemoSlips.Compose(subject, language, "2026-11-20 10:02");
        Assert.That(later with { Sides = [] }, Is.EqualTo(_slip with { Sides = [] }));
        Assert.That(later.Sides.Select(side => side with { Lines = [] }), Is.EqualTo(_slip.Sides.Select(side => side with { Lines = [] })));
        Assert.That(later.Sides.SelectMany(side => side.Lines), Is.EqualTo(_slip.Sides.SelectMany(side => side.Lines)));
    }

    [Test]
    public void Nothing_of_it_had_to_be_shortened() => Assert.That(DemoSlips.Texts(_slip), Has.None.Contains("…"));

    [Test]
    public void Every_drawing_on_it_is_there() =>
        Assert.That(_slip.Sides.SelectMany(side => side.Lines.Select(line => line.Pictogram)).Append(_slip.Pictogram).Distinct(), Is.SubsetOf(DemoHouse.Pictograms));

    [Test]
    public void Every_text_on_it_is_in_the_language_of_its_side() =>
        Assert.That(_slip.Sides.All(side => side.Heading.Language == side.Language && side.Lines.All(line => line.Text.Language == side.Language)), Is.True);
}

[TestFixtureSource(typeof(DemoSlips), nameof(DemoSlips.EachServiceFixture))]
internal sealed class EachDemoServiceSlipTests(Service service, string language)
{
    private readonly Slip _slip = DemoSlips.Compose(service, language);

    [Test]
    public void Each_side_says_each_paper_to_bring_and_how_fresh_it_is() => Assert.That(_slip.Sides.All(side =>
        DemoSlips.Lines(side, "bring-papers").Length == service.RequiredDocuments.Count && DemoSlips.Lines(side, "fresh").Length == 1), Is.True);
}

[TestFixtureSource(typeof(DemoSlips), nameof(DemoSlips.EachActivityFixture))]
internal sealed class EachDemoActivitySlipTests(Activity activity, string language)
{
    private readonly Slip _slip = DemoSlips.Compose(activity, language);

    [Test]
    public void Each_side_says_the_room_for_whom_it_is_and_that_nothing_is_owed()
    {
        foreach (var side in _slip.Sides)
        {
            var words = DemoHouse.Speaking(side.Language.Value);
            string[] whom = activity.Eligibility is { } eligibility ? [words.In(eligibility).Text] : [];
            var room = DemoHouse.Whole.Room(activity.RoomId);
            Assert.That(DemoSlips.Lines(side, room.Pictogram), Is.EqualTo([words.In(room.Name).Text]));
            Assert.That(DemoSlips.Lines(side, "who"), Is.EqualTo(whom));
            Assert.That(DemoSlips.Lines(side, "walk-in"), Is.EqualTo([words.Say("activity.no-obligation").Text]));
        }
    }

    [Test]
    public void Each_side_says_one_to_three_times_with_their_dates() => Assert.That(
        _slip.Sides.Select(side => DemoSlips.Lines(side, "today")),
        Is.All.Length.InRange(1, 3).And.All.All.Matches("[0-9]"));
}
