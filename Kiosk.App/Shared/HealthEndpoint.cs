using System.Reflection;
using Kiosk.Core.Storage;
using NodaTime.Text;

namespace Kiosk.App.Shared;

/// <summary>How the kiosk is.</summary>
public sealed class Health(HouseDatabase house, TallyDatabase tallies, DataFolder folder, HouseClock clock)
{
    /// <summary>What staff have to know: a damaged file that was replaced by its copy.</summary>
    public IReadOnlyList<string> Notices => [.. new[] { house.OpeningNotice, tallies.OpeningNotice }.OfType<OpeningNotice>().Select(n => n.ToString())];

    public object Report() => new
    {
        status = Notices.Count == 0 ? "well" : "look",
        version = typeof(Health).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0],
        storage = new { state = Notices.Count == 0 ? "sound" : "replaced", notices = Notices, freeMegabytes = new DriveInfo(folder.Root).AvailableFreeSpace / 1_000_000 },
        printer = new { state = "none" },
        clock = new { zone = clock.Now.Zone.Id, today = LocalDatePattern.Iso.Format(clock.Now.Date) },
    };
}

/// <summary><c>GET /health</c>: for the service that watches the kiosk, and for whoever looks after it.</summary>
internal static class HealthEndpoint
{
    public static void MapHealth(this WebApplication app) => app.MapGet("/health", (Health health) => TypedResults.Json(health.Report()));
}
