namespace Kiosk.App.Commands;

/// <summary>What a command writes beside the house: all of it, or nothing.</summary>
internal static class AtomicFiles
{
    private const string Unfinished = ".part";
    private const string Devices = "/dev/"; // written to directly: --csv /dev/stdout

    /// <exception cref="IOException">There is no room, or no such folder; what was there is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not write there; what was there is as it was.</exception>
    public static void Write(params IReadOnlyList<(string Path, byte[] Content)> files)
    {
        try
        {
            foreach (var (path, content) in files)
            {
                File.WriteAllBytes(IsDevice(path) ? path : path + Unfinished, content);
            }

            foreach (var (path, _) in files.Where(file => !IsDevice(file.Path)))
            {
                File.Move(path + Unfinished, path, overwrite: true);
            }
        }
        finally
        {
            foreach (var (path, _) in files.Where(file => File.Exists(file.Path + Unfinished)))
            {
                File.Delete(path + Unfinished);
            }
        }
    }

    /// <summary>The same into a folder, which is made when it is not there.</summary>
    public static void WriteInto(string folder, IReadOnlyList<(string Name, byte[] Content)> files)
    {
        var isNew = !Directory.Exists(folder);
        Directory.CreateDirectory(folder);
        try
        {
            Write([.. files.Select(file => (Path.Combine(folder, file.Name), file.Content))]);
        }
        catch when (isNew)
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    private static bool IsDevice(string path) => path.StartsWith(Devices, StringComparison.Ordinal);
}
