using Kiosk.App.Hosting;
using Kiosk.App.Pairing;
using Kiosk.App.Visitor.Shell;
using Kiosk.Core.Languages;
using Kiosk.Core.Slips;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Kiosk.App.Visitor.Pairing;

/// <summary>Brings a tablet of the house and the kiosk together: a PIN, then a square and a code. A new kiosk asks for no PIN.</summary>
[TakesPost]
public sealed class PairingPage(
    PairingDesk desk,
    PairedDevices devices,
    TabletChoice choice,
    RecoveryCode recovery,
    HousePin pin,
    StaffAddresses door,
    KioskSettings settings
) : VisitorPage
{
    public const string Path = "/pairing";

    public override string Behaviour => "pairing";

    public bool IsNew => devices.IsNew;

    /// <summary>Without one only a code of the machine's console opens pairing.</summary>
    public bool HasPin => devices.PinHash is not null;

    /// <summary>Null until the PIN was right.</summary>
    public PairingOffer? Offer { get; private set; }

    public QrSymbol Qr { get; private set; } = null!;

    public string Address => door.Address;

    public string Fingerprint => door.Fingerprint;

    /// <summary>What was wrong with the PIN, and how long to wait.</summary>
    public Wording? Complaint { get; private set; }

    /// <summary>Seconds until the screen goes to rest by itself.</summary>
    public int SecondsLeft => Offer is { } offer ? (int)desk.Left(offer).TotalSeconds + 1 : settings.IdleSeconds;

    public void OnGet([FromQuery(Name = "in")] string? asked)
    {
        SpeakAs(asked);
        if (IsNew)
        {
            ShowOffer();
        }
        else if (pin.Wait > Duration.Zero)
        {
            Complaint = Words.Translate("pairing.wait", ("time", WaitWords()));
        }
    }

    public void OnPost([FromForm(Name = "pin")] string? digits, [FromQuery(Name = "in")] string? asked)
    {
        SpeakAs(asked);
        if (!IsNew && recovery.TryUse(digits))
        {
            ShowOffer(coordinates: true);
            return;
        }

        switch (IsNew ? Guess.Right : pin.Try(digits))
        {
            case Guess.Right:
                ShowOffer();
                break;
            case Guess.Wrong when pin.Wait == Duration.Zero:
                Complaint = Words.Translate("pairing.wrong");
                break;
            default:
                Complaint = Words.Translate("pairing.wait", ("time", WaitWords()));
                break;
        }
    }

    /// <summary>A new kiosk goes on without a tablet, for good, in one of the house's languages.</summary>
    public IActionResult OnPostWithout([FromForm] string? language)
    {
        if (IsNew)
        {
            choice.GoWithout();
        }

        SpeakAs(language);
        Response.Headers.Location = Visit.To("");
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    private void SpeakAs(string? asked)
    {
        if (LanguageTag.TryParse(asked, out var language) && House.Profile.Languages.Contains(language))
        {
            Speak(language);
        }
    }

    private void ShowOffer(bool coordinates = false)
    {
        Offer = desk.Show(coordinates);
        Qr = QrSymbol.Encode(door.PairAddress(Offer));
    }

    /// <summary><c>0:30</c>, hours too when there are any: read alike in every language.</summary>
    private string WaitWords()
    {
        var wait = pin.Wait + Duration.FromSeconds(1);
        return wait.TotalHours < 1
            ? FormattableString.Invariant($"{wait.Minutes}:{wait.Seconds:00}")
            : FormattableString.Invariant($"{(int)wait.TotalHours}:{wait.Minutes:00}:{wait.Seconds:00}");
    }
}
