using Kiosk.App.Display;
using Kiosk.Core.Languages;

namespace Kiosk.App.Monitoring.Checks;

/// <summary>Whether the page on the screen is alive.</summary>
public sealed class ScreenCheck(ScreenWatchdog watchdog) : KioskCheck("heartbeat", "health.screen")
{
    public override CheckResult Look(Localizer words) =>
        CheckResult.Of(
            "touch",
            words.Translate("health.screen-" + watchdog.Word),
            watchdog.State is ScreenState.Silent ? words.Translate("health.screen-do") : null
        );
}
