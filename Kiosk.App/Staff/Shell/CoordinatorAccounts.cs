using Kiosk.App.Pairing;
using Kiosk.Core.Devices;
using Kiosk.Core.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Kiosk.App.Staff.Shell;

/// <summary>Who may sign in to read the report, held in memory: each request of theirs asks.</summary>
public sealed class CoordinatorAccounts
{
    /// <summary>
    /// HMAC-SHA-512; OWASP Password Storage Cheat Sheet, 2023. Each hash says its own number, so a later one may be higher.
    /// </summary>
    public const int Rounds = 210_000;

    private static readonly object Nobody = new();

    private readonly PasswordHasher<object> _hasher;

    /// <summary>Compared where nobody has the name, so that the time of an answer tells no names.</summary>
    private readonly Lazy<string> _nobodysHash;

    private readonly Lock _gate = new();
    private readonly StaffDatabase _database;
    private readonly GuessLimit _guesses;
    private volatile IReadOnlyList<KnownCoordinator> _known;

    /// <param name="hashing">How many rounds a new hash takes: <see cref="Rounds"/>.</param>
    public CoordinatorAccounts(StaffDatabase database, TimeProvider time, IOptions<PasswordHasherOptions> hashing)
    {
        _hasher = new(hashing);
        _nobodysHash = new(() => Hash(Token.New()));
        (_database, _guesses) = (database, new GuessLimit(database, time, "wrong-passphrases"));
        _known = database.Coordinators();
    }

    public IEnumerable<CoordinatorAccount> All => _known.Select(known => known.Account);

    /// <summary>How long until the next passphrase is looked at.</summary>
    public Duration Wait => _guesses.Wait;

    /// <summary>Null when it was removed.</summary>
    public CoordinatorAccount? Find(long id) => All.FirstOrDefault(account => account.Id == id);

    public CoordinatorAccount? Find(string name) => FindKnown(name)?.Account;

    public void Add(string name, string passphrase)
    {
        var hash = Hash(passphrase);
        lock (_gate)
        {
            _database.AddCoordinator(name, hash);
            _known = _database.Coordinators();
        }
    }

    /// <summary>Ends the sessions of that account at once, wherever they are.</summary>
    public void Remove(long id)
    {
        lock (_gate)
        {
            if (Find(id) is { } account)
            {
                _database.Remove(account);
                _known = _database.Coordinators();
            }
        }
    }

    /// <summary>What can be no passphrase is no guess: it costs nothing.</summary>
    public Guess Try(string name, string passphrase) =>
        Passphrase.IsTooShort(passphrase) || Passphrase.IsTooLong(passphrase)
            ? Wait > Duration.Zero
                ? Guess.TooSoon
                : Guess.Wrong
            : _guesses.Try(() => IsRight(FindKnown(name), passphrase));

    private bool IsRight(KnownCoordinator? known, string passphrase)
    {
        var fits = _hasher.VerifyHashedPassword(Nobody, known?.PassphraseHash ?? _nobodysHash.Value, Passphrase.AsHashed(passphrase));
        return known is not null && fits != PasswordVerificationResult.Failed;
    }

    private string Hash(string passphrase) => _hasher.HashPassword(Nobody, Passphrase.AsHashed(passphrase));

    private KnownCoordinator? FindKnown(string name) =>
        _known.FirstOrDefault(known => string.Equals(known.Account.Name, name, StringComparison.OrdinalIgnoreCase));
}
