using System.Collections.Concurrent;
using Kiosk.Tests.Support;
using Microsoft.Playwright;

namespace Kiosk.Tests.Browser;

/// <summary>
/// Pages that tests have left, made as new for tests to come: to show a page of the kiosk in a new browser context, which has a process of
/// its own, is four times the work of showing it in a page that is there (docs/decisions.md).
/// </summary>
/// <remarks>The browser keeps what it may keep for ever: styles, scripts and fonts of a kiosk that is still there.</remarks>
internal static class LeftPages
{
    /// <summary>By language of the browser, and by scheme and host: Chromium shows those of one site in one process.</summary>
    private static readonly ConcurrentDictionary<string, ConcurrentStack<IPage>> Left = new();

    /// <returns>One without address, history, cookies or anything stored; null where there is none.</returns>
    public static async Task<IPage?> Take(string address, string locale, Display size)
    {
        if (!Of(address, locale).TryPop(out var page))
        {
            return null;
        }

        await page.SetViewportSizeAsync(size.Width, size.Height);
        return page;
    }

    /// <returns>False where it cannot be made as new: it is to be closed.</returns>
    public static async Task<bool> Leave(IPage page, string address, string locale)
    {
        var context = page.Context;
        if (context.Pages.Count > 1)
        {
            return false;
        }

        try
        {
            // The page itself goes away, which keeps its process; the browser would open "about:blank" in another one.
            await page.EvaluateAsync("() => { localStorage.clear(); sessionStorage.clear(); stop(); location.replace('about:blank'); }");
            await page.WaitForFunctionAsync("() => location.href === 'about:blank'");
            await page.Mouse.MoveAsync(-1, -1);
            await context.ClearCookiesAsync();
            var browser = await context.NewCDPSessionAsync(page);
            await browser.SendAsync("Page.resetNavigationHistory");
            await browser.DetachAsync();
        }
        catch (Exception trouble) when (trouble is PlaywrightException or TimeoutException)
        {
            return false; // it shows the browser's own page, for a kiosk that is gone, or does not answer
        }

        Of(address, locale).Push(page);
        return true;
    }

    private static ConcurrentStack<IPage> Of(string address, string locale)
    {
        var uri = new Uri(address);
        return Left.GetOrAdd($"{locale} {uri.Scheme} {uri.Host}", _ => new());
    }
}
