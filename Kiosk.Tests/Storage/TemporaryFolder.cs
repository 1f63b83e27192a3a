using Kiosk.Core.Storage;

namespace Kiosk.Tests.Storage;

/// <summary>A data folder of its own for one test, gone afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Data = new DataFolder(Directory.CreateTempSubdirectory("kiosk-test-").FullName);

    public DataFolder Data { get; }

    /// <summary>Every file by its path within the folder.</summary>
    public IReadOnlyDictionary<string, byte[]> Files() =>
        Directory
            .EnumerateFiles(Data.Root, "*", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetRelativePath(Data.Root, path), File.ReadAllBytes);

    public IEnumerable<string> Copies() =>
        Directory.EnumerateFiles(Data.Copies).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(Data.Root, recursive: true);
}
