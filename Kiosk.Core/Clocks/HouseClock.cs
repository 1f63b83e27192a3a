using NodaTime;

namespace Kiosk.Core.Clocks;

/// <summary>What time it is in the house.</summary>
/// <param name="zone">Of the house.</param>
public sealed class HouseClock(ClockTrust trust, DateTimeZone zone)
{
    /// <summary>Null while the time is not known to be right: whoever asks has to say what holds then.</summary>
    public ZonedDateTime? Known => trust.Look() is { By: not null } seen ? seen.Now.InZone(zone) : null;

    /// <summary>What the machine's clock says, right or not: for what a wrong time does no harm to.</summary>
    public ZonedDateTime Presumed => trust.Look().Now.InZone(zone);

    /// <summary>An hour on the house's wall, as staff read it from another clock.</summary>
    public Instant At(LocalDateTime wall) => wall.InZoneLeniently(zone).ToInstant();
}
