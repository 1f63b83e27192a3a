using Kiosk.App.Shared.Clocks;
using Kiosk.Core.Languages;
using Kiosk.Core.Slips;

namespace Kiosk.App.Shared;

/// <summary>Asks the printer again and again how it is, so that a slip's button tells the truth before it is touched.</summary>
internal sealed class PrinterWatch(
    SlipPrinting printing,
    CurrentHouse house,
    HouseClock clock,
    CurrentPhrases phrases,
    ILogger<PrinterWatch> logger
) : BackgroundService
{
    /// <summary>Somebody who puts in a roll sees the button come back while still standing there.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    /// <summary>Printing fails at its own border: without a watch the kiosk still shows its slips.</summary>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.Run(
            async () =>
            {
                try
                {
                    await WatchAsync(stoppingToken);
                }
                catch (OperationCanceledException)
                {
                    // the kiosk is closing, or another has its address
                }
                catch (Exception problem)
                {
                    logger.LogError(problem, "The printer is no longer looked after.");
                }
            },
            CancellationToken.None
        );

    private async Task WatchAsync(CancellationToken ending)
    {
        if (!printing.HasPrinter)
        {
            return;
        }

        using var timer = new PeriodicTimer(Interval);
        printing.LookAfter();
        WarmUp();
        while (await timer.WaitForNextTickAsync(ending))
        {
            printing.LookAfter();
        }
    }

    private void WarmUp()
    {
        var (profile, service) = (house.Current.Profile, house.Current.Services.FirstOrDefault());
        if (service is not null)
        {
            foreach (var language in profile.Languages)
            {
                printing.WarmUp(
                    SlipComposer.Compose(
                        house.Current,
                        service,
                        topicId: null,
                        new Localizer(phrases.Current, language, profile.Language),
                        clock.Known
                    )
                );
            }
        }
    }
}
