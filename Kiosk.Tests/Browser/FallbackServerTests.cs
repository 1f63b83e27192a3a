using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>The calm page that stands while the kiosk cannot start: on every screen, and gone by itself.</summary>
public sealed class FallbackServerTests : BrowserTest, IDisposable
{
    private readonly KioskFolders _folders = new();
    private KioskProcess? _kiosk;

    private string DemoHouse => Path.Combine(_folders.Program, "assets", "demo", "house.json");

    public void Dispose() => _folders.Dispose();

    [OneTimeSetUp]
    public void CopyProgram() => _folders.CopyProgram();

    [TearDown]
    public async Task StopTheProgram()
    {
        if (_kiosk is not null)
        {
            await _kiosk.DisposeAsync();
        }
    }

    [Test]
    public async Task A_page_that_is_open_gives_way_to_it_and_it_to_the_screen_at_rest()
    {
        var house = await File.ReadAllTextAsync(DemoHouse);
        _kiosk = await KioskProcess.StartAppliance(_folders);
        var screen = await Screen(_kiosk.Address, Display.Upright);
        await screen.Open("/fr/");
        screen.HearsComplaints = false; // the browser says in its console that nobody answers, and then 503
        await Kill();
        Directory.Delete(_folders.Data, recursive: true);
        await File.WriteAllTextAsync(DemoHouse, "{");
        _kiosk = KioskProcess.Begin(_folders, "--keep-going", $"--Kiosk:VisitorUrl={screen.Address}");
        await screen.Touch("a[href='/fr/topic/food']");
        await screen.Waits(".asleep-said [lang=ar]");
        foreach (var size in Display.All)
        {
            await screen.Page.SetViewportSizeAsync(size.Width, size.Height);
            Assert.That(
                await screen.Page.EvaluateAsync<bool>(
                    "document.documentElement.scrollHeight <= innerHeight && [...document.querySelectorAll('.asleep-said p, "
                        + ".asleep > svg')].every(e => { const b = e.getBoundingClientRect(); return b.top >= 0 && b.bottom <= "
                        + "innerHeight && b.left >= 0 && b.right <= innerWidth; })"
                ),
                $"{size}"
            );
        }

        PairedFolder.Prepare(_folders.Data);
        await File.WriteAllTextAsync(DemoHouse, house);
        await screen.Waits("main[data-next]");
        Assert.That(screen.Shown, Does.StartWith("/rest"));
    }

    private async Task Kill()
    {
        _kiosk!.Kill();
        await _kiosk.ExitAsync();
        await _kiosk.DisposeAsync();
    }
}
