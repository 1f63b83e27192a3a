using Kiosk.App.Hosting;
using Kiosk.Core.Languages;

namespace Kiosk.App.Monitoring.Checks;

/// <summary>What the program had to do without when it started: a setting, a drawing, the data folder.</summary>
public sealed class StartCheck(StartupState start) : KioskCheck("start", "health.start")
{
    public override CheckResult? Look(Localizer words) =>
        start.Notices is { Count: > 0 } missing
            ? CheckResult.Of(
                "repair",
                words.Translate("health.start-without"),
                words.Translate("health.start-do", ("what", string.Join(" ", missing)))
            )
            : null;
}
