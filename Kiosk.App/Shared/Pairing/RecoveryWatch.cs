namespace Kiosk.App.Shared.Pairing;

/// <summary>Looks whether the machine's console gave a code, which another process does, so that open tablets say so.</summary>
public sealed class RecoveryWatch(RecoveryCode code, ILogger<RecoveryWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    /// <summary>Raised when there is something else to say of it.</summary>
    public event Action? Changed;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var said = Says();
        using var timer = new PeriodicTimer(Interval);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                if (Says() is var now && now != said)
                {
                    said = now;
                    Changed?.Invoke();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // the kiosk is closing, or another has its address
        }
        catch (Exception problem)
        {
            logger.LogError(problem, "Open tablets are no longer told of codes of the console; they say so when they are opened.");
        }
    }

    private (RecoveryNote? Note, bool IsInForce) Says()
    {
        var note = code.Note;
        return (note, note is not null && code.IsInForce(note));
    }
}
