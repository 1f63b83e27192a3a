namespace Kiosk.App.Live;

/// <summary>Whether somebody is touching the screen: in memory, one moment and nothing of who or what.</summary>
public sealed class VisitActivity(TimeProvider time)
{
    /// <summary>A page that crashed never says that its visit ended.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    private readonly Lock _gate = new();
    private long? _touched;

    public bool IsActive
    {
        get
        {
            lock (_gate)
            {
                return _touched is { } touched && time.GetElapsedTime(touched) < Longest;
            }
        }
    }

    public void Touch()
    {
        lock (_gate)
        {
            _touched = time.GetTimestamp();
        }
    }

    public void End()
    {
        lock (_gate)
        {
            _touched = null;
        }
    }
}
