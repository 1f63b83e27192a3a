using Kiosk.Core.Languages;
using Kiosk.Core.Storage;

namespace Kiosk.App.Monitoring.Checks;

/// <summary>Room left on the disk of the data folder.</summary>
public sealed class DiskSpaceCheck(DataFolder folder) : KioskCheck("room", "health.room")
{
    /// <summary>With less somebody should look: fourteen copies of a large house, twice.</summary>
    public const long LittleMegabytes = 500;

    public override CheckResult Look(Localizer words)
    {
        var free = MegabytesIn(folder.Root);
        return CheckResult.Of(
            "room-hall",
            words.Translate("health.room-free", ("gigabytes", (free / 1000m).ToString("0.0", words.Language.Culture))),
            free < LittleMegabytes ? words.Translate("health.room-do") : null
        );
    }

    /// <summary>Room left on the disk that a folder lies on, millions of bytes.</summary>
    public static long MegabytesIn(string folder) => new DriveInfo(folder).AvailableFreeSpace / 1_000_000;
}
