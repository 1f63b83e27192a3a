namespace Kiosk.App.Shared;

/// <summary><c>GET /health</c>: how the kiosk is, for the service that watches it.</summary>
internal static class HealthEndpoint
{
    public static void MapHealth(this WebApplication app) => app.MapGet("/health", () => TypedResults.Ok("ok"));
}
