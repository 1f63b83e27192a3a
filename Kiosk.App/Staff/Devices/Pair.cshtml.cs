using Kiosk.App.Houses;
using Kiosk.App.Pairing;
using Kiosk.App.Staff.Shell;
using Kiosk.Core.Devices;
using Kiosk.Core.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Kiosk.App.Staff.Devices;

/// <summary>Pairs the tablet that asks: by the token of the square on the kiosk, or by the code beside it.</summary>
[AllowAnonymous]
public sealed class PairPage(PairingDesk desk, PairedDevices devices, RecoveryCode recovery) : StaffPage
{
    private const int LongestName = 40;

    /// <summary>From the square; null where the code is to be typed.</summary>
    public string? Token { get; private set; }

    /// <summary>The first tablet sets the house's PIN.</summary>
    public bool SetsPin => devices.PinHash is null;

    /// <summary>The tablet that is paired now coordinates, by a code of the machine's console.</summary>
    public bool Coordinates => desk.OffersCoordinator;

    /// <summary>A tablet of staff's may become a coordinator's by the same square.</summary>
    private bool IsPairedAlready => Device is not null && !(Coordinates && Device.Role != Role.Coordinator);

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Pin { get; set; }

    [BindProperty]
    public string? PinAgain { get; set; }

    public Wording? Complaint { get; private set; }

    /// <summary>The language it is read in now; the tablet keeps it.</summary>
    public LanguageTag Language => Words.Language;

    public IActionResult OnGet(string? token, [FromQuery(Name = "in")] string? asked)
    {
        if (IsPairedAlready)
        {
            return Redirect("/");
        }

        Recall(token, asked);
        Name = Device?.Name;
        Complaint = token is not null && Token is null ? Words.Translate("pair.over") : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? token, [FromQuery(Name = "in")] string? asked)
    {
        Recall(token, asked);
        Complaint = WrongFields();
        var knock =
            Complaint is not null ? PairingResult.Wrong
            : token is not null ? desk.TryToken(token)
            : desk.TryCode(Digits(Code));
        Complaint ??= Refusal(knock);
        if (Complaint is not null)
        {
            Token = desk.Knows(Token) ? Token : null;
            return Page();
        }

        await Pair(Name!.Trim(), coordinates: knock is PairingResult.WelcomeAsCoordinator);
        Response.Headers.Location = "/";
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    private async Task Pair(string name, bool coordinates)
    {
        if (Device is { } own && coordinates)
        {
            devices.Change(own.Id, device => device with { Name = name, Role = Role.Coordinator });
        }
        else
        {
            var (device, secret) = devices.Add(name, Language, SetsPin ? HousePin.Hash(Pin!) : null, coordinates);
            await HttpContext.SignIn(device, secret);
        }

        desk.Tell();
        if (coordinates)
        {
            recovery.NoteUse(name);
        }
    }

    private void Recall(string? token, string? asked)
    {
        Token = desk.Knows(token) ? token : null;
        if (LanguageTag.TryParse(asked, out var language) && StaffPhrases.Languages.Contains(language))
        {
            Speak(language);
        }
    }

    /// <summary>Looked at before the code is: what was forgotten costs no try.</summary>
    private Wording? WrongFields() =>
        string.IsNullOrWhiteSpace(Name) || Name.Trim().Length > LongestName ? Words.Translate("pair.name-missing")
        : SetsPin && !HousePin.IsWellFormed(Pin) ? Words.Translate("pair.pin-digits")
        : SetsPin && Pin != PinAgain ? Words.Translate("pair.pin-differs")
        : null;

    private Wording? Refusal(PairingResult knock) =>
        knock switch
        {
            PairingResult.Welcome or PairingResult.WelcomeAsCoordinator => null,
            PairingResult.Wrong when desk.Wait == Duration.Zero => Words.Translate("pair.wrong"),
            PairingResult.Over => Words.Translate("pair.over"),
            _ => Words.Translate("pair.wait", ("time", Words.Wait(desk.Wait))),
        };

    /// <summary>However it was grouped.</summary>
    private static string Digits(string? typed) => string.Concat((typed ?? "").Where(char.IsAsciiDigit));
}
