using Kiosk.App.Display;
using Kiosk.App.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kiosk.App.Visitor.Shell;

/// <summary>
/// <c>POST /alive</c>: the page on the screen says that it is alive. It counts nothing, and says nothing of who is there.
/// </summary>
internal static class AliveEndpoint
{
    public static void MapAlive(this WebApplication app) =>
        app.MapPost("/alive", Hear).WithMetadata(new TakesPostAttribute()).OnVisitorSide();

    private static NoContent Hear(ScreenWatchdog heartbeat)
    {
        heartbeat.Hear();
        return TypedResults.NoContent();
    }
}
