using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Kiosk.Core.Pictograms;

/// <summary>
/// Our own drawings and the house's; a house's drawing takes the place of ours of the same name. It may grow at any time.
/// </summary>
/// <remarks>A drawing is never removed: an older state of the house, which somebody may go back to, could still show it.</remarks>
public sealed partial class PictogramSet
{
    /// <summary>A round scrap of paper with an edge of ink, on the grid and in the tones of our own.</summary>
    private static readonly byte[] Plain =
    [
        .. """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><circle class="tone" fill="#fff" cx="24" cy="24" r="17"/>"""u8,
        .. """<circle class="ink-line" fill="none" stroke="#2B1B3D" stroke-width="3.4" cx="24" cy="24" r="17"/></svg>"""u8,
    ];

    private readonly string? _houses;
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, PictogramFile> _standIns = new();
    private volatile ImmutableSortedDictionary<string, PictogramFile> _files;

    /// <param name="ours">Folder of our own drawings, <c>*.svg</c>.</param>
    /// <param name="houses">Folder of the house's, <c>*.svg</c> or <c>*.png</c>, each with its credit beside it; need not be there. Null:
    /// the house has none.</param>
    public PictogramSet(string ours, string? houses)
    {
        _houses = houses;
        _files = OursIn(ours)
            .Select(path => new PictogramFile(path, null))
            .ToImmutableSortedDictionary(file => file.Name, file => file, StringComparer.Ordinal)
            .SetItems(HousesFiles().Select(file => KeyValuePair.Create(file.Name, file)));
    }

    public IEnumerable<PictogramFile> All => _files.Values;

    public IReadOnlySet<string> Names => _files.Keys.ToHashSet();

    /// <summary>Raised once for each drawing that is not there, or cannot be read, when it is first shown.</summary>
    public event Action<string>? Missing;

    /// <summary>A drawing; where it is missing, a plain round one: a word always stands beside it.</summary>
    public PictogramFile this[string name] =>
        _files.GetValueOrDefault(name) is { IsReadable: true } file ? file : _standIns.GetOrAdd(name, StandInFor);

    public PictogramFile? Find(string name) => _files.GetValueOrDefault(name);

    public static bool IsName(string name) => Slug().IsMatch(name);

    /// <summary>Puts a drawing of the house's into its folder, in place of one of the same name.</summary>
    /// <exception cref="ArgumentException">The name is none, or nobody says whose the drawing is.</exception>
    /// <exception cref="IOException">The folder cannot be written to; nothing has changed.</exception>
    public PictogramFile Keep(string name, CleanDrawing drawing, PictogramCredit credit)
    {
        if (_houses is null || !IsName(name) || string.IsNullOrWhiteSpace(credit.Licence))
        {
            throw new ArgumentException($"'{name}' cannot be kept under '{credit.Licence}'.", nameof(name));
        }

        lock (_gate)
        {
            Directory.CreateDirectory(_houses);
            var (path, other) =
                drawing.Format == DrawingFormat.Svg
                    ? (PathOf(name, ".svg"), PathOf(name, ".png"))
                    : (PathOf(name, ".png"), PathOf(name, ".svg"));
            Write(PathOf(name, ".json"), JsonSerializer.SerializeToUtf8Bytes(credit));
            Write(path, drawing.Bytes);
            File.Delete(other);
            var file = new PictogramFile(path, credit);
            _files = _files.SetItem(name, file);
            return file;
        }
    }

    private PictogramFile StandInFor(string name)
    {
        Missing?.Invoke(name);
        return new PictogramFile(name + ".svg", null, Plain);
    }

    private static IEnumerable<string> OursIn(string folder) => Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.svg") : [];

    /// <summary>Whole or not at all, also when the power goes.</summary>
    private static void Write(string path, byte[] content)
    {
        using (var file = File.Create(path + ".part"))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        File.Move(path + ".part", path, overwrite: true);
    }

    private IEnumerable<PictogramFile> HousesFiles() =>
        !Directory.Exists(_houses)
            ? []
            : Directory
                .EnumerateFiles(_houses)
                .Where(path => Path.GetExtension(path) is ".svg" or ".png")
                .Order(StringComparer.Ordinal)
                .Select(path => new PictogramFile(path, CreditOf(Path.ChangeExtension(path, ".json"))));

    /// <summary>A drawing whose credit was lost is still the house's.</summary>
    private static PictogramCredit CreditOf(string path)
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<PictogramCredit>(File.ReadAllBytes(path)) ?? Unknown : Unknown;
        }
        catch (JsonException)
        {
            return Unknown;
        }
    }

    private static PictogramCredit Unknown => new("?", false);

    private string PathOf(string name, string ending) => Path.Combine(_houses!, name + ending);

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{1,39}\\z")]
    private static partial Regex Slug();
}
