using Kiosk.App.Printing;
using Kiosk.App.Visitor.Shell;

namespace Kiosk.App.Visitor.Slips;

/// <summary>A slip that can be taken from a page.</summary>
/// <param name="SlipPath">Its page within the visit: <c>service/teeth/slip?topic=health</c>.</param>
/// <param name="Cell">What a touch on it counts, or null.</param>
public sealed record SlipOffer(VisitorPage Page, string SlipPath, string? Cell)
{
    public string Address => Page.Visit.To(SlipPath);

    /// <summary>For the script that prints: by the kiosk, or by the browser itself.</summary>
    public string PrintsBy => Page.Paper == PaperOffer.Browser ? "browser" : "printer";

    /// <summary>Where the screen goes when the kiosk does not answer.</summary>
    public string CouldNot => Page.Visit.To(WithEnd(PaperEnd.CouldNot));

    /// <summary>The slip's page once it was asked for on paper.</summary>
    public string WithEnd(PaperEnd end) => Visit.With(SlipPath, "paper", Word(end));

    public static string Word(PaperEnd end) =>
        end switch
        {
            PaperEnd.None => "",
            PaperEnd.Printed => "printed",
            PaperEnd.Sent => "sent",
            PaperEnd.CouldNot => "could-not",
        };
}
