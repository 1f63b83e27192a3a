using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Kiosk.Core.Storage;

namespace Kiosk.App.Pairing;

/// <summary>What is kept of the last code that the machine's console gave.</summary>
/// <param name="Hash">Of the code; null once it was typed.</param>
/// <param name="EndsAt">By the machine's clock, as the command's.</param>
/// <param name="Tablet">Name of the tablet that became a coordinator's by it; null when none did.</param>
public sealed record RecoveryNote(string? Hash, DateTimeOffset EndsAt, string? Tablet);

/// <summary>
/// A code for the house that no coordinator's tablet coordinates any more: the machine's console gives it, it is typed once on the
/// kiosk's pad, and the tablet that takes the square then coordinates. Who may write it is who may read the house's secrets.
/// </summary>
public sealed class RecoveryCode(SecretFiles files, TimeProvider time)
{
    /// <summary>As many as the pad takes.</summary>
    public const int Digits = HousePin.MostDigits;

    /// <summary>Wrong ones that a code bears; then the console has to give another.</summary>
    public const int Tries = 5;

    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(15);

    /// <summary>How long every tablet tells of it.</summary>
    public static readonly TimeSpan Told = TimeSpan.FromDays(7);

    private const string File = "recovery.json";

    private readonly Lock _gate = new();
    private (string? Hash, int Wrong) _tried;

    /// <summary>Null when none was given in the last days.</summary>
    public RecoveryNote? Note => Read() is { } note && time.GetUtcNow() < note.EndsAt + Told ? note : null;

    /// <summary>Gives a fresh code; the one before is worth nothing any more.</summary>
    /// <exception cref="StorageException">It could not be written.</exception>
    public string Give()
    {
        var code = RandomNumberGenerator.GetInt32(100_000_000).ToString("D" + Digits, CultureInfo.InvariantCulture);
        Write(new RecoveryNote(HousePin.Hash(code), time.GetUtcNow() + Lasts, null));
        return code;
    }

    /// <summary>Whether that is the code; then it is worth nothing any more.</summary>
    public bool TryUse(string? digits)
    {
        lock (_gate)
        {
            if (digits is not { Length: Digits } || Read() is not { Hash: { } hash } note || !IsInForce(note))
            {
                return false;
            }

            var wrong = _tried.Hash == hash ? _tried.Wrong : 0;
            if (wrong >= Tries || !HousePin.Matches(hash, digits))
            {
                _tried = (hash, wrong + 1);
                return false;
            }

            try
            {
                Write(note with { Hash = null });
                return true;
            }
            catch (StorageException)
            {
                return false; // what cannot be taken back is not good once
            }
        }
    }

    /// <summary>That a tablet coordinates now, for the others to tell.</summary>
    public void NoteUse(string tablet)
    {
        lock (_gate)
        {
            if (Read() is { } note)
            {
                Write(note with { Tablet = tablet });
            }
        }
    }

    /// <summary>Whether it can be typed still. A clock that was set back makes none last longer.</summary>
    public bool IsInForce(RecoveryNote note) => time.GetUtcNow() is var now && now < note.EndsAt && note.EndsAt - now <= Lasts;

    private RecoveryNote? Read()
    {
        try
        {
            return files.Read(File) is { } text ? JsonSerializer.Deserialize<RecoveryNote>(text) : null;
        }
        catch (Exception problem) when (problem is JsonException or IOException or UnauthorizedAccessException)
        {
            return null; // not one of ours
        }
    }

    private void Write(RecoveryNote note) => files.Write(File, JsonSerializer.Serialize(note));
}
