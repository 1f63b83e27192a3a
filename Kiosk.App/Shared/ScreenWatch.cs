namespace Kiosk.App.Shared;

/// <summary>Looks after the screen: starts one anew that fell silent, and switches it by the house's hours.</summary>
internal sealed class ScreenWatch(ScreenWatchdog heartbeat, ScreenSwitch screenSwitch, ILogger<ScreenWatch> logger) : BackgroundService
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
                screenSwitch.Look();
            }
        }
        catch (OperationCanceledException)
        {
            // the kiosk is closing, or another has its address
        }
        catch (Exception problem)
        {
            logger.LogError(problem, "The screen is no longer looked after."); // visitors are served all the same
        }
    }
}
