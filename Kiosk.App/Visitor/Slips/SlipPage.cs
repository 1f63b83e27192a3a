using Kiosk.App.Hosting;
using Kiosk.App.Printing;
using Kiosk.App.Visitor.Shell;
using Kiosk.Core.Counting;
using Kiosk.Core.Languages;
using Kiosk.Core.Printing;
using Kiosk.Core.Slips;
using Microsoft.AspNetCore.Mvc;

namespace Kiosk.App.Visitor.Slips;

/// <summary>What became of a slip on paper, as its address says it.</summary>
public enum PaperEnd
{
    /// <summary>It was not asked for.</summary>
    None,
    Printed,

    /// <summary>The printer took it and says nothing.</summary>
    Sent,
    CouldNot,
}

/// <summary>A slip on the screen, of whatever it is, and its way onto paper; <c>_Slip.cshtml</c> shows it.</summary>
[TakesPost]
public abstract class SlipPage : VisitorPage
{
    public Wording Title => Words.Translate("slip.title");

    public Slip Slip { get; private set; } = null!;

    public QrSymbol Qr { get; private set; } = null!;

    public PaperEnd End { get; private set; }

    /// <summary>The one that was touched; null until then.</summary>
    public string? Face { get; private set; }

    /// <summary>For the button that prints it.</summary>
    public SlipOffer Offer => new(this, PathBefore("paper"), null);

    /// <summary>The same slip, with thanks for the answer and a way on.</summary>
    public string AddressWithFace(string face) => Visit.To(Shell.Visit.With(PathBefore("face"), "face", face));

    /// <summary>What is cancelled, or has another number, is so on a slip that somebody is looking at.</summary>
    public override string Behaviour => "live";

    public override string ShownCell => (End is PaperEnd.Printed or PaperEnd.Sent ? Cell.SlipOnPaper : Cell.SlipBySquare).Name;

    /// <summary>Counts nothing and prints nothing, whatever the address says.</summary>
    public IActionResult OnGet(string id, string? paper, string? face)
    {
        if (!TryCompose(id))
        {
            return NotFound();
        }

        End = Read(paper);
        Face = Cell.Faces.FirstOrDefault(known => known == face);
        Qr = QrSymbol.Encode(Slip.QrText);
        ViewData["title"] = Title;
        ViewData["screen"] = "slip-screen";
        return Page();
    }

    /// <summary>Prints, and leads to a page that says what became of it: loading that again prints nothing.</summary>
    public async Task<IActionResult> OnPostAsync(string id)
    {
        if (!TryCompose(id))
        {
            return NotFound();
        }

        var end = await PrintAsync();
        Response.Headers.Location = Visit.To(Offer.WithEnd(end));
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>Composes the slip of that id.</summary>
    /// <returns>False when there is none.</returns>
    protected abstract bool TryCompose(string id);

    protected void Show(Slip slip) => Slip = slip;

    /// <summary>This page without that key and those after it: first comes what became of the paper, then the face.</summary>
    private string PathBefore(string key)
    {
        string[] ends = key == "paper" ? ["paper=", "face="] : ["face="];
        return Visit.Path.Split(ends, StringSplitOptions.None)[0].TrimEnd('?', '&');
    }

    /// <summary>A browser prints when it has the page, and says nothing.</summary>
    private async Task<PaperEnd> PrintAsync()
    {
        if (Paper == PaperOffer.Browser)
        {
            return PaperEnd.Sent;
        }

        var printing = HttpContext.RequestServices.GetRequiredService<SlipPrinting>();
        return (await printing.PrintAsync(Request.Path, Slip)).End switch
        {
            PrintEnd.Printed => PaperEnd.Printed,
            PrintEnd.Sent => PaperEnd.Sent,
            PrintEnd.CouldNot => PaperEnd.CouldNot,
        };
    }

    private static PaperEnd Read(string? paper) => Enum.GetValues<PaperEnd>().FirstOrDefault(end => SlipOffer.Word(end) == paper);
}
