namespace Kiosk.App.Shared.Clocks;

/// <summary>Looks at the clock every few seconds, so that open pages hear when the time becomes known, is lost or was set.</summary>
internal sealed class ClockWatch(ClockTrust trust) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                trust.Look();
            }
        }
        catch (OperationCanceledException)
        {
            // the kiosk is closing, or another has its address
        }
    }
}
