using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>Every page works by plain links; scripts only make it quicker and rounder.</summary>
public sealed class WithoutScriptTests : BrowserTest
{
    [TestCase("fr")]
    [TestCase("ar")]
    public async Task The_whole_visit_works(string language)
    {
        var screen = await Screen(scripts: false);
        await screen.Open("/rest");
        await screen.Touch($".rest-languages a[href='/{language}/']", $"/{language}/");
        await screen.TouchLinkTo($"/{language}/topic/housing");
        await screen.TouchLinkTo($"/{language}/topic/housing-rent");
        await screen.TouchLinkTo($"/{language}/service/rent-advice");
        await screen.TouchLinkTo($"/{language}/service/rent-advice/slip");
        await screen.Touch(".face-good");
        await screen.Waits(".thanks");
        await screen.Touch(".thanks-finished", "/rest");
    }

    [Test]
    public async Task The_slip_of_an_activity_is_taken_and_leads_back_to_it()
    {
        var screen = await Screen(scripts: false);
        await screen.Open("/fr/today?with=larger");
        await screen.TouchLinkTo("/fr/activity/games?with=larger");
        await screen.TouchLinkTo("/fr/activity/games/slip?with=larger");
        await screen.Touch(".back", "/fr/activity/games?with=larger");
    }

    [Test]
    public async Task Languages_open_and_lead_to_the_same_page()
    {
        var screen = await Screen(scripts: false);
        await screen.Open("/fr/topic/health");
        await screen.Touch(".bar-languages");
        await screen.Touch("#languages a[hreflang=nl]", "/nl/topic/health");
    }

    [Test]
    public async Task Ways_of_showing_the_screen_go_on_and_off_and_start_over_keeps_them()
    {
        var screen = await Screen(scripts: false);
        await screen.Open("/fr/topic/health");
        await screen.Touch(".bar-contrast", "/fr/topic/health?with=contrast");
        await screen.Touch(".bar-larger", "/fr/topic/health?with=larger.contrast");
        await screen.Touch(".bar-contrast", "/fr/topic/health?with=larger");
        await screen.Touch(".bar-start", "/fr/?with=larger");
    }
}
