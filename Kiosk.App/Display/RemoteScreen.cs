using Kiosk.App.Live;

namespace Kiosk.App.Display;

/// <summary>What became of something that staff asked of the screen.</summary>
public enum ScreenAnswer
{
    Done,

    /// <summary>Somebody is at the screen, or came meanwhile; or no page of it answers.</summary>
    Busy,

    /// <summary>It shows nothing: it is off, or has just stopped.</summary>
    Dark,

    /// <summary>This machine was not set up as an appliance.</summary>
    NotSetUp,
}

/// <summary>The kiosk's screen from a tablet: seen, turned, heard and tried. Only ever while nobody is at it.</summary>
public sealed class RemoteScreen(ScreenCamera camera, IdleScreenProbe screen, ScreenTurn turn, TouchTest touch, SoundTest sound)
{
    public bool IsSetUp => camera.IsThere;

    /// <summary>Quarters, 0 to 3.</summary>
    public int Turns => turn.Now;

    public TouchTest Touch => touch;

    public SoundTest Sound => sound;

    /// <returns>The picture, a PNG file, when nobody was at the screen from before it was taken until after; else it is thrown
    /// away.</returns>
    public async Task<(ScreenAnswer Answer, byte[] Picture)> LookAsync(CancellationToken cancel)
    {
        if (!camera.IsThere)
        {
            return (ScreenAnswer.NotSetUp, []);
        }

        if (!await screen.RestsAsync(cancel))
        {
            return (ScreenAnswer.Busy, []);
        }

        var picture = await camera.Take(cancel);
        return !await screen.StillRestsAsync(cancel) ? (ScreenAnswer.Busy, [])
            : picture is null ? (ScreenAnswer.Dark, [])
            : (ScreenAnswer.Done, picture);
    }

    /// <summary>One quarter more.</summary>
    public async Task<ScreenAnswer> TurnAsync(CancellationToken cancel) =>
        !await screen.RestsAsync(cancel) ? ScreenAnswer.Busy
        : turn.TryTurn() ? ScreenAnswer.Done
        : ScreenAnswer.NotSetUp;

    public async Task<ScreenAnswer> TestSoundAsync(CancellationToken cancel) => await IfItRests("sound-test", sound.Start, cancel);

    public async Task<ScreenAnswer> TryTouchAsync(CancellationToken cancel) => await IfItRests("touch-test", touch.Start, cancel);

    /// <param name="what">The page looks once more whether it rests before it does it.</param>
    private async Task<ScreenAnswer> IfItRests(string what, Action begin, CancellationToken cancel)
    {
        if (!await screen.RestsAsync(cancel))
        {
            return ScreenAnswer.Busy;
        }

        begin();
        screen.Do(what);
        return ScreenAnswer.Done;
    }
}
