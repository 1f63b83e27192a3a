using Kiosk.App.Pairing;
using Kiosk.Core.Devices;
using Kiosk.Core.Languages;
using Kiosk.Core.Storage;
using NodaTime;

namespace Kiosk.Tests.Support;

/// <summary>A data folder whose kiosk was paired before: with a coordinator's tablet and one of staff's, and a PIN.</summary>
public static class PairedFolder
{
    public const string Pin = "2468";

    private static readonly LocalDate PairedOn = new(2026, 11, 2);
    private static readonly Lazy<string> PinHash = new(() => HousePin.Hash(Pin));

    /// <summary>The secret of the tablet that has that role.</summary>
    public static string TokenOf(Role role) => $"a-token-of-{role}";

    /// <summary>Pairs both, unless the folder was paired already.</summary>
    public static void Prepare(string dataFolder)
    {
        using var staff = StaffDatabase.Open(new DataFolder(dataFolder), null);
        if (staff.PinHash is not null)
        {
            return;
        }

        staff.Add("Bureau", Role.Coordinator, LanguageTag.Parse("fr"), Token.Hash(TokenOf(Role.Coordinator)), PairedOn, PinHash.Value);
        staff.Add("Accueil", Role.Staff, LanguageTag.Parse("fr"), Token.Hash(TokenOf(Role.Staff)), PairedOn);
    }
}
