using Kiosk.App.Live;
using Kiosk.App.Staff.Shell;
using Kiosk.Core.Devices;
using Kiosk.Tests.Houses;
using Kiosk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>Takes a picture of what staff see: <c>./test.sh pictures</c> puts them into <c>artifacts/pictures</c>.</summary>
[Category("Pictures")]
public sealed class StaffPictures : StaffBrowserTest
{
    private static readonly Display[] Sizes = [UprightTablet, Telephone, Display.Small];

    private static readonly string[] Paths =
    [
        "",
        "?day=2026-11-26",
        "week",
        "extra",
        "closing",
        "notice",
        "devices",
        "health",
        "certificate",
        "help",
    ];

    [SetUp]
    public void FreshKiosk()
    {
        StopKiosk();
        StartKiosk();
    }

    [TestCaseSource(nameof(Sizes))]
    public async Task The_day(Display size)
    {
        var tablet = await Tablet(size: size);
        foreach (var path in Paths)
        {
            await Pictures.Take(
                tablet,
                "/" + path,
                $"staff-{(path.Length == 0 ? "today" : path.Replace("?day=2026-11-26", "thursday"))}-{size}"
            );
        }
    }

    [TestCaseSource(nameof(Sizes))]
    public async Task What_was_said(Display size)
    {
        var tablet = await Tablet(size: size);
        await tablet.Open("/");
        await tablet.Touch(".slot:not(.past) [value=full]");
        await tablet.Waits(".done");
        await tablet.Open("/");
        await tablet.Touch(".slot:not(.past) >> nth=1 >> [value=cancel]");
        await tablet.Waits(".done");
        await Pictures.Take(tablet, null, $"staff-said-{size}");
        await tablet.Touch(".slot:not(.past, .gone) [popovertarget^=time]");
        await Pictures.Take(tablet, null, $"staff-time-{size}");
        await tablet.Open("/");
        await tablet.Touch(".slot:not(.past, .gone) [popovertarget^=room]");
        await Pictures.Take(tablet, null, $"staff-room-{size}");
        await Pictures.Take(tablet, "/history", $"staff-history-{size}");
        Kiosk.Services.GetRequiredService<Bell>().Ring();
        await Pictures.Take(tablet, "/", $"staff-bell-{size}");
        Kiosk.Services.GetRequiredService<Bell>().End();
    }

    [TestCaseSource(nameof(Sizes))]
    public async Task Who_reads_the_report(Display size)
    {
        Kiosk.Services.GetRequiredService<CoordinatorAccounts>().Add(Passphrases.Name, Passphrases.Right);
        var office = await Tablet(size: size);
        await Pictures.Take(office, "/devices#coordinators", $"staff-coordinators-{size}");
        await office.Touch("#coordinators > details > summary");
        await Pictures.Take(office, null, $"staff-coordinators-add-{size}");
        var hall = await Tablet(Role.Staff, size);
        await Pictures.Take(hall, "/report/sign-in", $"staff-sign-in-{size}");
        await hall.Page.FillAsync("[name=name]", Passphrases.Name);
        await hall.Page.FillAsync("[name=passphrase]", Passphrases.Right);
        hall.HearsComplaints = false; // the house may have no report yet
        await hall.Touch("main button.main", "/report");
        await Pictures.Take(hall, "/report/sign-in", $"staff-signed-in-{size}");
    }

    [Test]
    public async Task Pairing([Values("fr", "ar")] string language, [ValueSource(typeof(Display), nameof(Display.All))] Display size)
    {
        var screen = await Screen(size);
        await Pictures.Take(screen, "/pairing?in=" + language, $"pairing-pad-{language}-{size}");
        foreach (var digit in PairedFolder.Pin)
        {
            await screen.Touch($"[data-digit='{digit}']");
        }

        await screen.Touch(".pad-go");
        await screen.Waits(".pairing-code");
        await Pictures.Take(screen, null, $"pairing-square-{language}-{size}");
        using var unpacked = KioskHost.StartUnpaired();
        await screen.Page.GotoAsync($"{unpacked.Address}/rest?in={language}");
        await screen.Waits(".pairing-go-on");
        await Pictures.Take(screen, null, $"pairing-first-{language}-{size}");
        var tablet = await UnpairedTablet();
        await Pictures.Take(tablet, "/pair", "staff-pair");
    }

    [TestCase("fr")]
    [TestCase("ar")]
    public async Task The_kiosk_with_a_notice_and_somebody_coming(string language)
    {
        var tablet = await Tablet();
        await tablet.Open("/");
        foreach (var size in Display.All)
        {
            var house = Kiosk.House;
            var screen = await Screen(size);
            await Pictures.Take(screen, $"/{language}/person", $"person-ring-{language}-{size}");
            Kiosk.Services.GetRequiredService<Bell>().Ring();
            Kiosk.Services.GetRequiredService<Bell>().Answer();
            await Pictures.Take(screen, $"/{language}/person", $"person-coming-{language}-{size}");
            Kiosk.Services.GetRequiredService<Bell>().End();
            Kiosk.CurrentHouse.Replace(DemoHouse.With("notices", LayoutTests.Notice).House!);
            await Pictures.Take(screen, $"/{language}/", $"home-notice-{language}-{size}");
            await Pictures.Take(screen, $"/rest?in={language}", $"rest-notice-{language}-{size}");
            Kiosk.CurrentHouse.Replace(house);
        }
    }
}
