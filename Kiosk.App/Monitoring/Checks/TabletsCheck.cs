using Kiosk.App.Pairing;
using Kiosk.Core.Languages;

namespace Kiosk.App.Monitoring.Checks;

/// <summary>Whether there is a tablet. A house may do without one; but nobody who looks after it should have to guess.</summary>
public sealed class TabletsCheck(PairedDevices devices) : KioskCheck("tablets", "health.tablets")
{
    public override CheckResult? Look(Localizer words) =>
        devices.All.Count > 0
            ? null
            : new CheckResult("tablet", words.Translate("health.tablets-none"), words.Translate("health.tablets-do"), Severity.Note);
}
