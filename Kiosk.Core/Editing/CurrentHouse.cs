using Kiosk.Core.Houses;
using Microsoft.Extensions.Logging;

namespace Kiosk.Core.Editing;

/// <summary>The house as it is now. A change replaces it whole, and is told to every open page.</summary>
public sealed class CurrentHouse(House house, ILogger<CurrentHouse> logger)
{
    private volatile House _current = house;

    /// <summary>Raised after the house is another, while nobody holds a lock of the editor's.</summary>
    public event Action? Changed;

    public House Current => _current;

    public void Replace(House house)
    {
        Set(house);
        Announce();
    }

    /// <summary>Replaces it, and tells nobody yet.</summary>
    public void Set(House house) => _current = house;

    /// <summary>Tells everybody that it is another. One who fails keeps no other from hearing it.</summary>
    public void Announce()
    {
        foreach (var hear in (Changed?.GetInvocationList() ?? []).Cast<Action>())
        {
            try
            {
                hear();
            }
            catch (Exception problem)
            {
                logger.LogError(problem, "The house was changed, and a part of the program could not follow.");
            }
        }
    }
}
