namespace Kiosk.App.Live;

public enum BellState
{
    Silent,

    /// <summary>A person waits at the kiosk.</summary>
    Rings,

    /// <summary>Somebody of the house is on the way.</summary>
    Answered,
}

/// <summary>From the kiosk to every tablet: a person, please. It remembers nothing once it is silent.</summary>
public sealed class Bell(TimeProvider time) : IDisposable
{
    /// <summary>A bell that nobody answers falls silent: whoever rang has found somebody, or left.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private ITimer? _end;
    private int _tablets;

    public event Action? Changed;

    public BellState State { get; private set; }

    /// <summary>Whether any tablet would hear it.</summary>
    public bool IsHeard => Volatile.Read(ref _tablets) > 0;

    /// <summary>
    /// Does nothing while it rings or somebody is on the way; nor while no tablet hears it, or one opened later would ring for whoever
    /// left.
    /// </summary>
    public void Ring()
    {
        if (IsHeard)
        {
            Become(BellState.Rings, from: BellState.Silent);
        }
    }

    /// <summary>Somebody goes. Does nothing when it does not ring.</summary>
    public void Answer() => Become(BellState.Answered, from: BellState.Rings);

    /// <summary>The visit is over.</summary>
    public void End() => Become(BellState.Silent, from: null);

    /// <summary>A tablet hears it until what is returned is disposed of.</summary>
    public IDisposable Hear()
    {
        Interlocked.Increment(ref _tablets);
        return new Hearing(this);
    }

    public void Dispose() => _end?.Dispose();

    private void Become(BellState state, BellState? from)
    {
        lock (_gate)
        {
            if (State == state || (from is not null && State != from))
            {
                return;
            }

            State = state;
            _end?.Dispose();
            _end = state == BellState.Silent ? null : time.CreateTimer(_ => End(), null, Longest, Timeout.InfiniteTimeSpan);
        }

        Changed?.Invoke();
    }

    private sealed class Hearing(Bell bell) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref bell._tablets);
    }
}
