using Kiosk.Core.Languages;
using Kiosk.Core.Slips;
using Microsoft.AspNetCore.Mvc;

namespace Kiosk.App.Visitor;

/// <summary>A slip on the screen, of whatever it is; <c>_Slip.cshtml</c> shows it.</summary>
public abstract class SlipPage : VisitorPage
{
    public Wording Title => Words.Say("slip.title");

    /// <summary>The page of what the slip is about.</summary>
    public string BackTo { get; private set; } = "";

    public Slip Slip { get; private set; } = null!;

    public QrSymbol Qr { get; private set; } = null!;

    public override string ShownCell => "slip/qr";

    protected IActionResult Show(Slip slip, string backTo)
    {
        Slip = slip;
        Qr = QrSymbol.Encode(slip.QrText);
        BackTo = Visit.To(backTo);
        ViewData["title"] = Title;
        ViewData["screen"] = "slip-screen";
        return Page();
    }
}
