using Kiosk.Core.Devices;

namespace Kiosk.App.Staff.Guide;

/// <summary>A file as it was chosen on a tablet.</summary>
public sealed record DrawingFile(string Name, byte[] Bytes);

/// <summary>Keeps a drawing in memory while its form is put right: a browser forgets the file with each answer.</summary>
public sealed class DrawingsWaiting(TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>One megabyte each at most.</summary>
    private const int Most = 8;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (DrawingFile File, DateTimeOffset Until)> _files = [];

    /// <returns>The key that the form carries on.</returns>
    public string Put(DrawingFile file)
    {
        lock (_gate)
        {
            var key = Token.New();
            _files[key] = (file, time.GetUtcNow() + Patience);
            Keep(
                _files.Where(waiting => waiting.Value.Until > time.GetUtcNow()).OrderByDescending(waiting => waiting.Value.Until).Take(Most)
            );
            return key;
        }
    }

    /// <summary>Null when there is none, or it waited too long.</summary>
    public DrawingFile? Find(string? key)
    {
        lock (_gate)
        {
            return key is not null && _files.TryGetValue(key, out var waiting) && waiting.Until > time.GetUtcNow() ? waiting.File : null;
        }
    }

    private void Keep(IEnumerable<KeyValuePair<string, (DrawingFile File, DateTimeOffset Until)>> kept)
    {
        var keys = kept.Select(waiting => waiting.Key).ToHashSet();
        foreach (var gone in _files.Keys.Where(key => !keys.Contains(key)).ToList())
        {
            _files.Remove(gone);
        }
    }
}
