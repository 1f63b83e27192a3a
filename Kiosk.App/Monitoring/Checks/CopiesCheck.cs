using Kiosk.App.Houses;
using Kiosk.Core.Clocks;
using Kiosk.Core.Languages;
using Kiosk.Core.Storage;
using NodaTime;

namespace Kiosk.App.Monitoring.Checks;

/// <summary>The nightly copies of what the house knows.</summary>
public sealed class CopiesCheck(HouseDatabase house, NightlyCopies nightly, HouseClock clock) : KioskCheck("copies", "health.copies")
{
    private const int OldDays = 2; // one night may have been missed: the kiosk was off

    public override CheckResult Look(Localizer words)
    {
        var copies = house.Copies;
        return CheckResult.Of(
            "repeat",
            copies.Newest is { } newest
                ? words.Translate("health.copies-kept", copies.Count, ("date", words.LongDate(newest)))
                : words.Translate("health.copies-none"),
            nightly.Trouble is not null || AreOld(copies.Newest) ? words.Translate("health.copies-do") : null
        );
    }

    /// <summary>Nobody can say so while the time is not known.</summary>
    private bool AreOld(LocalDate? newest) =>
        clock.Known is { } now && !(newest is { } last && Period.DaysBetween(last, now.Date) <= OldDays);
}
