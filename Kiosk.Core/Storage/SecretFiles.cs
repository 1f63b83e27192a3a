using System.Text;

namespace Kiosk.Core.Storage;

/// <summary>Small files that the kiosk's own user alone may read, below <c>secrets/</c>; no copy of the house takes them along.</summary>
public sealed class SecretFiles(DataFolder folder)
{
    private const UnixFileMode OwnFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The text of a file, or null when there is none.</summary>
    public string? Read(string name)
    {
        var path = Path.Combine(folder.Secrets, name);
        return File.Exists(path) ? File.ReadAllText(path) : null;
    }

    /// <summary>Writes a file whole, or leaves the one before it.</summary>
    /// <exception cref="StorageException">It could not be written.</exception>
    public void Write(string name, string text) =>
        StorageException.Writing(() =>
        {
            var path = Path.Combine(MakeFolder(), name);
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = OwnFile;
            }

            using (var file = new FileStream(path + ".part", options))
            {
                file.Write(Encoding.UTF8.GetBytes(text));
                file.Flush(flushToDisk: true); // or a plug that is pulled now leaves the new name with nothing in it
            }

            File.Move(path + ".part", path, overwrite: true);
        });

    /// <summary>Makes the folder, or one below it, so that nobody else may look into it; one that is there stays as it is.</summary>
    /// <returns>Its path.</returns>
    public string MakeFolder(string below = "")
    {
        Make(folder.Secrets); // by itself: a mode holds for the last folder of a path only
        return Make(Path.Combine(folder.Secrets, below));
    }

    private static string Make(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnFolder);
        }

        return path;
    }
}
