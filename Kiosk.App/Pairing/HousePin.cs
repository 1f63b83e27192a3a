using Kiosk.Core.Storage;
using Microsoft.AspNetCore.Identity;
using NodaTime;

namespace Kiosk.App.Pairing;

/// <summary>The PIN that opens pairing on the touchscreen: 4 to 8 digits, the same for everybody who works here.</summary>
public sealed class HousePin(PairedDevices devices, StaffDatabase database, TimeProvider time)
{
    public const int LeastDigits = 4;
    public const int MostDigits = 8;

    private static readonly PasswordHasher<object> Hasher = new();
    private static readonly object Nobody = new();

    private readonly GuessLimit _guesses = new(database, time, "wrong-pins");

    /// <summary>How long until the next PIN is looked at.</summary>
    public Duration Wait => _guesses.Wait;

    public static bool IsWellFormed(string? pin) => pin is { Length: >= LeastDigits and <= MostDigits } && pin.All(char.IsAsciiDigit);

    public static string Hash(string pin) => Hasher.HashPassword(Nobody, pin);

    public static bool Matches(string hash, string pin) =>
        Hasher.VerifyHashedPassword(Nobody, hash, pin) != PasswordVerificationResult.Failed;

    /// <summary>What can be no PIN is no guess: it costs nothing.</summary>
    public Guess Try(string? pin) =>
        !IsWellFormed(pin)
            ? Wait > Duration.Zero
                ? Guess.TooSoon
                : Guess.Wrong
            : _guesses.Try(() => devices.PinHash is { } hash && Matches(hash, pin!));
}
