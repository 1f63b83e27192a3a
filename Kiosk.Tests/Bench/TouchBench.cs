using Microsoft.Playwright;
using NUnit.Framework;

namespace Kiosk.Tests.Bench;

/// <summary>From a touch to the next screen painted in a real Chromium, beside the same pages as files from nginx.</summary>
[Category("Bench"), NonParallelizable]
public sealed class TouchBench
{
    private const int Touches = 150;
    private const int WarmUp = 10;
    private const double Bar = 1.15;

    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
    ];

    [Test]
    public async Task The_next_screen_comes_as_fast_as_a_file_would()
    {
        using var folder = new BenchFolder();
        await using var kiosk = await BenchedKiosk.StartAsync(folder.PathOf("kiosk"));
        var walk = Walk.Through(BenchedKiosk.DemoHouse()).ToArray();
        var (plainAddress, scriptedAddress) = (ServerProcess.FreeAddress(), ServerProcess.FreeAddress());
        await using var plainFiles = await ServeAsync(kiosk, walk, folder, plainAddress, "plain", withScript: false);
        await using var scriptedFiles = await ServeAsync(kiosk, walk, folder, scriptedAddress, "scripted", withScript: true);

        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = Arguments });
        var (plain, scripted, ours) = (new Touched("nginx, links"), new Touched("nginx, with the kiosk's script"), new Touched("kiosk"));
        (Touched Times, TouchedScreen Screen)[] sides =
        [
            (plain, await OpenAsync(browser, plainAddress)),
            (ours, await OpenAsync(browser, kiosk.Address.GetLeftPart(UriPartial.Authority))),
            (scripted, await OpenAsync(browser, scriptedAddress)),
        ];
        for (var touch = -WarmUp; touch < Touches; touch++)
        {
            foreach (var (times, screen) in sides)
            {
                times.Add(await screen.TouchAsync(walk[(touch + WarmUp) % walk.Length]), touch >= 0);
            }
        }

        TestContext.Out.WriteLine($"Chromium {browser.Version}");
        Table.Print(
            "Finger down until the next screen is painted (80 ms on the glass)",
            [50, 95],
            plain.FromDown,
            ours.FromDown,
            scripted.FromDown
        );
        Table.Print("Finger up until the next screen is painted", [50, 95], plain.FromUp, ours.FromUp, scripted.FromUp);
        Assert.That(ours.FromDown.RatioTo(plain.FromDown, 95), Is.LessThanOrEqualTo(Bar));
        Assert.That(ours.FromUp.RatioTo(plain.FromUp, 95), Is.LessThanOrEqualTo(Bar), "without the time on the glass");
    }

    private static Task<TouchedScreen> OpenAsync(IBrowser browser, string address) =>
        TouchedScreen.OpenAsync(browser, new Uri(address + Walk.Home));

    private static async Task<ServerProcess> ServeAsync(
        BenchedKiosk kiosk,
        string[] pages,
        BenchFolder folder,
        string address,
        string name,
        bool withScript
    )
    {
        var headers = await StaticCopy.WriteAsync(kiosk, pages, folder, name, withScript);
        return await Nginx.StartAsync(address, folder, name, headers);
    }

    private sealed class Touched(string name)
    {
        public Durations FromDown { get; } = new(name);

        public Durations FromUp { get; } = new(name);

        public void Add((double FromDown, double FromUp) times, bool counts)
        {
            if (counts)
            {
                FromDown.Add(times.FromDown);
                FromUp.Add(times.FromUp);
            }
        }
    }
}
