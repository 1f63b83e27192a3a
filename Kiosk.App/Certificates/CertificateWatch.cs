using System.Net.NetworkInformation;
using Kiosk.Core.Clocks;
using Kiosk.Core.Storage;

namespace Kiosk.App.Certificates;

/// <summary>
/// Keeps the certificate good: soon after the start, once a day, and when the machine's addresses or what is known of the time change.
/// </summary>
internal sealed class CertificateWatch(
    ServerCertificate certificate,
    ClockTrust clock,
    IHostApplicationLifetime lifetime,
    ILogger<CertificateWatch> logger
) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var changed = new SemaphoreSlim(0);
        void Note(object? sender, EventArgs change) => changed.Release();
        void NoteTime() => changed.Release();
        NetworkChange.NetworkAddressChanged += Note;
        clock.Changed += NoteTime;
        using var started = lifetime.ApplicationStarted.Register(() => changed.Release());
        try
        {
            while (true)
            {
                await changed.WaitAsync(Interval, stoppingToken);
                await Task.Run(Keep, stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // the kiosk is closing
        }
        finally
        {
            NetworkChange.NetworkAddressChanged -= Note;
            clock.Changed -= NoteTime;
        }
    }

    private void Keep()
    {
        try
        {
            certificate.Keep();
        }
        catch (StorageException problem)
        {
            logger.LogError("The certificate for the tablets was not renewed. {Problem}", problem.Message);
        }
    }
}
