using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>A slip on paper, as a finger takes it. Each test takes another one: the same within seconds is the same touch.</summary>
public sealed class PaperTests : PaperBrowserTest
{
    [Test]
    public async Task A_touch_prints_one_slip_says_so_and_counts_it_once()
    {
        var screen = await Opened("/ar/service/teeth");
        var before = Paper.Slips.Count;
        await screen.Touch("button.take");
        await screen.Waits(".end-taken");
        Assert.That(Paper.Slips, Has.Count.EqualTo(before + 1));
        await screen.Page.ReloadAsync();
        await screen.Waits(".end-taken");
        Assert.That(Paper.Slips, Has.Count.EqualTo(before + 1), "loading it again prints nothing");
        Assert.That(screen.Cells.Where(cell => cell.StartsWith("slip/", StringComparison.Ordinal)), Is.EqualTo(["slip/paper"]));
        Assert.That(screen.Cells, Has.One.EqualTo("touches-until-slip/1"));
    }

    [Test]
    public async Task From_rest_a_slip_is_in_the_hand_after_four_touches()
    {
        var screen = await Opened("/rest");
        var before = Paper.Slips.Count;
        await screen.TouchLinkTo("/fr/");
        await screen.TouchLinkTo("/fr/topic/health");
        await screen.TouchLinkTo("/fr/topic/health-teeth");
        await screen.Waits("button.card-slip");
        await screen.Touch("button.card-slip");
        await screen.Waits(".end-taken");
        Assert.That(Paper.Slips, Has.Count.EqualTo(before + 1));
        Assert.That(screen.Cells, Has.One.EqualTo("touches-until-slip/4").And.One.EqualTo("slip/paper"));
    }

    [Test]
    public async Task A_trembling_finger_prints_once()
    {
        var screen = await Opened("/fr/service/rent-advice");
        var before = Paper.Slips.Count;
        await screen.Page.Locator("button.take").DblClickAsync();
        await screen.Waits(".end-taken");
        Assert.That(Paper.Slips, Has.Count.EqualTo(before + 1));
    }

    [Test]
    public async Task While_it_prints_the_screen_says_so_and_one_can_still_go()
    {
        var screen = await Opened("/fr/service/psychologist");
        Network.BytesPerSecond = 8_000;
        await screen.Touch("button.take");
        await screen.Waits(".printing");
        Assert.That(await screen.Sees(".bar-start"), Is.True);
        await screen.Touch(".bar-person", "/fr/person");
        await screen.Waits(".people");
        Network.BytesPerSecond = null;
        await Paper.WhenAsync(paper => paper.Unfinished.HeightDots == 0 && paper.Slips.Count > 0, TimeSpan.FromSeconds(30));
        Assert.That(screen.Shown, Is.EqualTo("/fr/person?from=service/psychologist"), "what became of the slip does not follow");
    }

    [Test]
    public async Task When_it_cannot_print_the_square_takes_its_place()
    {
        var screen = await Opened("/fr/service/midday-meal");
        Paper.PaperOutAfterRows = 200;
        await screen.Touch("button.take");
        await screen.Waits(".end:not(.end-taken)");
        await screen.Waits("svg.qr");
        Assert.That(screen.Cells, Has.One.EqualTo("slip/qr").And.None.EqualTo("slip/paper"));
    }

    [Test]
    public async Task A_page_that_is_open_hears_that_the_printer_stopped_and_that_it_is_back()
    {
        var screen = await Opened("/fr/service/teeth");
        Paper.OpenCover();
        await screen.Waits("a.take small");
        Assert.That(await screen.Sees("button.take"), Is.False);
        Paper.CloseCover();
        await screen.Waits("button.take");
        Assert.That(screen.Cells, Is.Empty);
    }

    [Test]
    public async Task Without_script_it_prints_too()
    {
        var screen = await Opened("/fr/activity/games", scripts: false);
        var before = Paper.Slips.Count;
        await screen.Touch("button.take");
        await screen.Waits(".end-taken");
        Assert.That(Paper.Slips, Has.Count.EqualTo(before + 1));
    }

    /// <summary>The page once its button prints: just after the start, and after a fault, the printer has to be asked first.</summary>
    private async Task<Screen> Opened(string path, bool scripts = true)
    {
        using var caller = Kiosk.Caller();
        using var guard = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (
            !(await caller.GetStringAsync(new Uri("/health", UriKind.Relative), guard.Token)).Contains(
                "\"state\":\"ready\"",
                StringComparison.Ordinal
            )
        )
        {
            await Task.Delay(50, guard.Token);
        }

        var screen = await Screen(scripts: scripts);
        await screen.Open(path);
        return screen;
    }
}
