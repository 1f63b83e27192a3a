using Kiosk.App.Hosting;
using Kiosk.App.Live;
using Kiosk.App.Pairing;
using Kiosk.Core.Devices;
using Microsoft.AspNetCore.Http.Features;

namespace Kiosk.App.Staff.Shell;

/// <summary><c>GET /live</c>: tells a tablet to fetch its page again, and that somebody rings.</summary>
internal static class StaffLiveEndpoint
{
    public static void MapStaffLive(this WebApplication app) => app.MapGet("/live", Tell).OnStaffSide().RequireAuthorization();

    /// <summary>
    /// Until the tablet goes away or is revoked: one that was lost hears nothing more, and no visitor is told that it does.
    /// </summary>
    private static async Task Tell(HttpContext context, LiveUpdates updates, Bell bell, PairedDevices devices)
    {
        var own = context.Features.GetRequiredFeature<Device>().Id;
        using var hearing = bell.Hear();
        devices.Changed += LeaveWhenRevoked;
        try
        {
            LeaveWhenRevoked();
            await updates.Tell(context);
        }
        finally
        {
            devices.Changed -= LeaveWhenRevoked;
        }

        void LeaveWhenRevoked()
        {
            if (devices.All.All(device => device.Id != own))
            {
                context.Abort();
            }
        }
    }
}
