using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Text.Json;
using Kiosk.Tests.Support;
using Microsoft.Playwright;
using NUnit.Framework;

namespace Kiosk.Tests.Processes;

/// <summary>
/// On the appliance's own screen with its tools left open to the test: addresses that lead elsewhere, fingers that pinch, swipe and press
/// long, a file that is dropped; and a plug that is pulled in the middle of a visit.
/// </summary>
[Category("Process"), Category("Browser"), Platform("Linux"), SupportedOSPlatform("linux")]
internal sealed class LeavingTheScreenTests
{
    private const string Home = "/fr/";
    private const string Elsewhere = "A page that is not the kiosk's";

    /// <summary>A guard against a browser that never answers, not a bar.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private KioskHost _kiosk = null!;
    private LockedScreen _screen = null!;
    private IPlaywright _playwright = null!;
#pragma warning disable NUnit1032 // a page goes with its browser
    private IPage _page = null!;
#pragma warning restore NUnit1032
    private ICDPSession _fingers = null!;

    [SetUp]
    public async Task PutUpTheScreen()
    {
        Assume.That(Environment.IsPrivilegedProcess, "Only root can lay policies over the machine's.");
        _kiosk = KioskHost.Start("Kiosk:IdleSeconds=600");
        _screen = await LockedScreen.StartAsync(_kiosk.Address, toolsOpen: true);
        await _screen.RestAsync(Home);
        _playwright = await Playwright.CreateAsync();
        var browser = await _playwright.Chromium.ConnectOverCDPAsync(_screen.ToolsAddress);
        _page = browser
            .Contexts.SelectMany(context => context.Pages)
            .Single(page => page.Url.StartsWith(_kiosk.Address, StringComparison.Ordinal));
        _fingers = await _page.Context.NewCDPSessionAsync(_page);
    }

    [TearDown]
    public async Task TakeDownTheScreen()
    {
        _playwright?.Dispose();
        await (_screen?.DisposeAsync() ?? ValueTask.CompletedTask);
        _screen = null!; // the next one may not come up
        _kiosk?.Dispose();
    }

    /// <summary>
    /// By a script of the page, in this window and in another, since there is no place to type one: nothing of it is asked for, and nothing
    /// of it is shown.
    /// </summary>
    [Test]
    public async Task No_address_but_the_kiosks_is_asked_for_or_shown()
    {
        using var other = new TcpListener(IPAddress.Any, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        string[] addresses =
        [
            "chrome://settings/",
            "chrome://version/",
            "view-source:" + _kiosk.Address + Home,
            "file:///etc/passwd",
            "file:///",
            $"data:text/html,<title>{Elsewhere}</title>{Elsewhere}",
            $"javascript:document.write('{Elsewhere}')",
            "about:about",
            $"http://127.0.0.1:{port}/",
            $"http://localhost:{port}/",
            $"http://[::1]:{port}/",
            $"ftp://127.0.0.1:{port}/",
            "devtools://devtools/bundled/inspector.html",
            "mailto:somebody@example.org",
        ];
        foreach (var address in addresses)
        {
            foreach (var way in new[] { "location.href = {0}", "window.open({0})", "window.open({0}, '', 'width=300,height=300')" })
            {
                await Go(way, address);
                Assert.That(await _screen.PagesAsync(), Has.Count.EqualTo(1), $"{way} {address}");
                Assert.That(
                    await Text(),
                    Does.Not.Contain(Elsewhere).And.Not.Contain("root:").And.Not.Contain("<main").And.Not.Contain("Command Line"),
                    $"{way} {address}"
                );
                await _page.GotoAsync(_kiosk.Address + Home);
            }
        }

        Assert.That(other.Pending(), Is.False, "somebody knocked at another port of this machine");
    }

    [Test]
    public async Task No_finger_zooms_goes_back_opens_a_menu_or_drops_a_file()
    {
        await _page.Locator("a[href='/fr/today']").First.ClickAsync();
        await _page.StandsAt(_kiosk.Address + "/fr/today");
        var (asItWas, address) = (await _screen.RestAsync("/fr/today"), _page.Url);
        await Send("Input.synthesizePinchGesture", ("x", 640), ("y", 400), ("scaleFactor", 3), ("gestureSourceType", "touch"));
        await Send(
            "Input.synthesizeScrollGesture",
            ("x", 20),
            ("y", 200),
            ("xDistance", 900),
            ("gestureSourceType", "touch"),
            ("preventFling", false)
        );
        await Send(
            "Input.synthesizeScrollGesture",
            ("x", 1260),
            ("y", 200),
            ("xDistance", -900),
            ("gestureSourceType", "touch"),
            ("preventFling", false)
        );
        await Send("Input.synthesizeTapGesture", ("x", 640), ("y", 200), ("duration", 2000), ("gestureSourceType", "touch"));
        await Drop("/etc/passwd");
        Assert.That(await _screen.PagesAsync(), Is.EqualTo(new[] { address }));
        Assert.That(await _page.EvaluateAsync<double>("visualViewport.scale"), Is.EqualTo(1));
        var now = await _screen.RestAsync("/fr/today");
        Assert.That(
            now.Zip(asItWas).Count(dot => dot.First != dot.Second),
            Is.LessThan(20_000),
            "no menu over the page; a pressed edge may look another way"
        );
    }

    /// <summary>
    /// From rest, in Arabic, to a slip, and then the plug: neither profile, home and cache nor what is shared between programs holds a word
    /// of it.
    /// </summary>
    [Test]
    public async Task After_a_pulled_plug_nothing_of_the_visit_is_left()
    {
        foreach (
            var (link, path) in new[]
            {
                ("a[href='/ar/']", "/ar/"),
                ("a[href='/ar/topic/health']", "/ar/topic/health"),
                ("a[href^='/ar/topic/health-teeth']", "/ar/topic/health-teeth"),
                ("a[href^='/ar/service/teeth?topic=health-teeth']", "/ar/service/teeth"),
                ("a[href^='/ar/service/teeth/slip?topic=health-teeth']", "/ar/service/teeth/slip"),
            }
        )
        {
            if (path == "/ar/")
            {
                await _page.GotoAsync(_kiosk.Address + "/rest");
            }

            await _page.Locator(link).First.ClickAsync();
            await _page.StandsAt(_kiosk.Address + path, withAnything: true);
        }

        await _page.Locator(".qr").WaitForAsync();
        Assert.That(
            Directory.EnumerateFiles(_screen.Home, "*", SearchOption.AllDirectories).Count(),
            Is.GreaterThan(10),
            "there is a profile to look through"
        );
        await _screen.KillAsync();
        var traces = new Traces(
            "topic/health",
            "health-teeth",
            "service/teeth",
            "/ar/service",
            "/ar/topic",
            "Soigner ses dents",
            "علاج الأسنان"
        );
        Assert.That(traces.In(_screen.Home), Is.Empty);
        Assert.That(LockedScreen.FilesElsewhere().Where(file => traces.InBytes(File.ReadAllBytes(file)).Any()), Is.Empty);
    }

    private async Task Go(string way, string address)
    {
        try
        {
            await Send(
                "Runtime.evaluate",
                ("expression", way.Replace("{0}", JsonSerializer.Serialize(address), StringComparison.Ordinal)),
                ("userGesture", false)
            ); // no page of the kiosk opens a window for a finger
            await _page.WaitForLoadStateAsync(LoadState.DOMContentLoaded, new() { Timeout = 5_000 });
        }
        catch (Exception refused) when (refused is PlaywrightException or TimeoutException)
        {
            // which is what is wanted
        }
    }

    /// <summary>What is to be read on the glass.</summary>
    private async Task<string> Text()
    {
        try
        {
            return await _page.Locator("html").InnerTextAsync(new() { Timeout = 5_000 });
        }
        catch (Exception refused) when (refused is PlaywrightException or TimeoutException)
        {
            return ""; // Chromium's own page, which lets nobody look into it
        }
    }

    private async Task Drop(string file)
    {
        foreach (var step in new[] { "dragEnter", "dragOver", "drop" })
        {
            var data = new Dictionary<string, object>
            {
                ["items"] = Array.Empty<object>(),
                ["files"] = new[] { file },
                ["dragOperationsMask"] = 1,
            };
            await Send("Input.dispatchDragEvent", ("type", step), ("x", 640), ("y", 300), ("data", data));
        }
    }

    private Task Send(string method, params (string Name, object Value)[] arguments) =>
        _fingers.SendAsync(method, arguments.ToDictionary(argument => argument.Name, argument => argument.Value)).WaitAsync(Patience);
}
