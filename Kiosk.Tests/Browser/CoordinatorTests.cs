using Kiosk.Core.Devices;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>A coordinator is named on one tablet and reads the report on another.</summary>
public sealed class CoordinatorTests : StaffBrowserTest
{
    [Test]
    public async Task Whoever_was_added_on_a_coordinators_tablet_signs_in_on_one_of_staffs()
    {
        var office = await Tablet();
        await office.Open("/devices");
        await office.Touch("#coordinators > details > summary");
        await office.Page.FillAsync("#coordinators [name=name]", Passphrases.Name);
        await office.Page.FillAsync("#coordinators [name=passphrase]", "trop court");
        await office.Page.FillAsync("#coordinators [name=again]", "trop court");
        await office.Touch("#coordinators button.main");
        await office.Waits("#coordinators .wrong");
        await LooksWell(office);
        await office.Touch("#coordinators .shows-passphrase");
        await office.Page.FillAsync("#coordinators [name=passphrase][type=text]", Passphrases.Right);
        await office.Page.FillAsync("#coordinators [name=again][type=text]", Passphrases.Right);
        await office.Touch("#coordinators button.main");
        await office.Waits(".account");
        await LooksWell(office);

        var hall = await Tablet(Role.Staff);
        await hall.Open("/devices");
        Assert.That(await hall.Sees("#coordinators"), Is.False);
        await hall.Open("/report/sign-in");
        await hall.Page.FillAsync("[name=name]", Passphrases.Name);
        await hall.Page.FillAsync("[name=passphrase]", "un deux trois quatre");
        await hall.Touch("main button.main");
        await hall.Waits("main .wrong");
        await LooksWell(hall);
        await hall.Page.FillAsync("[name=passphrase]", Passphrases.Right);
        hall.HearsComplaints = false; // the house may have no report yet
        await hall.Touch("main button.main", "/report");
        await hall.Open("/report/sign-in");
        await hall.Waits(".signed-in");
        hall.HearsComplaints = true;
        await LooksWell(hall);

        await office.Touch(".account summary");
        await LooksWell(office);
        await office.Touch(".account .away");
        await office.Page.Locator(".account").WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Detached });
        await hall.Page.ReloadAsync();
        await hall.Waits("[name=passphrase]");
        Assert.That(await hall.Sees(".signed-in"), Is.False);
    }

    /// <summary>Nothing too small, nothing beside the screen, nothing that axe finds.</summary>
    private static async Task LooksWell(Screen tablet)
    {
        Assert.That(string.Join('\n', await StaffLayoutTests.Look(tablet, StaffLayoutTests.Measure)), Is.Empty, tablet.Shown);
        Assert.That(string.Join('\n', await Axe.Violations(tablet)), Is.Empty, tablet.Shown);
    }
}
