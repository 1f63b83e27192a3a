using System.Globalization;
using System.Security.Cryptography;
using NodaTime;

namespace Kiosk.App.Pairing;

/// <summary>One chance to pair a tablet: a token for its camera and a code for its keys.</summary>
/// <param name="Code">Six digits.</param>
/// <param name="Coordinates">The tablet that takes it coordinates: it was opened by a code of the machine's console.</param>
public sealed record PairingOffer(string Token, string Code, Instant EndsAt, bool Coordinates)
{
    /// <summary>Wrong codes that an offer bears; its token stays good, which nobody guesses.</summary>
    public const int Tries = 5;

    private static readonly Duration Lasts = Duration.FromMinutes(5);

    /// <summary>In two groups, as it is read aloud: <c>123 456</c>.</summary>
    public string CodeInGroups => $"{Code[..3]} {Code[3..]}";

    internal static PairingOffer Fresh(Instant now, bool coordinates) =>
        new(
            Core.Devices.Token.New(),
            RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture),
            now + Lasts,
            coordinates
        );
}
