using Kiosk.App.Pairing;
using Kiosk.Core.Devices;
using Kiosk.Core.Storage;
using Kiosk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>A code of the machine's console, as every tablet tells of it, and as it is used.</summary>
public sealed class RecoveryTests : StaffBrowserTest
{
    private PairedDevices Devices => Kiosk.Services.GetRequiredService<PairedDevices>();

    private RecoveryCode Code => Kiosk.Services.GetRequiredService<RecoveryCode>();

    [SetUp]
    public void Begin()
    {
        Kiosk.Time.StandAt("2026-11-20 14:20");
        new SecretFiles(new DataFolder(Kiosk.DataFolder)).Write("recovery.json", "null");
    }

    [Test]
    public async Task Every_open_tablet_says_that_it_was_asked_for_and_what_became_of_it()
    {
        var tablet = await Tablet(Role.Staff);
        await tablet.Open("/guide");
        Assert.That(await tablet.Sees("#recovery-banner"), Is.False);
        OtherProcess().Give();
        await tablet.Waits("#recovery-banner a");
        Assert.That(await Banner(tablet), Does.Contain("14:35"));

        Kiosk.Time.StandAt("2026-11-20 14:35");
        await tablet.Open("/");
        Assert.That(await Banner(tablet), Does.Contain("vendredi 20 novembre").And.Contain("Personne"));
        Kiosk.Time.StandAt("2026-11-27 14:35");
        await tablet.Open("/");
        Assert.That(await tablet.Sees("#recovery-banner a"), Is.False);
    }

    /// <summary>The tablet keeps its place, its name and its language.</summary>
    [Test]
    public async Task A_tablet_of_staffs_becomes_a_coordinators_by_the_square()
    {
        var code = OtherProcess().Give();
        var screen = await Screen(Display.Upright);
        await screen.Open("/pairing");
        foreach (var digit in code)
        {
            await screen.Touch($"[data-digit='{digit}']");
        }

        await screen.Touch(".pad-go");
        await screen.Waits(".pairing-code");
        var tablet = await Tablet(Role.Staff);
        await tablet.Page.GotoAsync(await ScreenCode.Read(screen, ".pairing-scan .qr"));
        Assert.That(await tablet.Page.InputValueAsync("input[name=Name]"), Is.EqualTo("Accueil"));
        await tablet.Touch("button.main", "/");
        Assert.That(
            Devices.All.Select(device => (device.Name, device.Role)),
            Is.EqualTo(new[] { ("Bureau", Role.Coordinator), ("Accueil", Role.Coordinator) })
        );
        Assert.That(await Banner(tablet), Does.Contain("Accueil"));
        Devices.Change(Devices.All[1].Id, device => device with { Role = Role.Staff });
    }

    [Test]
    public void A_code_is_good_once_for_fifteen_minutes_and_bears_five_wrong_guesses()
    {
        var first = OtherProcess().Give();
        var second = OtherProcess().Give();
        Assert.That(first == second || !Code.TryUse(first), "the one before");
        Assert.That(Code.TryUse(second), "the newest");
        Assert.That(Code.TryUse(second), Is.False, "a second time");

        var late = OtherProcess().Give();
        Kiosk.Time.StandAt("2026-11-20 14:35");
        Assert.That(Code.TryUse(late), Is.False, "late");
        Kiosk.Time.StandAt("2026-11-20 14:19");
        Assert.That(Code.TryUse(late), Is.False, "the clock was set back");

        var guessed = OtherProcess().Give();
        var other = guessed == "12345678" ? "87654321" : "12345678";
        for (var wrong = 0; wrong < RecoveryCode.Tries; wrong++)
        {
            Assert.That(Code.TryUse(other) || Code.TryUse("2468"), Is.False);
        }

        Assert.That(Code.TryUse(guessed), Is.False, "after five wrong ones");
        Assert.That(Code.TryUse(OtherProcess().Give()), "and the console gives another");
    }

    /// <summary>As the command does it, which shares nothing with the kiosk but the folder and the machine's clock.</summary>
    private RecoveryCode OtherProcess() => new(new SecretFiles(new DataFolder(Kiosk.DataFolder)), Kiosk.Time);

    private static async Task<string> Banner(Screen tablet) => await tablet.Page.Locator("#recovery-banner").TextContentAsync() ?? "";
}
