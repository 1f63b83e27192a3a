using Kiosk.App.Shared;

namespace Kiosk.App.Visitor;

/// <summary><c>GET /live</c>: tells an open page to fetch itself again.</summary>
internal static class LiveEndpoint
{
    public static void MapLive(this WebApplication app) => app.MapGet("/live", (HttpContext context, News news) => news.Tell(context)).OnVisitorSide();
}
