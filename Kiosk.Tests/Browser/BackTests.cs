using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>Back leads to the page one came from, from there to the one before it, and so on to home.</summary>
public sealed class BackTests : BrowserTest
{
    [Test]
    public async Task Back_is_the_page_one_came_from(
        [Values("finger", "key", "without scripts")] string how,
        [Values("fr", "ar")] string language
    )
    {
        var screen = await Screen(scripts: how != "without scripts");
        await screen.Open($"/{language}/");
        await screen.Touch(".entry");
        await screen.Waits(".activity");
        await Back("");

        await screen.TouchLinkTo($"/{language}/topic/food");
        await screen.TouchLinkTo($"/{language}/topic/food-meal");
        await screen.TouchLinkTo($"/{language}/service/midday-meal/slip");
        await Back("topic/food-meal");
        await screen.TouchLinkTo($"/{language}/service/midday-meal");
        await screen.TouchLinkTo($"/{language}/service/midday-meal/slip");
        foreach (var page in new[] { "service/midday-meal", "topic/food-meal", "topic/food", "" })
        {
            await Back(page);
        }

        async Task Back(string page)
        {
            await (how == "key" ? screen.Page.Keyboard.PressAsync("Backspace") : screen.Touch(".back"));
            await screen.Stands($"/{language}/{page}");
        }
    }

    /// <summary>Another language, a mode and a face on the way are no pages to go back to.</summary>
    [Test]
    public async Task The_way_back_is_the_same_in_another_language_and_larger([Values(true, false)] bool scripts)
    {
        var screen = await Screen(Display.Pi, scripts);
        await screen.Open("/fr/");
        await screen.TouchLinkTo("/fr/today");
        await screen.TouchLinkTo("/fr/activity/games");
        await screen.TouchLinkTo("/fr/activity/games/slip");
        await screen.Touch(".bar-larger", "/fr/activity/games/slip?with=larger");
        await screen.Touch(".face-bad");
        await screen.Touch(".bar-person", "/fr/person?with=larger");
        await screen.Touch(".bar-languages");
        await screen.Touch("#languages a[hreflang=nl]", "/nl/person?with=larger");
        foreach (var page in new[] { "activity/games/slip", "activity/games", "today", "" })
        {
            await screen.Touch(".back", $"/nl/{page}?with=larger");
        }
    }

    [TestCase("//there.example/")]
    [TestCase("https://there.example")]
    [TestCase("../../pairing")]
    [TestCase("today%22onclick=%22alert(1)")]
    [TestCase("TODAY")]
    public async Task What_is_no_page_of_a_visit_is_no_way_back(string from)
    {
        using var caller = Kiosk.Caller();
        Assert.That(
            await caller.GetStringAsync(new Uri("/fr/activity/games?from=" + from, UriKind.Relative)),
            Does.Contain("class=\"back\" href=\"/fr/\"")
        );
    }
}
