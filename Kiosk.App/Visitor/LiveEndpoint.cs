using System.Threading.Channels;
using Kiosk.App.Shared;

namespace Kiosk.App.Visitor;

/// <summary><c>GET /live</c>: server-sent events that tell an open page to fetch itself again.</summary>
internal static class LiveEndpoint
{
    /// <summary>A page that is so far behind fetches itself anyway.</summary>
    private const int MostUnsaid = 8;

    public static void MapLive(this WebApplication app) => app.MapGet("/live", Follow).OnVisitorSide();

    /// <summary>Says <c>open</c> at once, <c>programme</c> whenever the house changed, <c>printer</c> whenever the printer did; everything still works by reload.</summary>
    private static async Task Follow(HttpContext context, HouseInForce house, SlipPrinting printing, IHostApplicationLifetime lifetime)
    {
        context.Response.ContentType = "text/event-stream";
        var news = Channel.CreateBounded<string>(new BoundedChannelOptions(MostUnsaid) { FullMode = BoundedChannelFullMode.DropWrite });
        void NoteHouse() => news.Writer.TryWrite("programme");
        void NotePrinter() => news.Writer.TryWrite("printer");
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        house.Changed += NoteHouse;
        printing.Changed += NotePrinter;
        try
        {
            await Send(context, "open", ending.Token);
            await foreach (var what in news.Reader.ReadAllAsync(ending.Token))
            {
                await Send(context, what, ending.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // the page went away, or the kiosk is closing
        }
        finally
        {
            house.Changed -= NoteHouse;
            printing.Changed -= NotePrinter;
        }
    }

    private static async Task Send(HttpContext context, string what, CancellationToken ending)
    {
        await context.Response.WriteAsync($"event: {what}\ndata:\n\n", ending);
        await context.Response.Body.FlushAsync(ending);
    }
}
