namespace Kiosk.App.Live;

/// <summary>
/// Four corners to touch on the screen, started from a tablet. Which ones were touched is told to the tablet, and kept in memory until the
/// next time.
/// </summary>
public sealed class TouchTest(TimeProvider time)
{
    /// <summary>The page on the screen ends it after a minute; one that never showed it, or crashed, does not.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(75);

    private readonly Lock _gate = new();
    private readonly HashSet<string> _touched = [];
    private long? _began;

    public event Action? Changed;

    /// <summary>In the order in which they are asked for.</summary>
    public static IReadOnlyList<string> Corners { get; } = ["top-left", "top-right", "bottom-right", "bottom-left"];

    /// <summary>Whether it was ever started.</summary>
    public bool WasStarted { get; private set; }

    /// <summary>A touch arrived where no corner was asked for.</summary>
    public bool WentElsewhere { get; private set; }

    public bool IsOn => _began is { } began && time.GetElapsedTime(began) < Longest;

    public bool Has(string corner)
    {
        lock (_gate)
        {
            return _touched.Contains(corner);
        }
    }

    public void Start() =>
        Become(() =>
        {
            _touched.Clear();
            (_began, WasStarted, WentElsewhere) = (time.GetTimestamp(), true, false);
        });

    /// <param name="what">One of <see cref="Corners"/>, <c>elsewhere</c>, or <c>end</c>; anything else, or at another time, is
    /// nothing.</param>
    public void Hear(string? what)
    {
        if (IsOn && what is not null)
        {
            Become(() => Note(what));
        }
    }

    private void Note(string what)
    {
        switch (what)
        {
            case "elsewhere":
                WentElsewhere = true;
                break;
            case "end":
                _began = null;
                break;
            default:
                _touched.UnionWith(Corners.Where(corner => corner == what));
                break;
        }
    }

    private void Become(Action change)
    {
        lock (_gate)
        {
            change();
        }

        Changed?.Invoke();
    }
}
