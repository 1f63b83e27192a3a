using Kiosk.App.Hosting;

namespace Kiosk.App.Display;

/// <summary>How the screen is, by what its page tells.</summary>
public enum ScreenState
{
    /// <summary>No page has told anything since the kiosk was started.</summary>
    Never,
    Seen,

    /// <summary>It told, and then nothing more for a minute.</summary>
    Silent,
}

/// <summary>
/// The visitor's page says every ten seconds that it is alive. Nothing is remembered but the moment of the last time, in memory.
/// </summary>
/// <remarks>Pages freeze after days and browsers crash: one that falls silent, or never tells anything, is started anew.</remarks>
public sealed class ScreenWatchdog(TimeProvider time, RuntimeFolder runtime, ILogger<ScreenWatchdog> logger)
{
    /// <summary>Six beats that did not come.</summary>
    public static readonly TimeSpan SilentAfter = TimeSpan.FromSeconds(60);

    /// <summary>
    /// From the start of the kiosk, or the screen's, until its page has to have told something: a browser on a small machine takes its
    /// time.
    /// </summary>
    public static readonly TimeSpan FirstAfter = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan LongestPatience = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private long? _heard; // TimeProvider.GetTimestamp: no clock that is set goes back
    private long _asked = time.GetTimestamp(); // or the start, while nothing was heard
    private TimeSpan _patience = FirstAfter;
    private bool _isWaitedFor;
    private bool _isOff;

    public ScreenState State
    {
        get
        {
            lock (_gate)
            {
                return _heard is not { } heard ? ScreenState.Never
                    : time.GetElapsedTime(heard) < SilentAfter ? ScreenState.Seen
                    : ScreenState.Silent;
            }
        }
    }

    public string Word =>
        State switch
        {
            ScreenState.Never => "never",
            ScreenState.Seen => "seen",
            ScreenState.Silent => "silent",
        };

    /// <summary>A page told that it is alive.</summary>
    public void Hear()
    {
        lock (_gate)
        {
            (_heard, _patience, _isWaitedFor) = (time.GetTimestamp(), SilentAfter, false);
        }
    }

    /// <summary>The screen was switched on or off on purpose: one that is off is not missed.</summary>
    public void Expect(bool isOn)
    {
        lock (_gate)
        {
            (_isOff, _heard, _asked, _patience, _isWaitedFor) = (!isOn, null, time.GetTimestamp(), FirstAfter, false);
        }
    }

    /// <summary>
    /// Asks for the screen to be started anew when it fell silent; once, and again only when it did not come back for longer and longer.
    /// </summary>
    public void Look()
    {
        lock (_gate)
        {
            if (_isOff || time.GetElapsedTime(_isWaitedFor ? _asked : _heard ?? _asked) < _patience || !runtime.Ask(ScreenCommand.Restart))
            {
                return;
            }

            logger.LogWarning("The screen fell silent, or never came up, and is started anew.");
            _patience = Shorter(_patience * 2, LongestPatience);
            (_asked, _isWaitedFor) = (time.GetTimestamp(), true);
        }
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
