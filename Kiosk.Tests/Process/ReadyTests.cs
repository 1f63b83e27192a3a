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
        var address = $"http://127.0.0.1:{KioskProcess.FreePort()}";
        await using var kiosk = KioskProcess.Begin(folders, $"--Kiosk:VisitorUrl={address}/");
        Assert.That(await kiosk.ReadyAsync());
        Assert.That(await kiosk.StopAsync(), Is.Zero);
        Assert.That(kiosk.Said.Split(Environment.NewLine), Is.EqualTo(new[]
        {
            "Kiosk is ready for Le Pont (an invented house, to try things out).",
            $"  Visitors: {address}/fr/",
            $"  Everything is kept in {folders.Data}. Stop with Ctrl+C.",
        }));
        Assert.That(kiosk.Complained, Is.Empty);
    }
}
