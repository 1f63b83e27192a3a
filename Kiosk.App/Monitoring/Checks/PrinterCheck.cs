using Kiosk.App.Printing;
using Kiosk.Core.Languages;
using Kiosk.Core.Printing;

namespace Kiosk.App.Monitoring.Checks;

/// <summary>The printer of slips; how the browser's is, only the browser knows.</summary>
public sealed class PrinterCheck(SlipPrinting printing) : KioskCheck("printer", "health.printer")
{
    public override CheckResult Look(Localizer words) =>
        CheckResult.Of(
            printing.Word is "browser" || printing.State.CanPrint() ? "print" : "print-not",
            words.Translate("health.printer-" + printing.Word),
            printing.State.Advice() is null ? null : words.Translate("health.printer-do-" + printing.State.Word())
        );
}
