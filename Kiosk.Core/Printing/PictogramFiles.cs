using System.Collections.Concurrent;
using Kiosk.Core.Pictograms;

namespace Kiosk.Core.Printing;

/// <summary>The drawings as paper takes them, each made ready once.</summary>
internal sealed class PictogramFiles(PictogramSet set)
{
    private readonly ConcurrentDictionary<PictogramFile, byte[]> _ready = new();

    public ReadOnlySpan<byte> this[string name] => _ready.GetOrAdd(set[name], static file => file.AsSvg());
}
