using Kiosk.App.Pairing;
using Kiosk.App.Staff.Shell;
using Kiosk.Core.Devices;
using Kiosk.Core.Languages;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Kiosk.App.Staff.Reports;

/// <summary>Where a coordinator signs in on a tablet of staff's to read the report, and out again.</summary>
public sealed class ReportSignInPage(CoordinatorAccounts accounts) : StaffPage
{
    public override string Place => "report";

    public string? Name { get; private set; }

    /// <summary>Who is signed in on this tablet.</summary>
    public CoordinatorAccount? SignedIn { get; private set; }

    public Wording? Complaint { get; private set; }

    /// <summary>Somebody signed out just now.</summary>
    public bool IsOut { get; private set; }

    public async Task OnGetAsync(bool @out)
    {
        SignedIn = await HttpContext.SignedInCoordinator();
        IsOut = @out && SignedIn is null;
    }

    public async Task<IActionResult> OnPostAsync(string? name, string? passphrase)
    {
        Name = (name ?? "").Trim();
        Complaint = Refusal(accounts.Try(Name, passphrase ?? ""));
        if (Complaint is not null || accounts.Find(Name) is not { } account)
        {
            return Page();
        }

        await HttpContext.SignInCoordinator(account, Device);
        return Lead("/report");
    }

    public async Task<IActionResult> OnPostOutAsync()
    {
        await HttpContext.SignOutCoordinator();
        return Lead(ReportAccess.SignInPath + "?out=true");
    }

    private Wording? Refusal(Guess guess) =>
        guess switch
        {
            Guess.Right => null,
            Guess.Wrong when accounts.Wait == Duration.Zero => Words.Translate("sign-in.wrong"),
            _ => Words.Translate("sign-in.wait", ("time", Words.Wait(accounts.Wait))),
        };

    private StatusCodeResult Lead(string path)
    {
        Response.Headers.Location = path;
        return StatusCode(StatusCodes.Status303SeeOther);
    }
}
