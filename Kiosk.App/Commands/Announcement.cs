using System.Diagnostics;
using Kiosk.App.Pairing;
using Kiosk.App.Printing;
using Kiosk.Core.Editing;
using Kiosk.Core.Printing;
using Kiosk.Core.Storage;

namespace Kiosk.App.Commands;

/// <summary>What the kiosk says when it is ready.</summary>
internal static class Announcement
{
    /// <summary>Browsers by the names their packages give them, in order of preference.</summary>
    private static readonly string[] Browsers = ["chromium", "chromium-browser", "google-chrome", "microsoft-edge", "msedge"];

    public static void AnnounceWhenReady(this WebApplication app, bool opensScreen) =>
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            var address = app.Urls.First(url => url.StartsWith("http:", StringComparison.Ordinal)).TrimEnd('/');
            var profile = app.Services.GetRequiredService<CurrentHouse>().Current.Profile;
            var name = profile.Name.In(profile.Language, profile.Language);
            var folder = app.Services.GetRequiredService<DataFolder>().Root;
            Console.WriteLine($"Kiosk is ready for {name}{(profile.Demo ? " (an invented house, to try things out)" : "")}.");
            Console.WriteLine($"  Visitors: {address}/{profile.Language}/");
            if (app.Services.GetRequiredService<SlipPrinting>().State == PrinterState.CannotDraw)
            {
                Console.WriteLine($"  {PrinterState.CannotDraw.Advice()}");
            }

            if (opensScreen)
            {
                OpenScreen(address);
            }

            // Elsewhere, because the tablets' certificate may be made only now: the visitor's first page does not wait for it.
            _ = Task.Run(() =>
            {
                AnnounceToStaff(app.Services);
                Console.WriteLine($"  Everything is kept in {folder}. Stop with Ctrl+C.");
            });
        });

    private static void AnnounceToStaff(IServiceProvider services)
    {
        try
        {
            AnnounceToStaff(services.GetRequiredService<StaffAddresses>(), services);
        }
        catch (StorageException problem)
        {
            Console.Error.WriteLine($"Tablets cannot be served: {problem.Message}"); // the visit goes on
        }
    }

    private static void AnnounceToStaff(StaffAddresses door, IServiceProvider services)
    {
        Console.WriteLine($"  Tablets: {door.Address}/ or {door.NamedAddress}/");
        var devices = services.GetRequiredService<PairedDevices>();
        if (devices is { IsNew: false, PinHash: null })
        {
            Console.WriteLine(
                "  No tablet is paired, and the screen offers none: 'recover' gives a code to type there, after holding the house's sign."
            );
        }

        if (devices.IsNew)
        {
            var offer = services.GetRequiredService<PairingDesk>().Show();
            Console.WriteLine(
                $"  No tablet is paired yet: open {door.Address}/pair on one and type {offer.CodeInGroups} within 5 minutes, or "
                    + "take the square on the kiosk's screen."
            );
        }
    }

    /// <summary>
    /// Opens the first browser found, full screen and without a profile that remembers; without one, the address above is enough.
    /// </summary>
    private static void OpenScreen(string address)
    {
        if (
            OperatingSystem.IsLinux()
            && Environment.GetEnvironmentVariable("DISPLAY") is null
            && Environment.GetEnvironmentVariable("WAYLAND_DISPLAY") is null
        )
        {
            return;
        }

        foreach (var browser in Browsers.Where(name => OnPath(name) is not null))
        {
            Process.Start(
                new ProcessStartInfo(
                    OnPath(browser)!,
                    [
                        "--kiosk",
                        browser.Contains("edge", StringComparison.Ordinal) ? "--inprivate" : "--incognito",
                        "--no-first-run",
                        address,
                    ]
                )
                {
                    UseShellExecute = false,
                }
            );
            return;
        }
    }

    private static string? OnPath(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .SelectMany(folder => new[] { Path.Combine(folder, name), Path.Combine(folder, name + ".exe") })
            .FirstOrDefault(File.Exists);
}
