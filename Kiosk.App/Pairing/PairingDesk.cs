using Kiosk.Core.Devices;
using Kiosk.Core.Storage;
using NodaTime;

namespace Kiosk.App.Pairing;

/// <summary>What became of a code or token.</summary>
public enum PairingResult
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

    public PairingResult TryToken(string token)
    {
        lock (_gate)
        {
            return Knows(token) ? Take(_offer!) : PairingResult.Over;
        }
    }

    public PairingResult TryCode(string code)
    {
        lock (_gate)
        {
            if (InForce is not { } offer || _wrong >= PairingOffer.Tries)
            {
                return PairingResult.Over;
            }

            if (code.Length != offer.Code.Length)
            {
                // What can be no code is no guess: it costs nothing.
                return Wait > Duration.Zero ? PairingResult.TooSoon : PairingResult.Wrong;
            }

            switch (_guesses.Try(() => Token.IsSame(code, offer.Code)))
            {
                case Guess.Right:
                    return Take(offer);
                case Guess.TooSoon:
                    return PairingResult.TooSoon;
                default:
                    _wrong++;
                    return PairingResult.Wrong;
            }
        }
    }

    /// <summary>Tells whoever shows the offer, once the tablet is kept.</summary>
    public void Tell() => Used?.Invoke();

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    private PairingOffer? InForce => _offer is { } offer && Now < offer.EndsAt ? offer : null;

    private PairingResult Take(PairingOffer offer)
    {
        _offer = null;
        return offer.Coordinates ? PairingResult.WelcomeAsCoordinator : PairingResult.Welcome;
    }
}
