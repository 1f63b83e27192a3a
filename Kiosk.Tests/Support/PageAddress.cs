using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Kiosk.Tests.Support;

/// <summary>Waits for the address of a page.</summary>
internal static class PageAddress
{
    /// <summary>Milliseconds between two looks.</summary>
    private const int LooksEvery = 50;

    /// <summary>Waits until the page stands at an address, by looking at it in the page itself.</summary>
    /// <param name="address">Whatever stands behind a <c>#</c> makes no difference.</param>
    /// <param name="withAnything">Nor what stands behind a <c>?</c>.</param>
    /// <remarks>
    /// <c>WaitForURLAsync</c> waits for a navigation to be told: of our pages, which put the next one in place themselves, it missed one in some hundreds.
    /// </remarks>
    public static Task StandsAt(this IPage page, string address, bool withAnything = false) => page.WaitForFunctionAsync(
        "address => document.readyState !== 'loading' && new RegExp(address).test(location.href)",
        $"^{Regex.Escape(address)}{(withAnything ? "([?].*)?" : "")}(#.*)?$",
        new() { Timeout = 60_000, PollingInterval = LooksEvery });
}
