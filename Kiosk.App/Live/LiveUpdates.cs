using System.Threading.Channels;
using Kiosk.App.Pairing;
using Kiosk.App.Printing;
using Kiosk.Core.Clocks;
using Kiosk.Core.Editing;

namespace Kiosk.App.Live;

/// <summary>
/// What an open page is told, so that it fetches itself again: server-sent events, by their names alone; those to a screen at rest have a
/// number.
/// </summary>
public sealed class LiveUpdates
{
    /// <summary>A page that is so far behind fetches itself anyway.</summary>
    private const int MostUnsaid = 8;

    private readonly IHostApplicationLifetime _lifetime;

    public LiveUpdates(
        CurrentHouse house,
        CurrentPhrases phrases,
        SlipPrinting printing,
        Bell bell,
        PairingDesk pairing,
        RecoveryWatch recovery,
        ClockTrust clock,
        IdleScreenProbe screen,
        TouchTest touch,
        SoundTest sound,
        IHostApplicationLifetime lifetime
    )
    {
        _lifetime = lifetime;
        house.Changed += () => Told?.Invoke("programme");
        phrases.Changed += () => Told?.Invoke("programme");
        printing.Changed += () => Told?.Invoke("printer");
        bell.Changed += () => Told?.Invoke("bell");
        clock.Changed += () => Told?.Invoke("programme");
        clock.Changed += () => Told?.Invoke("clock");
        pairing.Used += () => Told?.Invoke("pairing");
        recovery.Changed += () => Told?.Invoke("recovery");
        touch.Changed += () => Told?.Invoke("screen-test");
        sound.Changed += () => Told?.Invoke("screen-test");
        screen.Asked += (what, data) => Told?.Invoke($"{what} {data}");
    }

    /// <summary>The name of an event; after a space, its data.</summary>
    private event Action<string>? Told;

    /// <summary>Says <c>open</c> at once, then what there is until the page goes away; everything still works by reload.</summary>
    public async Task Tell(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream";
        var news = Channel.CreateBounded<string>(new BoundedChannelOptions(MostUnsaid) { FullMode = BoundedChannelFullMode.DropWrite });
        void Note(string what) => news.Writer.TryWrite(what);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _lifetime.ApplicationStopping);
        Told += Note;
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
            Told -= Note;
        }
    }

    private static async Task Send(HttpContext context, string what, CancellationToken ending)
    {
        var words = what.Split(' ', 2);
        await context.Response.WriteAsync($"event: {words[0]}\ndata:{words.ElementAtOrDefault(1)}\n\n", ending);
        await context.Response.Body.FlushAsync(ending);
    }
}
