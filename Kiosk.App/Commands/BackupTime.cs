using Kiosk.App.Hosting;
using Kiosk.Core.Clocks;
using Kiosk.Core.Storage;
using NodaTime;

namespace Kiosk.App.Commands;

/// <summary>What time it is for a backup, by whose date its file is named.</summary>
internal static class BackupTime
{
    /// <summary>The newest day the kiosk knew is still going on, whatever the machine's clock says: staff may have told the time.</summary>
    public static LocalDateTime Of(KioskSettings settings)
    {
        var now = Instant
            .FromDateTimeOffset(TimeProvider.System.GetUtcNow())
            .InZone(DateTimeZoneProviders.Tzdb[settings.TimeZone])
            .LocalDateTime;
        return settings.Clock == KioskSettings.CheckClock && NewestDay.Read(DataFolder.NewestDayIn(settings.Data)) is { } known
            ? known + now.TimeOfDay
            : now;
    }
}
