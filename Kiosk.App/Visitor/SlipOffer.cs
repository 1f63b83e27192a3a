using Kiosk.App.Shared;

namespace Kiosk.App.Visitor;

/// <summary>A slip that can be taken from a page.</summary>
/// <param name="SlipPath">Its page within the visit: <c>service/teeth/slip?topic=health</c>.</param>
/// <param name="Cell">What a touch on it counts, or null.</param>
public sealed record SlipOffer(VisitorPage Page, string SlipPath, string? Cell)
{
    /// <summary>For the script that prints: by the kiosk, or by the browser itself.</summary>
    public string PrintsBy => Page.Paper == PaperOffer.Browser ? "browser" : "printer";

    /// <summary>Where the screen goes when the kiosk does not answer.</summary>
    public string CouldNot => Page.Visit.To(SlipPath + (SlipPath.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "paper=could-not");
}
