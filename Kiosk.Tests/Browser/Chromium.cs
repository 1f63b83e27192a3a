using Microsoft.Playwright;
using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>
/// One Chromium for a whole test run: Debian's, as on the kiosk, in the form without windows of its own, which loads a page in half the
/// time. The whole browser shows the kiosk in the tests of the screen (LockedScreenTests, MachineTests) and of power cuts.
/// </summary>
[SetUpFixture]
public sealed class Chromium
{
    private const string Executable = "/usr/bin/chromium-headless-shell";

    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--use-fake-device-for-media-stream",
        "--use-fake-ui-for-media-stream",
    ]; // a microphone that beeps

    private static readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)>> Running = new(LaunchAsync);

    /// <summary>Launched by the first test that asks for it.</summary>
    public static async Task<IBrowser> BrowserAsync() => (await Running.Value).Browser;

    [OneTimeTearDown]
    public async Task Close()
    {
        if (Running.IsValueCreated)
        {
            var (playwright, browser) = await Running.Value;
            await browser.CloseAsync();
            playwright.Dispose();
        }
    }

    private static async Task<(IPlaywright, IBrowser)> LaunchAsync()
    {
        Assertions.SetDefaultExpectTimeout(30_000); // as for everything else: a busy machine needs longer than Playwright's 5 seconds
        var playwright = await Playwright.CreateAsync();
        return (playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = Arguments }));
    }
}
