using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>Every visitor's page tells the kiosk that it is alive, and nothing else.</summary>
public sealed class AliveTests : BrowserTest
{
    [TestCase("/fr/")]
    [TestCase("/rest")]
    [TestCase("/pairing")]
    public async Task A_page_tells_at_once_and_every_ten_seconds_and_counts_nothing(string path)
    {
        var screen = await Screen();
        await screen.HoldClock();
        var first = screen.Page.WaitForResponseAsync(response => response.Url.EndsWith("/alive", StringComparison.Ordinal));
        await screen.Open(path);
        Assert.That((await first).Status, Is.EqualTo(204));
        var second = screen.Page.WaitForResponseAsync(response => response.Url.EndsWith("/alive", StringComparison.Ordinal));
        await screen.Page.Clock.RunForAsync(10_000);
        var told = await second;
        Assert.That(told.Request.PostData, Is.Null);
        Assert.That(await told.Request.HeaderValueAsync("cookie"), Is.Null);
        Assert.That(screen.Cells, Is.Empty);
    }

    [Test]
    public async Task At_rest_a_page_that_grew_old_is_loaded_anew_where_the_kiosk_answers()
    {
        var screen = await Screen();
        await screen.HoldClock();
        await screen.Open("/rest");
        await screen.Page.EvaluateAsync("window.sameDocument = true");
        await screen.Page.Clock.FastForwardAsync(2 * 60 * 60 * 1000);
        await screen.Page.Clock.RunForAsync(12_000);
        await screen.Page.Locator("html:has(main[data-next])").WaitForAsync();
        await screen.Page.WaitForLoadStateAsync();
        Assert.That(async () => await screen.Page.EvaluateAsync<bool>("window.sameDocument === undefined"), Is.True.After(10_000, 100));
        Assert.That(screen.Shown, Does.StartWith("/rest"));
    }
}
