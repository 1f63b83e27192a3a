using Kiosk.App.Houses;
using Kiosk.App.Pairing;
using Kiosk.App.Staff.Shell;
using Kiosk.Core.Devices;
using Kiosk.Core.Languages;
using Kiosk.Core.Slips;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Kiosk.App.Staff.Devices;

/// <summary>
/// The tablets of the house: names, roles, the day each was last seen; coordinators pair more, and sign out what was lost.
/// </summary>
public sealed partial class DevicesPage(PairedDevices devices, PairingDesk desk, StaffAddresses door, CoordinatorAccounts accounts)
    : StaffPage
{
    private const int LongestName = 40;

    public override string Place => "devices";

    public IReadOnlyList<Device> All => devices.All;

    public bool Coordinates => Device.Role == Role.Coordinator;

    /// <summary>Shown when a coordinator asked for it.</summary>
    public PairingOffer? Offer { get; private set; }

    public QrSymbol Qr { get; private set; } = null!;

    public string Address => door.Address;

    public string NamedAddress => door.NamedAddress;

    public int SecondsLeft => Offer is { } offer ? (int)desk.Left(offer).TotalSeconds + 1 : 0;

    public Wording? Complaint { get; private set; }

    public bool Saved { get; private set; }

    public void OnGet(bool saved) => Saved = saved;

    /// <summary>Name and language; a tablet that is no coordinator's changes its own.</summary>
    public IActionResult OnPostName(long id, string? name, string? language)
    {
        var wanted = (name ?? "").Trim();
        if (!Coordinates && id != Device.Id)
        {
            return Forbid();
        }

        if (wanted.Length is 0 or > LongestName)
        {
            return Complain("pair.name-missing");
        }

        var speaks = LanguageTag.TryParse(language, out var tag) && StaffPhrases.Languages.Contains(tag) ? tag : null;
        devices.Change(id, device => device with { Name = wanted, Language = speaks ?? device.Language });
        return Done();
    }

    public IActionResult OnPostRole(long id, bool coordinator)
    {
        if (!Coordinates)
        {
            return Forbid();
        }

        if (!coordinator && !devices.IsCoordinatedWithout(id))
        {
            return Complain("devices.last-coordinator");
        }

        devices.Change(id, device => device with { Role = coordinator ? Role.Coordinator : Role.Staff });
        return Done();
    }

    public IActionResult OnPostRevoke(long id)
    {
        if (!Coordinates)
        {
            return Forbid();
        }

        if (!devices.IsCoordinatedWithout(id))
        {
            return Complain("devices.last-coordinator");
        }

        devices.Revoke(id);
        return Done();
    }

    public IActionResult OnPostPin(string? pin, string? pinAgain)
    {
        if (!Coordinates)
        {
            return Forbid();
        }

        if (!HousePin.IsWellFormed(pin) || pin != pinAgain)
        {
            return Complain(HousePin.IsWellFormed(pin) ? "pair.pin-differs" : "pair.pin-digits");
        }

        devices.KeepPin(HousePin.Hash(pin!));
        return Done();
    }

    /// <summary>Shows the same square and code as the kiosk does.</summary>
    public IActionResult OnPostAnother()
    {
        if (!Coordinates)
        {
            return Forbid();
        }

        Offer = desk.Show();
        Qr = QrSymbol.Encode(door.PairAddress(Offer));
        return Page();
    }

    /// <summary>The last day it was seen, as one says it.</summary>
    public string SeenWords(Device device) =>
        Period.DaysBetween(device.LastSeenOn, Now.Date) switch
        {
            <= 0 => Words.Translate("devices.seen-today").Text,
            1 => Words.Translate("devices.seen-yesterday").Text,
            _ => Words.Translate("devices.seen-on", ("date", Words.DateWithYear(device.LastSeenOn))).Text,
        };

    private IActionResult Complain(string key)
    {
        Complaint = Words.Translate(key);
        return Page();
    }

    /// <param name="part">Of the page, where what was done can be seen; without one, its top.</param>
    private IActionResult Done(string part = "")
    {
        Response.Headers.Location = "/devices?saved=true" + part;
        return StatusCode(StatusCodes.Status303SeeOther);
    }
}
