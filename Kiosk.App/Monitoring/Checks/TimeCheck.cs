using Kiosk.Core.Clocks;
using Kiosk.Core.Languages;

namespace Kiosk.App.Monitoring.Checks;

/// <summary>What time it is for the kiosk, and who vouches for it.</summary>
public sealed class TimeCheck(ClockTrust trust, HouseClock clock) : KioskCheck("time", "health.clock")
{
    public override bool TellsTimeOfDay => true;

    public override CheckResult Look(Localizer words)
    {
        if (trust.By is not { } by)
        {
            return CheckResult.Of("clock", words.Translate("health.clock-unknown"), words.Translate("health.clock-do"));
        }

        var now = clock.Presumed;
        return CheckResult.Of(
            "clock",
            words.Translate(
                "health.clock-" + by.ToString().ToLowerInvariant(),
                ("date", words.LongDate(now.Date)),
                ("time", Localizer.Time(now.TimeOfDay))
            ),
            null
        );
    }
}
