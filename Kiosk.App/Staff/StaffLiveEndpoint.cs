using Kiosk.App.Shared;

namespace Kiosk.App.Staff;

/// <summary><c>GET /live</c>: tells a tablet to fetch its page again, and that somebody rings.</summary>
internal static class StaffLiveEndpoint
{
    public static void MapStaffLive(this WebApplication app) => app.MapGet("/live", async (HttpContext context, News news, Bell bell) =>
    {
        using var hearing = bell.Hear();
        await news.Tell(context);
    }).OnStaffSide();
}
