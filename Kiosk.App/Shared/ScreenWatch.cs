namespace Kiosk.App.Shared;

/// <summary>Looks after the screen: starts one anew that fell silent.</summary>
internal sealed class ScreenWatch(Heartbeat heartbeat) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                heartbeat.Look();
            }
        }
        catch (OperationCanceledException)
        {
            // the kiosk is closing, or another has its address
        }
    }
}
