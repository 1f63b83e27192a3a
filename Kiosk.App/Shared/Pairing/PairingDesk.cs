using Kiosk.Core.Devices;
using Kiosk.Core.Storage;
using NodaTime;

namespace Kiosk.App.Shared.Pairing;

/// <summary>What became of a code or token.</summary>
public enum Knock
{
    Welcome,

    /// <summary>The same, and the tablet coordinates.</summary>
    WelcomeAsCoordinator,
    Wrong,

    /// <summary>Nothing is offered now, or what was offered is over or used: show a fresh one.</summary>
    Over,

    /// <summary>Too many wrong codes: wait, or use the square.</summary>
    TooSoon,
}

/// <summary>Offers to pair a tablet, one at a time, and takes each once.</summary>
public sealed class PairingDesk(StaffDatabase database, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly GuessLimit _guesses = new(database, time, "wrong-codes");
    private PairingOffer? _offer;
    private int _wrong;

    /// <summary>Raised when an offer was used: a tablet was paired.</summary>
    public event Action? Used;

    /// <summary>How long until the next code is looked at.</summary>
    public Duration Wait => _guesses.Wait;

    /// <summary>Whether the offer in force makes a coordinator's tablet.</summary>
    public bool OffersCoordinator
    {
        get
        {
            lock (_gate)
            {
                return InForce is { Coordinates: true };
            }
        }
    }

    /// <summary>The offer in force, or a fresh one when that has ended or was made for another role.</summary>
    public PairingOffer Show(bool coordinates = false)
    {
        lock (_gate)
        {
            if (InForce is { } offer && offer.Coordinates == coordinates && _wrong < PairingOffer.Tries)
            {
                return offer;
            }

            _wrong = 0;
            return _offer = PairingOffer.Fresh(Now, coordinates);
        }
    }

    public Duration Left(PairingOffer offer) => Duration.Max(Duration.Zero, offer.EndsAt - Now);

    /// <summary>Whether a token would be taken; asking uses nothing.</summary>
    public bool Knows(string? token)
    {
        lock (_gate)
        {
            return token is not null && InForce is { } offer && Token.IsSame(token, offer.Token);
        }
    }

    public Knock TryToken(string token)
    {
        lock (_gate)
        {
            return Knows(token) ? Take(_offer!) : Knock.Over;
        }
    }

    public Knock TryCode(string code)
    {
        lock (_gate)
        {
            if (InForce is not { } offer || _wrong >= PairingOffer.Tries)
            {
                return Knock.Over;
            }

            if (code.Length != offer.Code.Length)
            {
                return Wait > Duration.Zero ? Knock.TooSoon : Knock.Wrong; // what can be no code is no guess: it costs nothing
            }

            switch (_guesses.Try(() => Token.IsSame(code, offer.Code)))
            {
                case Guess.Right:
                    return Take(offer);
                case Guess.TooSoon:
                    return Knock.TooSoon;
                default:
                    _wrong++;
                    return Knock.Wrong;
            }
        }
    }

    /// <summary>Tells whoever shows the offer, once the tablet is kept.</summary>
    public void Tell() => Used?.Invoke();

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    private PairingOffer? InForce => _offer is { } offer && Now < offer.EndsAt ? offer : null;

    private Knock Take(PairingOffer offer)
    {
        _offer = null;
        return offer.Coordinates ? Knock.WelcomeAsCoordinator : Knock.Welcome;
    }
}
