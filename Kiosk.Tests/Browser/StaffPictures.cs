using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>Takes a picture of what staff see, to be looked at: <c>./test.sh pictures</c> puts them into <c>artifacts/pictures</c>.</summary>
[Category("Pictures")]
public sealed class StaffPictures : StaffBrowserTest
{
    private static readonly Display[] Tablets = [UprightTablet, Telephone, Display.Small];

    private static readonly string[] Paths = ["devices", "health", "certificate", "lost"];

    public static IEnumerable<TestCaseData> Screens =>
        from language in new[] { "fr", "ar" }
        from size in Display.All
        select new TestCaseData(language, size).SetArgDisplayNames(language, size.ToString());

    [TestCaseSource(nameof(Screens))]
    public async Task Pairing_on_the_kiosk(string language, Display size)
    {
        var screen = await Screen(size);
        await Pictures.Take(screen, "/pairing?in=" + language, $"pairing-pin-{language}-{size}");
        foreach (var digit in PairedFolder.Pin)
        {
            await screen.Touch($"[data-digit='{digit}']");
        }

        await Pictures.Take(screen, null, $"pairing-pin-typed-{language}-{size}");
        await screen.Touch(".pad-go");
        await screen.Waits(".pairing-code");
        await Pictures.Take(screen, null, $"pairing-{language}-{size}");
        using var unpaired = KioskHost.StartUnpaired();
        await screen.Page.GotoAsync(unpaired.Address + "/pairing?in=" + language);
        await Pictures.Take(screen, null, $"pairing-first-{language}-{size}");
    }

    [Test]
    public async Task Pages_of_the_tablet([ValueSource(nameof(Tablets))] Display size)
    {
        var tablet = await Tablet(size: size);
        foreach (var path in Paths)
        {
            await Pictures.Take(tablet, "/" + path, $"staff-{path}-{size}");
        }

        await tablet.Open("/devices");
        await tablet.Touch("form button.main");
        await Pictures.Take(tablet, null, $"staff-devices-another-{size}");
        var stranger = await UnpairedTablet(size);
        await Pictures.Take(stranger, "/pair", $"staff-pair-{size}");
    }
}
