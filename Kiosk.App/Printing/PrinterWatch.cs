using Kiosk.App.Hosting;
using Kiosk.Core.Clocks;
using Kiosk.Core.Editing;
using Kiosk.Core.Languages;
using Kiosk.Core.Slips;

namespace Kiosk.App.Printing;

/// <summary>Asks the printer again and again how it is, so that a slip's button tells the truth before it is touched.</summary>
internal sealed class PrinterWatch(
    SlipPrinting printing,
    CurrentHouse house,
    HouseClock clock,
    CurrentPhrases phrases,
    ILogger<PrinterWatch> logger
) : PeriodicService(Interval, logger)
{
    /// <summary>Somebody who puts in a roll sees the button come back while still standing there.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    private bool _isWarm;

    protected override bool BeginsAtOnce => true;

    /// <summary>Printing fails at its own border: without a watch the kiosk still shows its slips.</summary>
    protected override void RunOnce()
    {
        if (!printing.HasPrinter)
        {
            return;
        }

        printing.LookAfter();
        if (!_isWarm)
        {
            _isWarm = true;
            WarmUp();
        }

        printing.PrepareDrawings();
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
