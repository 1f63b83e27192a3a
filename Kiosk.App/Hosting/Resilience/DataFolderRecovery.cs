using Kiosk.Core.Storage;

namespace Kiosk.App.Hosting.Resilience;

/// <summary>
/// While the house is shown from a copy, tries the data folder again and again; once it can be written to, the program starts with it.
/// </summary>
internal sealed class DataFolderRecovery(StartupState start, KioskSettings settings, IHostApplicationLifetime lifetime) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!start.IsWithoutData)
        {
            return;
        }

        using var timer = new PeriodicTimer(start.RetryDelay);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                if (DataFolder.HasRoom(settings.Data) && IsFree(settings.Data))
                {
                    start.RestartRequested = true;
                    lifetime.StopApplication();
                    return;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // the kiosk is closing, or another has its address
        }
    }

    /// <summary>Whether no other process uses the folder any more.</summary>
    private static bool IsFree(string folder)
    {
        try
        {
            using var tried = DataLock.TryTake(folder, FolderUser.Kiosk);
            return tried is not null;
        }
        catch (DataFolderException)
        {
            return false;
        }
    }
}
