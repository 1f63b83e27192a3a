using System.Diagnostics;
using Kiosk.App.Shared;
using Kiosk.Core.Printing;

namespace Kiosk.App.Setup;

/// <summary>What the kiosk says when it is ready.</summary>
internal static class Announcement
{
    /// <summary>Browsers by the names their packages give them, in order of preference.</summary>
    private static readonly string[] Browsers = ["chromium", "chromium-browser", "google-chrome", "microsoft-edge", "msedge"];

    public static void AnnounceWhenReady(this WebApplication app, bool opensScreen) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        var address = app.Urls.First(url => url.StartsWith("http:", StringComparison.Ordinal)).TrimEnd('/');
        var profile = app.Services.GetRequiredService<HouseInForce>().Current.Profile;
        var name = profile.Name.In(profile.Language, profile.Language);
        var folder = app.Services.GetRequiredService<Kiosk.Core.Storage.DataFolder>().Root;
        Console.WriteLine($"Kiosk is ready for {name}{(profile.Demo ? " (an invented house, to try things out)" : "")}.");
        Console.WriteLine($"  Visitors: {address}/{profile.Language}/");
        if (app.Services.GetRequiredService<SlipPrinting>().State == PrinterState.CannotDraw)
        {
            Console.WriteLine($"  {PrinterState.CannotDraw.Advice()}");
        }

        Console.WriteLine($"  Everything is kept in {folder}. Stop with Ctrl+C.");
        if (opensScreen)
        {
            OpenScreen(address);
        }
    });

    /// <summary>Opens the first browser found, full screen and without a profile that remembers; without one, the address above is enough.</summary>
    private static void OpenScreen(string address)
    {
        if (OperatingSystem.IsLinux() && Environment.GetEnvironmentVariable("DISPLAY") is null && Environment.GetEnvironmentVariable("WAYLAND_DISPLAY") is null)
        {
            return;
        }

        foreach (var browser in Browsers.Where(name => OnPath(name) is not null))
        {
            Process.Start(new ProcessStartInfo(OnPath(browser)!, ["--kiosk", browser.Contains("edge", StringComparison.Ordinal) ? "--inprivate" : "--incognito", "--no-first-run", address]) { UseShellExecute = false });
            return;
        }
    }

    private static string? OnPath(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .SelectMany(folder => new[] { Path.Combine(folder, name), Path.Combine(folder, name + ".exe") })
        .FirstOrDefault(File.Exists);
}
