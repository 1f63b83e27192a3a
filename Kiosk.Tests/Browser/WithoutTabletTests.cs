using Kiosk.App.Monitoring;
using Kiosk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>A house that goes on without a tablet says so once: its public screen never offers the first pairing again.</summary>
public sealed class WithoutTabletTests : BrowserTest
{
    [Test]
    public async Task Going_on_without_a_tablet_is_chosen_once_and_for_good([Values(true, false)] bool scripts)
    {
        using var unpacked = KioskHost.StartUnpaired();
        var screen = await Screen(unpacked.Address, Display.Lying, scripts);
        await screen.Open("/");
        await screen.Waits(".pairing-code");
        await screen.Touch(".pairing-go-on [lang=nl]", "/nl/");

        await screen.Touch(".bar-start");
        await screen.Waits(".home, .pairing-code");
        Assert.That(await screen.Sees(".pairing-code"), Is.False, "after start over");
        foreach (var path in new[] { "/", "/rest", "/pairing" })
        {
            await screen.Open(path);
            Assert.That(await screen.Sees(".pairing-code"), Is.False, path);
        }

        Assert.That(await screen.Sees("[data-pad]"), "the sign, held, asks for the code of the machine");
        Assert.That(await screen.Page.Locator(".pad h2").TextContentAsync(), Does.Contain("kiosk recover"));
        await screen.Page.GotoAsync("about:blank"); // this kiosk goes before the screen does
    }

    /// <summary>Whoever looks at the first screen has chosen nothing; it is the only one there is.</summary>
    [Test]
    public async Task Until_it_is_chosen_every_way_leads_to_the_first_pairing()
    {
        using var unpacked = KioskHost.StartUnpaired();
        var screen = await Screen(unpacked.Address, Display.Pi);
        foreach (var path in new[] { "/", "/rest" })
        {
            await screen.Open(path);
            await screen.Waits(".pairing-code");
        }

        Assert.That(unpacked.Services.GetRequiredService<KioskHealth>().Report().ToString(), Does.Contain("paired = 0"));
        await screen.Page.GotoAsync("about:blank"); // this kiosk goes before the screen does
    }
}
