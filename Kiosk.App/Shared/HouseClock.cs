using NodaTime;

namespace Kiosk.App.Shared;

/// <summary>What time it is in the house.</summary>
public sealed class HouseClock(TimeProvider time, KioskSettings settings)
{
    private readonly DateTimeZone _zone = DateTimeZoneProviders.Tzdb[settings.TimeZone];

    public ZonedDateTime Now => Instant.FromDateTimeOffset(time.GetUtcNow()).InZone(_zone);
}
