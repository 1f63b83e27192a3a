using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>A visit from the first touch to rest, as a finger does it.</summary>
public sealed class VisitTests : BrowserTest
{
    public static IEnumerable<TestCaseData> Everywhere =>
        from language in (string[])["fr", "ar"]
        from size in Display.All
        select new TestCaseData(language, size).SetArgDisplayNames(language, size.ToString());

    public static IEnumerable<TestCaseData> LargeAndSmall => Everywhere.Where(test => test.Arguments[1] is Display { Height: 1920 or 480 });

    [TestCaseSource(nameof(Everywhere))]
    public async Task A_visitor_finds_a_service_takes_its_slip_and_says_how_it_was(string language, Display size)
    {
        var screen = await Screen(size);
        await screen.Open("/rest");
        await screen.TouchLinkTo($"/{language}/");
        await screen.TouchLinkTo($"/{language}/topic/housing");
        await screen.TouchLinkTo($"/{language}/topic/housing-rent");
        await screen.TouchLinkTo($"/{language}/service/rent-advice");
        await screen.TouchLinkTo($"/{language}/service/rent-advice/slip");
        await screen.Waits("svg.qr");
        await screen.Touch(".face-good");
        await screen.Waits(".thanks");
        Assert.That(await screen.Sees("svg.qr"), "the square is still there");
        await screen.Touch(".thanks-finished", "/rest");
        Assert.That(screen.Fragment, Is.Empty);
    }

    /// <summary>Thanks, somebody who looks along, and a way on; the slip and its square stay.</summary>
    [TestCaseSource(nameof(Everywhere))]
    public async Task Whoever_says_no_is_thanked_and_has_a_person_and_a_way_on(string language, Display size)
    {
        var screen = await Screen(size);
        foreach (var (way, path) in new[] { (".thanks-person", "person"), (".thanks-else", "") })
        {
            await screen.Open($"/{language}/service/rent-advice/slip?paper=printed&with=larger");
            await screen.Touch(".face-bad");
            await screen.Waits(".thanks h2");
            Assert.That(await screen.Sees("svg.qr") && await screen.Sees(".end-taken"), "the slip stands as it stood");
            await screen.Touch(way, $"/{language}/{path}?with=larger");
        }

        Assert.That(
            screen.Cells.Where(cell => !cell.StartsWith("visit", StringComparison.Ordinal)),
            Is.SupersetOf(new[] { "face/bad", "help/person" })
        );
    }

    [TestCaseSource(nameof(LargeAndSmall))]
    public async Task A_visitor_sees_what_is_on_today_takes_its_slip_and_goes_back(string language, Display size)
    {
        var screen = await Screen(size);
        await screen.Open($"/{language}/");
        await screen.TouchLinkTo($"/{language}/today");
        await screen.TouchLinkTo($"/{language}/activity/games");
        await screen.Waits(".facts");
        await screen.TouchLinkTo($"/{language}/activity/games/slip");
        await screen.Waits("svg.qr");
        await screen.Touch(".back", $"/{language}/activity/games");
        await screen.Touch(".back", $"/{language}/today");
    }

    [TestCaseSource(nameof(LargeAndSmall))]
    public async Task A_visitor_can_always_ask_for_a_person(string language, Display size)
    {
        var screen = await Screen(size);
        foreach (var path in (string[])["", "topic/health-teeth", "service/teeth/slip"])
        {
            await screen.Open($"/{language}/{path}");
            await screen.Touch(".bar-person", $"/{language}/person");
            await screen.Waits(".people .here");
        }
    }

    [TestCaseSource(nameof(LargeAndSmall))]
    public async Task Another_language_keeps_the_page(string language, Display size)
    {
        var screen = await Screen(size);
        await screen.Open("/en/service/rent-advice?with=larger");
        await screen.Touch(".bar-languages");
        await screen.Waits("#languages:popover-open");
        await screen.Touch($"#languages a[hreflang={language}]", $"/{language}/service/rent-advice?with=larger");
        Assert.That(await screen.Attribute("html", "lang"), Is.EqualTo(language));
        Assert.That(await screen.Sees("#languages"), Is.False);
    }

    [TestCaseSource(nameof(LargeAndSmall))]
    public async Task Modes_stay_through_the_visit_and_end_with_it(string language, Display size)
    {
        var screen = await Screen(size);
        await screen.Open($"/{language}/");
        await screen.Touch(".bar-larger", $"/{language}/?with=larger");
        await screen.Touch(".bar-contrast", $"/{language}/?with=larger.contrast");
        var last = size.OffersLower ? "lower" : "calm";
        await screen.Touch(".bar-" + last, $"/{language}/?with=larger.contrast.{last}");
        await screen.TouchLinkTo($"/{language}/topic/food?with=larger.contrast.{last}");
        await screen.TouchLinkTo($"/{language}/topic/food-meal?with=larger.contrast.{last}");
        Assert.That(await screen.Attribute("html", "class"), Is.EqualTo("larger contrast " + last));
        await screen.Touch(".bar-larger", $"/{language}/topic/food-meal?with=contrast.{last}");
        Assert.That(await screen.Attribute("html", "class"), Is.EqualTo("contrast " + last));
        await screen.Touch(".bar-start", $"/{language}/?with=contrast.{last}");
        Assert.That(screen.Fragment, Is.Empty, "the visit is over");
        Assert.That(await screen.Attribute("html", "class"), Is.EqualTo("contrast " + last), "and whoever starts over goes on as before");
        await screen.TouchLinkTo($"/{language}/topic/safe?with=contrast.{last}");
        await screen.Touch(".leave", "/rest");
        Assert.That(await screen.Attribute("html", "class"), Is.Empty);
    }

    [TestCaseSource(nameof(LargeAndSmall))]
    public async Task An_address_that_leads_nowhere_leads_home_in_the_language_and_the_modes(string language, Display size)
    {
        var screen = await Screen(size);
        screen.HearsComplaints = false;
        await screen.Open($"/{language}/service/no-such?with=larger");
        Assert.That(await screen.Attribute("html", "class"), Is.EqualTo("larger"));
        await screen.Touch(".lost-home", $"/{language}/?with=larger");
    }
}
