using System.Collections.Concurrent;
using System.Security.Cryptography;
using Kiosk.Core.Clocks;
using Kiosk.Core.Houses;
using NodaTime;

namespace Kiosk.Core.Editing;

/// <summary>Houses as somebody is just writing them, to be looked at before they are saved. In memory only, for ten minutes each.</summary>
public sealed class Previews(HouseClock clock)
{
    private static readonly Duration Kept = Duration.FromMinutes(10);

    private readonly ConcurrentDictionary<string, (long Device, House House, Instant Until)> _houses = new();

    /// <param name="device">Each device has one; its next takes the place of it.</param>
    /// <returns>A key that nobody guesses.</returns>
    public string Keep(long device, House house)
    {
        var now = clock.Presumed.ToInstant();
        foreach (var old in _houses.Where(kept => kept.Value.Device == device || kept.Value.Until < now))
        {
            _houses.TryRemove(old);
        }

        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        _houses[key] = (device, house, now + Kept);
        return key;
    }

    public House? Find(string key) =>
        _houses.TryGetValue(key, out var kept) && clock.Presumed.ToInstant() <= kept.Until ? kept.House : null;
}
