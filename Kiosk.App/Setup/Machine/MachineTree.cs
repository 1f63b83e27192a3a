using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Kiosk.App.Setup.Machine;

/// <summary>Writes below a root what is not there yet, and says each change in words. On a dry run it only says it.</summary>
[SupportedOSPlatform("linux")]
internal sealed class MachineTree(string root, bool dry)
{
    public const UnixFileMode ForAllToRead = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    public const UnixFileMode ForAllToRun = ForAllToRead | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private readonly HashSet<string> _changed = [];

    /// <summary>It is this machine that is set up, not a tree for another one.</summary>
    public bool IsThisMachine => root == "/";

    public bool AnyChange => _changed.Count > 0;

    public string PathOf(string below) => Path.Combine(root, below);

    /// <summary>Whether something whose path begins so was changed, or would be.</summary>
    public bool Changed(params string[] beginnings) => _changed.Any(path => beginnings.Any(beginning => path.StartsWith(beginning, StringComparison.Ordinal)));

    public void Write(MachineFile file)
    {
        var path = PathOf(file.Path);
        if (IsAsItShouldBe(root, file))
        {
            return;
        }

        Say(file.Path, file.What);
        if (!dry)
        {
            MakeFolderOf(path);
            File.WriteAllText(path + ".new", file.Text);
            File.SetUnixFileMode(path + ".new", file.Mode);
            File.Move(path + ".new", path, overwrite: true);
        }
    }

    public void Link(MachineLink link)
    {
        var path = PathOf(link.Path);
        if (IsAsItShouldBe(root, link))
        {
            return;
        }

        Say(link.Path, link.What);
        if (!dry)
        {
            MakeFolderOf(path);
            File.Delete(path + ".new");
            File.CreateSymbolicLink(path + ".new", link.Target);
            Replace(path + ".new", path);
        }
    }

    /// <summary>Copies a folder whole, or not at all.</summary>
    public void Copy(string source, string target, string what)
    {
        var path = PathOf(target);
        if (Directory.Exists(path))
        {
            return;
        }

        Say(target, what);
        if (dry)
        {
            return;
        }

        var unfinished = path + ".part";
        if (Directory.Exists(unfinished))
        {
            Directory.Delete(unfinished, recursive: true);
        }

        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(unfinished, Path.GetRelativePath(source, file));
            MakeFolderOf(copy);
            File.Copy(file, copy);
            File.SetUnixFileMode(copy, (File.GetUnixFileMode(file) & UnixFileMode.UserExecute) != 0 ? ForAllToRun : ForAllToRead);
        }

        Directory.Move(unfinished, path);
    }

    public void Remove(string folder, string what)
    {
        Say(folder, what);
        if (!dry)
        {
            Directory.Delete(PathOf(folder), recursive: true);
        }
    }

    public static bool IsAsItShouldBe(string root, MachineFile file) =>
        new FileInfo(Path.Combine(root, file.Path)) is { Exists: true, LinkTarget: null } there
        && File.ReadAllText(there.FullName) == file.Text && there.UnixFileMode == file.Mode;

    public static bool IsAsItShouldBe(string root, MachineLink link) => new FileInfo(Path.Combine(root, link.Path)).LinkTarget == link.Target;

    /// <summary>One rename: there is never a moment without the link. <see cref="File.Move(string, string)"/> looks at what a link points to.</summary>
    private static void Replace(string newLink, string link)
    {
        if (Rename(newLink, link) != 0)
        {
            throw new IOException($"{link} could not be put in place (error {Marshal.GetLastPInvokeError()}).");
        }
    }

    [DllImport("libc", EntryPoint = "rename", SetLastError = true, CharSet = CharSet.Ansi, BestFitMapping = false)]
    private static extern int Rename([MarshalAs(UnmanagedType.LPUTF8Str)] string from, [MarshalAs(UnmanagedType.LPUTF8Str)] string to); // rename(2)

    private static void MakeFolderOf(string path) => Directory.CreateDirectory(Path.GetDirectoryName(path)!, ForAllToRun);

    private void Say(string path, string what)
    {
        _changed.Add(path);
        Console.WriteLine($"{(dry ? "would write" : "wrote")} /{path}: {what}");
    }
}
