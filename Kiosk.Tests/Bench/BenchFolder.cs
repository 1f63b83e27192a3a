namespace Kiosk.Tests.Bench;

/// <summary>
/// A folder for one bench, gone afterwards. Beside the program and not under the system's temporary files, which may live in memory.
/// </summary>
internal sealed class BenchFolder : IDisposable
{
    public BenchFolder() => Directory.CreateDirectory(Root);

    public string Root { get; } = Path.Combine(AppContext.BaseDirectory, "bench", Path.GetRandomFileName());

    /// <summary>The path of something in it, whose folders are made.</summary>
    public string PathOf(string name)
    {
        var path = Path.Combine(Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
