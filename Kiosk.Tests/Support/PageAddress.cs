using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Kiosk.Tests.Support;

/// <summary>Waits for the address of a page.</summary>
internal static class PageAddress
{
    /// <summary>Whether the page stands at an address, which is a regular expression: all of it is there, and its scripts hear.</summary>
    public const string IsAt = "address => document.readyState !== 'loading' && new RegExp(address).test(location.href)";

    /// <summary>Milliseconds between two looks.</summary>
    private const int LooksEvery = 50;

    /// <summary>Waits until the page stands at an address, by looking at it in the page itself.</summary>
    /// <param name="address">Whatever stands behind a <c>#</c> makes no difference.</param>
    /// <param name="withAnything">Nor what stands behind a <c>?</c>.</param>
    /// <remarks>
    /// <c>WaitForURLAsync</c> waits until the browser tells of another page. Our pages put the next one in place themselves, and once in
    /// some hundreds of times it did not notice.
    /// </remarks>
    public static Task StandsAt(this IPage page, string address, bool withAnything = false) =>
        page.WaitForFunctionAsync(
            IsAt,
            $"^{Regex.Escape(address)}{(withAnything ? "([?].*)?" : "")}(#.*)?$",
            new() { Timeout = 60_000, PollingInterval = LooksEvery }
        );
}
