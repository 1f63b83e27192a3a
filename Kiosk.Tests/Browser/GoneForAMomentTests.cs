using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>The kiosk's program is killed and started again under somebody's hands: the page stands, and the touch arrives.</summary>
public sealed class GoneForAMomentTests : BrowserTest, IDisposable
{
    private readonly KioskFolders _folders = new();
    private KioskProcess? _kiosk;

    public void Dispose() => _folders.Dispose();

    [TearDown]
    public async Task StopTheProgram()
    {
        if (_kiosk is not null)
        {
            await _kiosk.DisposeAsync();
        }
    }

    [Test]
    public async Task A_touch_waits_with_a_calm_sign_and_arrives_by_itself()
    {
        var screen = await OpenAndKill("/fr/");
        await screen.Touch("a[href='/fr/topic/food']");
        await screen.Waits(".wait");
        Assert.That(await screen.Sees(".tile"), "The page stands all the time.");
        await StartAgain(screen);
        await screen.Stands("/fr/topic/food");
        Assert.That(await screen.Sees(".wait"), Is.False);
        await IsTheSameDocument(screen);
    }

    [Test]
    public async Task Whoever_touches_something_else_meanwhile_gets_that()
    {
        var screen = await OpenAndKill("/fr/");
        await screen.Touch("a[href='/fr/topic/food']");
        await screen.Waits(".wait");
        await screen.Touch("a[href='/fr/topic/health']");
        await StartAgain(screen);
        await screen.Stands("/fr/topic/health");
        await IsTheSameDocument(screen);
    }

    [Test]
    public async Task A_visit_that_ends_meanwhile_leaves_nothing_to_see_and_the_next_one_begins()
    {
        var screen = await OpenAndKill("/fr/topic/food");
        await screen.Touch(".bar-start");
        await screen.Waits(".wait");
        Assert.That(await screen.Page.Locator(".page *").CountAsync(), Is.Zero);
        await StartAgain(screen);
        await screen.Stands("/fr/");
        Assert.That(screen.Fragment, Is.Empty);
        await IsTheSameDocument(screen);
    }

    [Test]
    public async Task A_form_waits_too()
    {
        var screen = await OpenAndKill("/pairing?in=fr");
        foreach (var digit in PairedFolder.Pin)
        {
            await screen.Touch($"[data-digit='{digit}']");
        }

        await screen.Touch(".pad-go");
        await screen.Waits(".wait");
        Assert.That(await screen.Sees(".pad"));
        await StartAgain(screen);
        await screen.Waits(".pairing-code");
        await IsTheSameDocument(screen);
    }

    /// <summary>Each kill at another moment of a touch: before, while, and after the page is fetched.</summary>
    [TestCase(3)]
    [TestCase(12, Category = "Everything")]
    public async Task However_often_it_is_killed_while_somebody_touches_no_page_is_ever_lost(int kills)
    {
        var screen = await OpenAndKill("/fr/");
        var lost = new List<string>();
        screen.ChangedPage.FrameNavigated += (_, frame) =>
            lost.AddRange(frame.Url.StartsWith("http://127.0.0.1", StringComparison.Ordinal) ? [] : new[] { frame.Url });
        for (var kill = 0; kill < kills; kill++)
        {
            await StartAgain(screen);
            var link = screen.Page.Locator(kill % 2 == 0 ? ".tile, .card-main, .row, .back" : ".bar-start").First;
            await link.WaitForAsync();
            var touch = link.ClickAsync();
            await Task.WhenAny(touch, Task.Delay(kill % 6 * 30));
            _kiosk!.Kill();
            await _kiosk.ExitAsync();
            await touch;
        }

        await StartAgain(screen);
        await screen.Touch(".bar-start, .back");
        await screen.Waits(".bar-start");
        Assert.That(lost, Is.Empty);
        await IsTheSameDocument(screen);
    }

    private async Task<Screen> OpenAndKill(string path)
    {
        _kiosk = await KioskProcess.StartAsync(_folders);
        var screen = await Screen(_kiosk.Address, Display.Lying);
        await screen.Open(path);
        await screen.Page.EvaluateAsync("window.sameDocument = true");
        screen.HearsComplaints = false; // the browser says in its console that nobody answers
        _kiosk.Kill();
        await _kiosk.ExitAsync();
        return screen;
    }

    private async Task StartAgain(Screen screen)
    {
        await _kiosk!.DisposeAsync();
        _kiosk = KioskProcess.Begin(_folders, $"--Kiosk:VisitorUrl={screen.Address}");
        Assert.That(await _kiosk.ReadyAsync(), () => _kiosk.Complained);
    }

    private static async Task IsTheSameDocument(Screen screen) =>
        Assert.That(
            await screen.Page.EvaluateAsync<bool>("window.sameDocument === true"),
            "The browser loaded a page, and could have shown its own error."
        );
}
