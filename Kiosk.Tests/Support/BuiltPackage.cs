using System.Text;

namespace Kiosk.Tests.Support;

/// <summary>The kiosk's Debian package of this machine's kind, made once in a run by <c>package.sh</c>.</summary>
internal static class BuiltPackage
{
    private static readonly Lazy<string> Made = new(() => Make(SourceTree.PathOf("package.sh")));

    private static readonly Lazy<string?> Unpacked = new(UnpackOnce);

    public static string Path => Made.Value;

    /// <summary>
    /// The folder with the program of the package, for all tests that run it as a process: what a house gets is what is tried, and it
    /// starts in two thirds of the time. Null where one test is run alone, which would wait a minute for it.
    /// </summary>
    public static string? Program => Unpacked.Value;

    /// <summary>That of the commit before this one, made anew in a checkout of its own.</summary>
    /// <param name="folder">Empty, for the checkout; whoever calls takes it away.</param>
    public static string OfCommitBefore(string folder)
    {
        Tool.Run("git", "clone", "--quiet", SourceTree.Root, folder);
        Tool.Run("git", "-C", folder, "checkout", "--quiet", "HEAD~1");
        return Make(System.IO.Path.Combine(folder, "package.sh"));
    }

    private static string? UnpackOnce()
    {
        if (Environment.GetEnvironmentVariable("KIOSK_PACKAGED") is null)
        {
            return null;
        }

        // in the run's own folder, which test.sh takes away; readable by all, for tests that run it as nobody
        var folder = Directory.CreateDirectory(System.IO.Path.Combine(System.IO.Path.GetTempPath(), "program")).FullName;
        Unpack(folder);
        return System.IO.Path.Combine(folder, "usr", "lib", "kiosk");
    }

    /// <summary>Lays its files below a folder, as root's where root does it.</summary>
    public static void Unpack(string folder) => Text("dpkg-deb", "--extract", Path, folder);

    /// <summary>What a field of its control file says.</summary>
    public static string Field(string name) => Text("dpkg-deb", "--field", Path, name).TrimEnd();

    private static string Make(string script) => Text("bash", script).TrimEnd().Split('\n')[^1];

    public static string Text(string program, params string[] arguments) => Encoding.UTF8.GetString(Tool.Run(program, arguments));
}
