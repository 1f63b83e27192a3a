using System.Collections.Concurrent;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Kiosk.App.Shared;

/// <summary>Keys that end with the program.</summary>
/// <remarks>The framework makes one at its first start, asked or not, and would write it to the user's home.</remarks>
internal sealed class KeysInMemory : IXmlRepository
{
    private readonly ConcurrentQueue<XElement> _keys = new();

    public IReadOnlyCollection<XElement> GetAllElements() => _keys;

    public void StoreElement(XElement element, string friendlyName) => _keys.Enqueue(element);
}
