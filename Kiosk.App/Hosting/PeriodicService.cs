namespace Kiosk.App.Hosting;

/// <summary>Does something again and again while the kiosk runs.</summary>
/// <remarks>
/// A time that fails is logged, and the next is tried all the same: a printer's driver that fails once leaves neither the printer unwatched
/// until a restart, nor the kiosk without visitors. Of failures in a row the first is logged.
/// </remarks>
public abstract class PeriodicService(TimeSpan interval, ILogger logger) : BackgroundService
{
    private bool _failed;

    /// <summary>Whether the first time is when the kiosk starts; else it is an interval later, and the start stays light.</summary>
    protected virtual bool BeginsAtOnce => false;

    /// <summary>One time. It may take a while: it has a thread of its own.</summary>
    protected abstract void RunOnce();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(interval);
        try
        {
            if (BeginsAtOnce)
            {
                await Task.Run(TryOnce, CancellationToken.None);
            }

            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await Task.Run(TryOnce, CancellationToken.None);
            }
        }
        catch (OperationCanceledException)
        {
            // the kiosk is closing, or another has its address
        }
    }

    private void TryOnce()
    {
        try
        {
            RunOnce();
            _failed = false;
        }
        catch (Exception problem)
        {
            if (!_failed)
            {
                logger.LogError(problem, "{Service} failed, and is tried again.", GetType().Name);
            }

            _failed = true;
        }
    }
}
