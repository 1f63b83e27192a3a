using Kiosk.Core.Houses;

namespace Kiosk.App.Shared;

/// <summary>The house as it is now. A change replaces it whole, and is told to every open page.</summary>
public sealed class CurrentHouse(House house)
{
    private volatile House _current = house;

    public event Action? Changed;

    public House Current => _current;

    public void Replace(House house)
    {
        _current = house;
        Changed?.Invoke();
    }
}
