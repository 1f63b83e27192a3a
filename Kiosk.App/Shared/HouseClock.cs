using NodaTime;

namespace Kiosk.App.Shared;

/// <summary>What time it is in the house.</summary>
public sealed class HouseClock(TimeProvider time, KioskSettings settings)
{
    private readonly DateTimeZone _zone = DateTimeZoneProviders.Tzdb[settings.TimeZone];

    /// <summary>Null while the time is not known to be right: whoever asks has to say what holds then.</summary>
    public ZonedDateTime? Known => Presumed;

    /// <summary>What the machine's clock says, right or not: for what a wrong time does no harm to.</summary>
    public ZonedDateTime Presumed => Instant.FromDateTimeOffset(time.GetUtcNow()).InZone(_zone);
}
