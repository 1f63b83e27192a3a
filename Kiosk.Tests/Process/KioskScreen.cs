using System.Diagnostics;
using Kiosk.Tests.Support;
using Microsoft.Playwright;

namespace Kiosk.Tests.Processes;

/// <summary>
/// Debian's Chromium as the kiosk runs it, with a profile on disk. Driven from outside, because a browser that a test tool starts has ways
/// of its own.
/// </summary>
internal sealed class KioskScreen : IAsyncDisposable
{
    private const string Executable = "/usr/bin/chromium";
    private const string ListeningSign = "DevTools listening on ";

    private static readonly string[] AsOnTheKiosk =
    [
        "--kiosk",
        "--no-first-run",
        "--noerrdialogs",
        "--disable-component-update",
        "--disable-breakpad",
        "--password-store=basic",
    ];

    private static readonly string[] ForTheTest =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-sync",
        "--remote-debugging-port=0",
    ];

    private readonly Process _chromium;
    private readonly TaskCompletionSource<string> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IPlaywright? _playwright;

    private KioskScreen(KioskFolders folders, string address, bool incognito, PrintingScreen? printing)
    {
        string[] seen = printing is null ? ["--headless=new"] : ["--kiosk-printing"];
        string[] memory =
        [
            $"--user-data-dir={Path.Combine(folders.Root, "profile")}",
            .. incognito ? ["--incognito"] : Array.Empty<string>(),
        ];
        var start = new ProcessStartInfo(Executable, [.. AsOnTheKiosk, .. ForTheTest, .. seen, .. memory, address])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = folders.Work,
        };
        start.Environment["HOME"] = folders.Home;
        start.Environment["TMPDIR"] = folders.Temporary;
        if (printing is not null)
        {
            start.Environment["DISPLAY"] = printing.Display;
            start.Environment["CUPS_SERVER"] = printing.PrintServer;
        }

        _chromium = new Process { StartInfo = start };
        _chromium.OutputDataReceived += (_, _) => { };
        _chromium.ErrorDataReceived += (_, line) => Hear(line.Data);
        _chromium.Start();
        _chromium.BeginOutputReadLine();
        _chromium.BeginErrorReadLine();
    }

    public IPage Page { get; private set; } = null!;

    /// <summary>Opens the screen at an address, and waits until its page stands. Only one that prints needs a display.</summary>
    public static async Task<KioskScreen> OpenAsync(KioskFolders folders, string address, bool incognito, PrintingScreen? printing = null)
    {
        var screen = new KioskScreen(folders, address, incognito, printing);
        try
        {
            screen._playwright = await Playwright.CreateAsync();
            var browser = await ConnectAsync(screen._playwright, await screen._listening.Task.WaitAsync(TimeSpan.FromMinutes(1)));
            var context = browser.Contexts[0];
            screen.Page = context.Pages.Count > 0 ? context.Pages[0] : await context.RunAndWaitForPageAsync(() => Task.CompletedTask);
            screen.Page.SetDefaultTimeout((float)folders.Patience.TotalMilliseconds); // a busy machine prints in a minute
            await screen.Page.StandsAt(address);
            return screen;
        }
        catch
        {
            await screen.DisposeAsync();
            throw;
        }
    }

    /// <summary>A connection that is made while the browser's first page is made may wait for ever; the next one does not.</summary>
    private static async Task<IBrowser> ConnectAsync(IPlaywright playwright, string address)
    {
        try
        {
            return await playwright.Chromium.ConnectOverCDPAsync(address, new() { Timeout = 30_000 });
        }
        catch (TimeoutException)
        {
            return await playwright.Chromium.ConnectOverCDPAsync(address);
        }
    }

    /// <summary>A finger on the first thing that fits, and the page it leads to stands.</summary>
    public async Task Touch(string selector, string path)
    {
        await Page.Locator(selector).First.ClickAsync();
        await Page.StandsAt(new Uri(new Uri(Page.Url), path).AbsoluteUri, withAnything: true);
    }

    /// <summary>Closes the browser in good order, so that it writes all it would ever write.</summary>
    public async Task CloseAsync()
    {
        var session = await Page.Context.Browser!.NewBrowserCDPSessionAsync();
        await session.SendAsync("Browser.close");
        await _chromium.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _playwright?.Dispose();
        if (!_chromium.HasExited)
        {
            _chromium.Kill(entireProcessTree: true);
            await _chromium.WaitForExitAsync();
        }

        _chromium.Dispose();
    }

    private void Hear(string? line)
    {
        if (line?.StartsWith(ListeningSign, StringComparison.Ordinal) is true)
        {
            _listening.TrySetResult(line[ListeningSign.Length..].Trim());
        }
    }
}

/// <summary>What a browser that prints has beside it.</summary>
/// <param name="Display">Name of the X display, as <c>:7</c>.</param>
/// <param name="PrintServer">The CUPS server it prints to: a socket, or host and port.</param>
internal sealed record PrintingScreen(string Display, string PrintServer);
