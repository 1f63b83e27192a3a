using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>Nothing of a visit stays in the browser, and nothing of it leaves the machine.</summary>
public sealed class NothingKeptTests : BrowserTest
{
    private const string WhatIsStored = """
        async () => [
          document.cookie,
          ...Object.keys(localStorage),
          ...Object.keys(sessionStorage),
          ...(await indexedDB.databases()).map(database => database.name),
          ...(await caches.keys()),
          ...(await navigator.serviceWorker.getRegistrations()).map(worker => worker.scope),
        ].filter(text => text !== "")
        """;

    [Test]
    public async Task A_visit_stores_nothing_in_the_browser()
    {
        var screen = await Visited();
        Assert.That(await screen.Page.EvaluateAsync<string[]>(WhatIsStored), Is.Empty);
        Assert.That(await screen.Page.Context.CookiesAsync(), Is.Empty);
    }

    [Test]
    public async Task No_answer_sets_a_cookie_or_may_be_kept_but_styles_scripts_and_fonts()
    {
        var screen = await Visited();
        foreach (var response in screen.Responses)
        {
            var headers = await response.AllHeadersAsync();
            var expected = response.Url.Contains("/screen/", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-store";
            Assert.That(headers, Does.Not.ContainKey("set-cookie"), response.Url);
            Assert.That(headers.GetValueOrDefault("cache-control"), Is.EqualTo(expected), response.Url);
        }
    }

    [Test]
    public async Task History_does_not_grow_during_a_visit()
    {
        var screen = await Screen();
        await screen.Open("/rest");
        var before = await screen.Page.EvaluateAsync<int>("history.length");
        await Visit(screen);
        Assert.That(await screen.Page.EvaluateAsync<int>("history.length"), Is.EqualTo(before));
    }

    [Test]
    public async Task No_request_leaves_this_machine()
    {
        var screen = await Visited();
        Assert.That(
            screen.Requests.Where(url =>
                !url.StartsWith(Kiosk.Address + "/", StringComparison.Ordinal) && !url.StartsWith("data:", StringComparison.Ordinal)
            ),
            Is.Empty
        );
    }

    [Test]
    public async Task What_was_counted_is_never_sent_in_an_address()
    {
        var screen = await Visited();
        Assert.That(
            screen.Requests.Where(url => url.Contains("cell=", StringComparison.Ordinal) && !url.Contains('#', StringComparison.Ordinal)),
            Is.Empty
        );
    }

    private async Task<Screen> Visited()
    {
        var screen = await Screen();
        await screen.Open("/rest");
        await Visit(screen);
        return screen;
    }

    private static async Task Visit(Screen screen)
    {
        await screen.Touch(".rest-touch", "/fr/");
        await screen.TouchLinkTo("/fr/today");
        await screen.Touch(".row");
        await screen.Waits(".activity");
        await screen.Touch(".bar-person", "/fr/person");
        await screen.Touch(".back");
        await screen.Waits(".activity");
        await screen.Touch(".back", "/fr/today");
        await screen.Touch(".back", "/fr/");
        await screen.TouchLinkTo("/fr/topic/safe");
        await screen.TouchLinkTo("/fr/service/safe-talk/slip");
        await screen.Touch(".face-middle");
        await screen.Waits(".thanks");
        await screen.Touch(".thanks-finished", "/rest");
    }
}
