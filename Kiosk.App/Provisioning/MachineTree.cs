using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Kiosk.App.Provisioning;

/// <summary>Writes below a root what is not there yet, and removes. It says each change in words; on a dry run it only says it.</summary>
[SupportedOSPlatform("linux")]
internal sealed class MachineTree(string root, bool dry)
{
    public const UnixFileMode ForAllToRead =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    public const UnixFileMode ForAllToRun = ForAllToRead | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>Ends the name of what is ready to be put in place.</summary>
    private const string Ready = ".new";

    /// <summary>Ends the name of a folder that is being filled.</summary>
    public const string Unfinished = ".part";

    private readonly HashSet<string> _changed = [];
    private readonly List<string> _ready = [];

    /// <summary>It is this machine that is set up, not a tree for another one.</summary>
    public bool IsThisMachine => root == "/";

    /// <summary>
    /// Whether units can be started: not where the files of another machine are written, nor where the image of one is built.
    /// </summary>
    public bool RunsSystemd => IsThisMachine && Directory.Exists("/run/systemd/system"); // sd_booted(3)

    public bool AnyChange => _changed.Count > 0;

    public string PathOf(string below) => Path.Combine(root, below);

    /// <summary>Whether something whose path begins so was changed, or would be.</summary>
    public bool Changed(params string[] beginnings) =>
        _changed.Any(path => beginnings.Any(beginning => path.StartsWith(beginning, StringComparison.Ordinal)));

    /// <summary>Lays a file ready beside its place; <see cref="Commit"/> puts it there.</summary>
    public void Write(MachineFile file)
    {
        if (IsAsItShouldBe(root, file))
        {
            return;
        }

        Stage(
            file.Path,
            file.What,
            ready =>
            {
                File.WriteAllText(ready, file.Text);
                File.SetUnixFileMode(ready, file.Mode);
            }
        );
    }

    /// <summary>Lays a link ready beside its place; <see cref="Commit"/> puts it there.</summary>
    public void Link(MachineLink link)
    {
        if (!IsAsItShouldBe(root, link))
        {
            Stage(link.Path, link.What, ready => File.CreateSymbolicLink(ready, link.Target));
        }
    }

    /// <summary>
    /// Puts all that is ready in place. That needs no more room on the disk: a full one has been met before. All of it is on the disk
    /// before the first name leads to it: a file system may write names first, and a power cut would leave a program of empty files.
    /// </summary>
    public void Commit()
    {
        if (_ready.Count == 0)
        {
            return;
        }

        Sync();
        foreach (var path in _ready)
        {
            Replace(path + Ready, path);
        }

        _ready.Clear();
        Sync();
    }

    /// <summary>Takes away what is ready and not in place.</summary>
    public void Discard()
    {
        _ready.ForEach(path => File.Delete(path + Ready));
        _ready.Clear();
    }

    /// <summary>Puts a folder in place whole, or not at all.</summary>
    /// <param name="sharing">By hard links, where one disk holds both: its files are never written to, only replaced.</param>
    public void Copy(string source, string target, string what, bool sharing)
    {
        var path = PathOf(target);
        if (Directory.Exists(path))
        {
            return;
        }

        Report(target, what);
        if (!dry)
        {
            FillWhole(path, unfinished => CopyAll(source, unfinished, sharing));
        }
    }

    /// <summary>Fills a folder under another name; a failure leaves nothing of it.</summary>
    public static void FillWhole(string path, Action<string> fill)
    {
        var unfinished = path + Unfinished;
        try
        {
            if (Directory.Exists(unfinished))
            {
                Directory.Delete(unfinished, recursive: true);
            }

            Directory.CreateDirectory(unfinished, ForAllToRun);
            fill(unfinished);
            Directory.Move(unfinished, path);
        }
        finally
        {
            if (Directory.Exists(unfinished))
            {
                Directory.Delete(unfinished, recursive: true);
            }
        }
    }

    public void RemoveFolder(string folder, string what)
    {
        Report(folder, what, "remove");
        if (!dry)
        {
            Directory.Delete(PathOf(folder), recursive: true);
        }
    }

    public void RemoveFile(string path, string what)
    {
        Report(path, what, "remove");
        if (!dry)
        {
            File.Delete(PathOf(path));
        }
    }

    /// <summary>Whether there is a file or a link; also one that leads nowhere.</summary>
    public bool IsThere(string path) => new FileInfo(PathOf(path)) is { } there && (there.Exists || there.LinkTarget is not null);

    public static bool IsAsItShouldBe(string root, MachineFile file) =>
        new FileInfo(Path.Combine(root, file.Path)) is { Exists: true, LinkTarget: null } there
        && File.ReadAllText(there.FullName) == file.Text
        && there.UnixFileMode == file.Mode;

    public static bool IsAsItShouldBe(string root, MachineLink link) =>
        new FileInfo(Path.Combine(root, link.Path)).LinkTarget == link.Target;

    private static void CopyAll(string source, string target, bool sharing)
    {
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, file));
            MakeFolderOf(copy);
            if (!sharing || HardLink(file, copy) != 0)
            {
                File.Copy(file, copy);
                File.SetUnixFileMode(
                    copy,
                    (File.GetUnixFileMode(file) & UnixFileMode.UserExecute) != UnixFileMode.None ? ForAllToRun : ForAllToRead
                );
            }
        }
    }

    /// <summary>
    /// One rename: there is never a moment without the link. <see cref="File.Move(string, string)"/> looks at what a link points to.
    /// </summary>
    private static void Replace(string newLink, string link)
    {
        if (Rename(newLink, link) != 0)
        {
            throw new IOException($"{link} could not be put in place (error {Marshal.GetLastPInvokeError()}).");
        }
    }

    [DllImport("libc.so.6", EntryPoint = "rename", SetLastError = true, CharSet = CharSet.Ansi, BestFitMapping = false)]
    // rename(2)
    private static extern int Rename([MarshalAs(UnmanagedType.LPUTF8Str)] string from, [MarshalAs(UnmanagedType.LPUTF8Str)] string to);

    [DllImport("libc.so.6", EntryPoint = "link", CharSet = CharSet.Ansi, BestFitMapping = false)]
    // link(2)
    private static extern int HardLink([MarshalAs(UnmanagedType.LPUTF8Str)] string file, [MarshalAs(UnmanagedType.LPUTF8Str)] string name);

    [DllImport("libc.so.6", EntryPoint = "sync")]
    private static extern void Sync(); // sync(2)

    private static void MakeFolderOf(string path) => Directory.CreateDirectory(Path.GetDirectoryName(path)!, ForAllToRun);

    private void Stage(string below, string what, Action<string> write)
    {
        Report(below, what);
        if (!dry)
        {
            var path = PathOf(below);
            MakeFolderOf(path);
            File.Delete(path + Ready);
            _ready.Add(path);
            write(path + Ready);
        }
    }

    private void Report(string path, string what, string verb = "write")
    {
        _changed.Add(path);
        Console.WriteLine($"{(dry ? "would " + verb : verb == "write" ? "wrote" : "removed")} /{path}: {what}");
    }
}
