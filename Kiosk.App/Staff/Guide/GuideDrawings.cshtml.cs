using Kiosk.App.Houses;
using Kiosk.App.Staff.Shell;
using Kiosk.Core.Editing;
using Kiosk.Core.Pictograms;
using Microsoft.AspNetCore.Mvc;

namespace Kiosk.App.Staff.Guide;

/// <summary>The house's own drawings, and a place to bring more.</summary>
[RequestSizeLimit(UploadLimit.Bytes)]
[RequestFormLimits(MultipartBodyLengthLimit = UploadLimit.Bytes)]
public sealed class GuideDrawingsPage(Pictograms drawings, DrawingsWaiting waiting, CurrentHouse house) : StaffPage
{
    public override string Place => "guide";

    public IEnumerable<PictogramFile> Own => drawings.Set.All.Where(file => file.Credit is not null);

    /// <summary>What was filled in so far.</summary>
    public DrawingForm Drawing { get; private set; } = new();

    /// <summary>The drawing that is to get another in its place, when one came here for that.</summary>
    public string? Replaced { get; private set; }

    public void OnGet(string? replace)
    {
        Replaced = replace is not null && drawings.Set.Find(replace) is not null ? replace : null;
        Drawing = new DrawingForm(Name: Replaced ?? "");
    }

    public async Task<IActionResult> OnPost()
    {
        (var name, Drawing) = DrawingUpload.Take(
            await DrawingUpload.ReadAsync(await Request.ReadFormAsync(), waiting),
            drawings.Set,
            waiting
        );
        if (name is null)
        {
            return Page();
        }

        house.Replace(house.Current); // open pages show the drawing at once where it takes another's place
        return Redirect("/guide/drawings#" + name);
    }
}
