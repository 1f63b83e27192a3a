using Kiosk.App.Pairing;
using Kiosk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>A tablet and the kiosk are brought together by hand: sign, PIN, square or code.</summary>
public sealed class PairingTests : StaffBrowserTest
{
    private PairedDevices Devices => Kiosk.Services.GetRequiredService<PairedDevices>();

    [Test]
    public async Task Holding_the_sign_and_typing_the_PIN_shows_a_square_that_pairs_a_tablet([Values("rest", "fr/")] string where)
    {
        var screen = await Screen(Display.Upright);
        await screen.Open("/" + where);
        await Hold(screen, where == "rest" ? ".rest-sign" : ".sign");
        await Type(screen, PairedFolder.Pin);
        await screen.Waits(".pairing-code");

        var tablet = await UnpairedTablet();
        var address = await ScreenCode.Read(screen, ".pairing-scan .qr");
        Assert.That(address, Does.StartWith(Kiosk.StaffAddress + "/pair/"));
        await tablet.Page.GotoAsync(address);
        var before = Devices.All.Count;
        await tablet.Page.FillAsync("input[name=Name]", "Cuisine");
        await tablet.Touch("button.main", "/");
        Assert.That(Devices.All.Skip(before).Select(device => device.Name), Is.EqualTo(new[] { "Cuisine" }));
        await screen.Stands("/rest");
    }

    /// <summary>By the events of a touchscreen: the pad opens under the finger, which has yet to be lifted.</summary>
    [Test]
    public async Task Lifting_the_finger_that_opened_the_pad_touches_nothing_of_it(
        [Values("rest", "fr/", "ar/")] string where,
        [ValueSource(typeof(Display), nameof(Display.All))] Display size
    )
    {
        var screen = await Screen(size);
        await screen.Open("/" + where);
        var fingers = await screen.ChangedPage.Context.NewCDPSessionAsync(screen.Page);
        var drawing = where == "rest" ? ".rest-sign .pictogram" : ".sign > .pictogram"; // where one holds it, and where "back" comes to lie
        var sign = (await screen.Page.Locator(drawing).First.BoundingBoxAsync())!;
        await Finger(fingers, "touchStart", sign.X + (sign.Width / 2), sign.Y + (sign.Height / 2));
        await screen.Waits(".pad");
        await Finger(fingers, "touchEnd");
        await screen.Page.EvaluateAsync(Later);
        Assert.That(new Uri(screen.Page.Url).AbsolutePath, Is.EqualTo("/pairing"));

        // and the next touch is one
        var back = (await screen.Page.Locator(".back").BoundingBoxAsync())!;
        await Finger(fingers, "touchStart", back.X + (back.Width / 2), back.Y + (back.Height / 2));
        await Finger(fingers, "touchEnd");
        await screen.Stands("/rest");
    }

    [Test]
    public async Task A_tablet_pairs_by_the_code_too()
    {
        var screen = await Screen(Display.Pi);
        await screen.Open("/pairing?in=ar");
        await Type(screen, PairedFolder.Pin);
        var code = await screen.Page.Locator(".pairing-code").TextContentAsync();

        var tablet = await UnpairedTablet(Telephone);
        await tablet.Open("/");
        await tablet.Stands("/pair");
        await tablet.Page.FillAsync("input[name=Code]", code!);
        await tablet.Page.FillAsync("input[name=Name]", "Téléphone");
        await tablet.Touch("button.main", "/");
        await tablet.Open("/devices");
        Assert.That(await tablet.Page.Locator(".device-own h2").TextContentAsync(), Does.Contain("Téléphone"));
    }

    [Test]
    public async Task A_short_touch_on_the_sign_opens_nothing()
    {
        var screen = await Screen(Display.Lying);
        await screen.Open("/fr/");
        await screen.Touch(".sign");
        Assert.That(await screen.Sees(".holding"), Is.False);
        Assert.That(screen.Shown, Is.EqualTo("/fr/"));
    }

    [Test]
    public async Task A_wrong_PIN_is_told_on_the_pad()
    {
        var screen = await Screen(Display.Pi);
        await screen.Open("/pairing");
        await Type(screen, "1111");
        await screen.Waits(".pad-complaint span");
        Assert.That(await screen.Page.Locator(".pad-complaint").TextContentAsync(), Does.Contain("Réessayez"));
    }

    [Test]
    public async Task A_pad_that_is_left_alone_goes_to_rest()
    {
        var screen = await Screen(Display.Pi);
        await screen.HoldClock();
        await screen.Open("/pairing");
        await screen.Waits(".pad");
        await screen.Page.Clock.FastForwardAsync("01:01");
        await screen.Stands("/rest");
    }

    /// <summary>The first tablet sets the PIN; then the kiosk is as any other.</summary>
    [Test]
    public async Task A_new_kiosk_asks_for_its_first_tablet_which_sets_the_PIN()
    {
        using var unpacked = KioskHost.StartUnpaired();
        var screen = await Screen(Display.Upright);
        await screen.Page.GotoAsync(unpacked.Address + "/");
        var address = await ScreenCode.Read(screen, ".pairing-scan .qr");
        var tablet = await UnpairedTablet();
        await tablet.Page.GotoAsync(address);
        await tablet.Page.FillAsync("input[name=Name]", "Bureau");
        await tablet.Page.FillAsync("input[name=Pin]", "13579");
        await tablet.Page.FillAsync("input[name=PinAgain]", "13579");
        await tablet.Page.Locator("button.main").ClickAsync();
        await tablet.Waits(".daily");
        await screen.Page.StandsAt(unpacked.Address + "/rest");
        await screen.Page.GotoAsync(unpacked.Address + "/pairing");
        await Type(screen, "13579");
        await screen.Waits(".pairing-code");
    }

    /// <summary>The browser has dealt with the finger: what it sets off has begun, and its page would stand.</summary>
    private const string Later = "() => new Promise((done) => setTimeout(done, 600))";

    private static Task Finger(ICDPSession fingers, string what, params float[] at) =>
        fingers.SendAsync(
            "Input.dispatchTouchEvent",
            new() { ["type"] = what, ["touchPoints"] = at.Length == 0 ? Array.Empty<object>() : [new { x = at[0], y = at[1] }] }
        );

    /// <summary>A finger that stays; the five seconds are the page's own.</summary>
    private static async Task Hold(Screen screen, string selector)
    {
        var box = await screen.Page.Locator(selector).First.BoundingBoxAsync();
        await screen.Page.Mouse.MoveAsync(box!.X + 30, box.Y + (box.Height / 2));
        await screen.Page.Mouse.DownAsync();
        await screen.Waits(".holding");
        await screen.Waits(".pad");
        await screen.Page.Mouse.UpAsync();
    }

    private static async Task Type(Screen screen, string pin)
    {
        foreach (var digit in pin)
        {
            await screen.Touch($"[data-digit='{digit}']");
        }

        await screen.Touch(".pad-go");
    }
}
