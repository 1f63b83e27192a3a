using Kiosk.App.Hosting;
using Kiosk.App.Live;

namespace Kiosk.App.Visitor.Shell;

/// <summary><c>GET /live</c>: tells an open page to fetch itself again, and asks it whether it rests.</summary>
internal static class LiveEndpoint
{
    public static void MapLive(this WebApplication app) => app.MapGet("/live", Tell).OnVisitorSide();

    private static async Task Tell(HttpContext context, LiveUpdates updates, IdleScreenProbe screen)
    {
        using var page = screen.Hear();
        await updates.Tell(context);
    }
}
