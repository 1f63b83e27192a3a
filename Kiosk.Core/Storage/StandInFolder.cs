namespace Kiosk.Core.Storage;

/// <summary>
/// Takes the place of a data folder that cannot be written to: what could be read of it, in memory, so that the house is shown and nothing
/// is lost that is written meanwhile, because nothing is.
/// </summary>
public static class StandInFolder
{
    // the tablets' secrets are in it
    private const UnixFileMode OwnFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <param name="data">The folder that cannot be used.</param>
    /// <param name="below">Where to make it: a folder in memory, which goes with the service.</param>
    /// <exception cref="DataFolderException">It cannot be made either.</exception>
    public static DataFolder Make(string data, string below)
    {
        var root = PathBelow(below);
        try
        {
            if (Directory.Exists(root))
            {
                Directory.Delete(root, recursive: true);
            }

            Directory.CreateDirectory(root);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(root, OwnFolder);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new DataFolderException($"{root} cannot be made either ({problem.Message}).", problem);
        }

        CopyFiles(data, root, "*.db*", SearchOption.TopDirectoryOnly);
        CopyFiles(Path.Combine(data, "copies"), Path.Combine(root, "copies"), "house-*.db", SearchOption.TopDirectoryOnly);
        CopyFiles(Path.Combine(data, "secrets"), Path.Combine(root, "secrets"), "*", SearchOption.AllDirectories);
        CopyFiles(Path.Combine(data, "pictograms"), Path.Combine(root, "pictograms"), "*", SearchOption.TopDirectoryOnly);
        return new DataFolder(root) { IsStandIn = true };
    }

    /// <summary>Removes one that is needed no more: it holds the tablets' secrets.</summary>
    public static void Remove(string below)
    {
        try
        {
            if (Directory.Exists(PathBelow(below)))
            {
                Directory.Delete(PathBelow(below), recursive: true);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // it goes with the service
        }
    }

    private static string PathBelow(string below) => Path.Combine(below, "stand-in");

    /// <summary>What cannot be read is left out: the opening of each file knows what to do without it.</summary>
    private static void CopyFiles(string from, string to, string pattern, SearchOption depth)
    {
        if (!Directory.Exists(from))
        {
            return;
        }

        foreach (
            var file in Directory.EnumerateFiles(
                from,
                pattern,
                new EnumerationOptions { RecurseSubdirectories = depth == SearchOption.AllDirectories, IgnoreInaccessible = true }
            )
        )
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target, overwrite: true);
                File.SetAttributes(target, FileAttributes.Normal); // a read-only original is no reason for a read-only copy
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                File.Delete(target); // half a file is worse than none
            }
        }
    }
}
