using Kiosk.App.Live;
using Microsoft.AspNetCore.Mvc;

namespace Kiosk.App.Staff.Shell;

/// <summary>Takes "I'm coming".</summary>
public sealed class BellPage(Bell bell) : StaffPage
{
    public IActionResult OnGet() => Redirect("/");

    public IActionResult OnPost(string? back)
    {
        bell.Answer();
        return Url.IsLocalUrl(back) ? Redirect(back) : Redirect("/");
    }
}
