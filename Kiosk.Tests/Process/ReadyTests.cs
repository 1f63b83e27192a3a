using Kiosk.App.Hosting;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Processes;

[Category("Process"), Platform("Linux")]
public sealed class ReadyTests
{
    /// <summary>The demo house has a name in Arabic too, which sorts before the others.</summary>
    [Test]
    public async Task A_kiosk_that_is_ready_says_so_in_the_houses_own_language_and_nothing_else()
    {
        using var folders = new KioskFolders();
        var (address, tablets) = ($"http://127.0.0.1:{KioskProcess.FreePort()}", $"https://127.0.0.1:{KioskProcess.FreePort()}");
        PairedFolder.Prepare(folders.Data);
        await using var kiosk = KioskProcess.Begin(folders, $"--Kiosk:VisitorUrl={address}/", $"--Kiosk:StaffUrl={tablets}");
        Assert.That(await kiosk.ReadyAsync());
        Assert.That(await kiosk.StopAsync(), Is.Zero);
        Assert.That(
            kiosk.Said.Split(Environment.NewLine),
            Is.EqualTo(
                new[]
                {
                    "Kiosk is ready for Le Pont (an invented house, to try things out).",
                    $"  Visitors: {address}/fr/",
                    $"  Tablets: {tablets}/ or https://{MachineNames.OfThisMachine().LocalName}:{new Uri(tablets).Port}/",
                    $"  Everything is kept in {folders.Data}. Stop with Ctrl+C.",
                }
            )
        );
        Assert.That(kiosk.Complained, Is.Empty);
    }

    /// <summary>Somebody at a desk pairs the first tablet by what the console says.</summary>
    [Test]
    public async Task A_kiosk_that_was_just_unpacked_says_how_to_pair_its_first_tablet()
    {
        using var folders = new KioskFolders();
        await using var kiosk = KioskProcess.Begin(folders);
        Assert.That(await kiosk.ReadyAsync());
        Assert.That(
            kiosk.Said,
            Does.Match(@"No tablet is paired yet: open https://127\.0\.0\.1:\d+/pair on one and type \d{3} \d{3} within 5 minutes")
        );
        Assert.That(kiosk.Complained, Is.Empty);
    }
}
