using System.Threading.Channels;
using Kiosk.App.Shared;

namespace Kiosk.App.Visitor;

/// <summary><c>GET /live</c>: server-sent events that tell an open page to fetch itself again.</summary>
internal static class LiveEndpoint
{
    public static void MapLive(this WebApplication app) => app.MapGet("/live", Follow);

    /// <summary>Says <c>open</c> at once, and <c>programme</c> whenever the house changed; everything still works by reload.</summary>
    private static async Task Follow(HttpContext context, HouseInForce house, IHostApplicationLifetime lifetime)
    {
        context.Response.ContentType = "text/event-stream";
        var changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        void Note() => changes.Writer.TryWrite(true);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        house.Changed += Note;
        try
        {
            await Send(context, "open", ending.Token);
            while (await changes.Reader.WaitToReadAsync(ending.Token))
            {
                changes.Reader.TryRead(out _);
                await Send(context, "programme", ending.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // the page went away, or the kiosk is closing
        }
        finally
        {
            house.Changed -= Note;
        }
    }

    private static async Task Send(HttpContext context, string what, CancellationToken ending)
    {
        await context.Response.WriteAsync($"event: {what}\ndata:\n\n", ending);
        await context.Response.Body.FlushAsync(ending);
    }
}
