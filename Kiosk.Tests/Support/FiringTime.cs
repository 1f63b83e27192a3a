namespace Kiosk.Tests.Support;

/// <summary>Time in which a timer fires when the test says so.</summary>
public sealed class FiringTime : TimeProvider, IDisposable
{
    private TimerCallback? _callback;

    /// <summary>When the timer asked for last would fire.</summary>
    public TimeSpan Due { get; private set; }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        (_callback, Due) = (callback, dueTime);
        return new Timer();
    }

    public void Fire() => _callback!(null);

    public void Dispose() => _callback = null;

    private sealed class Timer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() { }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
