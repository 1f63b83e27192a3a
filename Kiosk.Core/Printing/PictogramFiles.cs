using System.Collections.Concurrent;

namespace Kiosk.Core.Printing;

/// <summary>The drawings as they are on disk, each read once.</summary>
internal sealed class PictogramFiles(string folder)
{
    private readonly ConcurrentDictionary<string, byte[]> _read = new(StringComparer.Ordinal);

    public ReadOnlySpan<byte> this[string name] => _read.GetOrAdd(name, static (name, folder) => File.ReadAllBytes(Path.Combine(folder, name + ".svg")), folder);
}
