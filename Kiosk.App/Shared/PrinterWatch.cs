using Kiosk.Core.Languages;
using Kiosk.Core.Slips;

namespace Kiosk.App.Shared;

/// <summary>Asks the printer again and again how it is, so that a slip's button tells the truth before it is touched.</summary>
internal sealed class PrinterWatch(SlipPrinting printing, HouseInForce house, HouseClock clock, Phrasebook phrases) : BackgroundService
{
    /// <summary>Somebody who puts in a roll sees the button come back while still standing there.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => WatchAsync(stoppingToken), stoppingToken);

    private async Task WatchAsync(CancellationToken ending)
    {
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
                printing.WarmUp(SlipComposer.Compose(house.Current, service, new Interpreter(phrases, language, profile.Language), clock.Now));
            }
        }
    }
}
