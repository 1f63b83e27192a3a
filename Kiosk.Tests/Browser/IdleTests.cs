using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>Nobody is thrown out, and nobody's visit stays behind (WCAG 2.2, 2.2.1: at least 20 seconds, at least ten times).</summary>
public sealed class IdleTests : BrowserTest
{
    private const int IdleMs = 60_000;
    private const int CountdownMs = 20_000;

    [Test]
    public async Task A_screen_left_alone_asks_counts_down_and_goes_to_rest()
    {
        var screen = await Begun();
        await screen.Page.Clock.RunForAsync(IdleMs - 1_000);
        Assert.That(await screen.Sees(".idle"), Is.False);
        await screen.Page.Clock.RunForAsync(1_000);
        Assert.That(await screen.Sees(".idle-ring"), Is.True);
        await screen.Page.Clock.RunForAsync(CountdownMs - 1_000);
        Assert.That(screen.Shown, Is.EqualTo("/fr/topic/food"));
        await screen.Page.Clock.RunForAsync(1_000);
        await screen.Stands("/rest");
        Assert.That(screen.Fragment, Is.Empty);
        Assert.That(screen.Cells, Has.Exactly(1).EqualTo("visit/ended-idle"));
    }

    [Test]
    public async Task Any_touch_stays_more_than_ten_times()
    {
        var screen = await Begun();
        for (var time = 1; time <= 12; time++)
        {
            await screen.Page.Clock.RunForAsync(IdleMs + CountdownMs - 1_000);
            await screen.Page.Locator(".idle").TapAsync();
            Assert.That(await screen.Sees(".idle"), Is.False, $"time {time}");
            Assert.That(screen.Shown, Is.EqualTo("/fr/topic/food"), $"time {time}");
        }
    }

    [TestCase("tap")]
    [TestCase("click")]
    public async Task The_touch_that_stays_does_nothing_else(string how)
    {
        var screen = await Begun();
        var beneath = (await screen.Page.Locator(".card").First.BoundingBoxAsync())!;
        var (x, y) = (beneath.X + (beneath.Width / 2), beneath.Y + (beneath.Height / 2));
        await screen.Page.Clock.RunForAsync(IdleMs);
        var told = screen.Cells.Count;
        await (how == "tap" ? screen.Page.Touchscreen.TapAsync(x, y) : screen.Page.Mouse.ClickAsync(x, y));
        await screen.Page.Locator(".idle").WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Hidden });
        await screen.Page.Clock.RunForAsync(IdleMs);
        await screen.Waits(".idle");
        Assert.That(screen.Shown, Is.EqualTo("/fr/topic/food"));
        Assert.That(screen.CellsSince(told), Is.Empty);
    }

    [Test]
    public async Task A_key_stays_too()
    {
        var screen = await Begun();
        await screen.Page.Clock.RunForAsync(IdleMs);
        await screen.Page.Keyboard.PressAsync("Shift");
        Assert.That(await screen.Sees(".idle"), Is.False);
    }

    [Test]
    public async Task A_page_that_was_never_touched_goes_to_rest_without_being_counted()
    {
        var screen = await Screen();
        await screen.Page.Clock.InstallAsync();
        await screen.Open("/fr/");
        await screen.Page.Clock.RunForAsync(IdleMs + CountdownMs);
        await screen.Stands("/rest");
        Assert.That(screen.Cells, Is.Empty);
    }

    [Test]
    public async Task At_rest_today_is_said_in_each_language_in_turn()
    {
        var screen = await Screen();
        await screen.Page.Clock.InstallAsync();
        await screen.Open("/rest");
        foreach (var language in (string[])["nl", "en", "ar", "fr"])
        {
            await screen.Page.Clock.RunForAsync(12_000);
            await screen.Stands("/rest?in=" + language);
            Assert.That(await screen.Attribute("html", "lang"), Is.EqualTo(language));
        }

        Assert.That(screen.Cells, Is.Empty);
    }

    private async Task<Screen> Begun()
    {
        var screen = await Screen();
        await screen.Page.Clock.InstallAsync();
        await screen.Open("/fr/");
        await screen.TouchLinkTo("/fr/topic/food");
        return screen;
    }
}
