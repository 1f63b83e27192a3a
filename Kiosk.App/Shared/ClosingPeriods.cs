using Kiosk.Core.Storage;

namespace Kiosk.App.Shared;

/// <summary>Publishes the figures of each week, month, quarter and year soon after it is over.</summary>
internal sealed class ClosingPeriods(Reports reports, ILogger<ClosingPeriods> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                Publish();
            }
        }
        catch (OperationCanceledException)
        {
            // the kiosk is closing, or another has its address
        }
    }

    private void Publish()
    {
        try
        {
            reports.PublishDue();
        }
        catch (StorageException problem)
        {
            logger.LogWarning("The report was not published; the kiosk tries again. {Problem}", problem.Message);
        }
    }
}
