using Kiosk.App.Hosting;

namespace Kiosk.App.Monitoring;

/// <summary><c>GET /health</c>: for the service that watches the kiosk, and for whoever looks after it.</summary>
internal static class HealthEndpoint
{
    public static void MapHealth(this WebApplication app) =>
        app.MapGet("/health", (KioskHealth health) => TypedResults.Json(health.Report())).OnVisitorSide();
}
