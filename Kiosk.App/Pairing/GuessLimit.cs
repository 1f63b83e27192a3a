using Kiosk.Core.Devices;
using Kiosk.Core.Storage;
using NodaTime;

namespace Kiosk.App.Pairing;

/// <summary>What became of a guess.</summary>
public enum Guess
{
    Right,
    Wrong,

    /// <summary>It was not looked at: too many before it were wrong.</summary>
    TooSoon,
}

/// <summary>Makes guessing slow, for everybody together: who guesses has no name here.</summary>
/// <remarks>Only how many were wrong in a row is written down; when, lives in memory, and begins again with the program.</remarks>
public sealed class GuessLimit
{
    private readonly Lock _gate = new();
    private readonly StaffDatabase _database;
    private readonly TimeProvider _time;
    private readonly string _what;
    private int _wrongInARow;
    private Instant _since;

    /// <param name="what"><c>wrong-pins</c>, <c>wrong-codes</c> or <c>wrong-passphrases</c>.</param>
    public GuessLimit(StaffDatabase database, TimeProvider time, string what)
    {
        (_database, _time, _what) = (database, time, what);
        (_wrongInARow, _since) = (database.WrongInARow(what), Now);
    }

    /// <summary>How long until the next guess is looked at; zero when it is now.</summary>
    public Duration Wait
    {
        get
        {
            lock (_gate)
            {
                var whole = GuessBackoff.After(_wrongInARow);
                return Duration.Max(Duration.Zero, Duration.Min(whole, whole - (Now - _since))); // never longer, however the clock was set
            }
        }
    }

    private Instant Now => Instant.FromDateTimeOffset(_time.GetUtcNow());

    public Guess Try(Func<bool> isRight)
    {
        lock (_gate)
        {
            if (Wait > Duration.Zero)
            {
                return Guess.TooSoon;
            }

            var right = isRight();
            if (!right || _wrongInARow > 0)
            {
                Keep(right ? 0 : _wrongInARow + 1);
            }

            return right ? Guess.Right : Guess.Wrong;
        }
    }

    /// <summary>Written before it is answered: pulling the plug gives no guess for nothing.</summary>
    private void Keep(int wrongInARow)
    {
        (_wrongInARow, _since) = (wrongInARow, Now);
        _database.KeepWrongInARow(_what, wrongInARow);
    }
}
