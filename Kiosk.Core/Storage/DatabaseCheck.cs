namespace Kiosk.Core.Storage;

/// <summary>Looks at a database without using it.</summary>
public static class DatabaseCheck
{
    /// <summary>Whether its pages are sound.</summary>
    /// <exception cref="StorageException">It is locked or may not be read: that says nothing about its pages.</exception>
    public static bool IsSound(string path) => StorageException.Opening(path, () => SqliteFile.IsSound(path));
}
