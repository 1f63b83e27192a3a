using Kiosk.App.Hosting;

namespace Kiosk.App.Pairing;

/// <summary>Looks whether the machine's console gave a code, which another process does, so that open tablets say so.</summary>
public sealed class RecoveryWatch(RecoveryCode code, ILogger<RecoveryWatch> logger) : PeriodicService(TimeSpan.FromSeconds(2), logger)
{
    private (RecoveryNote? Note, bool IsGood)? _told;

    /// <summary>Raised when there is something else to say of it.</summary>
    public event Action? Changed;

    /// <summary>So that a code given just after the start is told too.</summary>
    protected override bool BeginsAtOnce => true;

    protected override void RunOnce()
    {
        var note = code.Note;
        var now = (note, note is not null && code.IsInForce(note));
        var hasChanged = _told is { } told && told != now;
        _told = now;
        if (hasChanged)
        {
            Changed?.Invoke();
        }
    }
}
