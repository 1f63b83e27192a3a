namespace Kiosk.Tests.Support;

/// <summary>
/// Everywhere a kiosk could leave something: its data, the home and temporary files of its user, the folder it is started in.
/// </summary>
public sealed class KioskFolders : IDisposable
{
    public KioskFolders()
    {
        Root = Directory.CreateTempSubdirectory("kiosk-test-").FullName;
        Data = Path.Combine(Root, "data");
        Home = Directory.CreateDirectory(Path.Combine(Root, "home")).FullName;
        Temporary = Directory.CreateDirectory(Path.Combine(Root, "temporary")).FullName;
        Libraries = Directory.CreateDirectory(Path.Combine(Root, "libraries")).FullName;
        Work = Directory.CreateDirectory(Path.Combine(Root, "work")).FullName;
    }

    public string Root { get; }

    /// <summary>The data folder; made by the kiosk.</summary>
    public string Data { get; }

    public string Home { get; }

    public string Temporary { get; }

    public string Work { get; }

    /// <summary>Looked through for libraries before the system's; a file there that is none hides the system's.</summary>
    public string Libraries { get; }

    /// <summary>What else its process finds in its environment.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    /// <summary>
    /// Where the program lies: as it is in the package, where <c>test.sh</c> has it made, else as it is built; or a copy that a test may
    /// harm.
    /// </summary>
    public string Program
    {
        get => field ??= BuiltPackage.Program ?? AppContext.BaseDirectory;
        private set;
    }

    /// <summary>
    /// What comes before the arguments on a command line that runs the program: the runtime of this machine, unless another is to run it.
    /// </summary>
    public IReadOnlyList<string> Command
    {
        get => field ?? BuiltProgram.CommandIn(Program);
        set;
    }

    /// <summary>How long its process may take to begin or to end: a guard against a test that hangs, not a bar.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(2);

    public string House => Path.Combine(Data, "house.db");

    public string Tally => Path.Combine(Data, "tally.db");

    /// <summary>Every file of the data folder by its path within.</summary>
    public IReadOnlyDictionary<string, byte[]> DataFiles() =>
        Directory
            .EnumerateFiles(Data, "*", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetRelativePath(Data, path), File.ReadAllBytes);

    public IEnumerable<string> CopiesOf(string database) => Directory.EnumerateFiles(Path.Combine(Data, "copies"), database + "-*.db");

    /// <summary>A file of the test's own, outside of the data folder.</summary>
    public string Write(string name, string text)
    {
        var path = Path.Combine(Root, name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Copies the program, with all it brings along, into these folders.</summary>
    public void CopyProgram()
    {
        var copy = Path.Combine(Root, "program");
        string[] parts = ["assets", "Visitor", "Staff", "runtimes"];
        foreach (
            var file in Directory
                .EnumerateFiles(Program)
                .Concat(
                    parts
                        .Select(part => Path.Combine(Program, part))
                        .Where(Directory.Exists)
                        .SelectMany(part => Directory.EnumerateFiles(part, "*", SearchOption.AllDirectories))
                )
        )
        {
            var target = Path.Combine(copy, Path.GetRelativePath(Program, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        Program = copy;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
