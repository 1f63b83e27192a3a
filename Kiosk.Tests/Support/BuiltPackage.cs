using System.Text;

namespace Kiosk.Tests.Support;

/// <summary>The kiosk's Debian package of this machine's kind, made once in a run by <c>package.sh</c>.</summary>
internal static class BuiltPackage
{
    private static readonly Lazy<string> Made = new(() => Make(SourceTree.PathOf("package.sh")));

    public static string Path => Made.Value;

    /// <summary>That of the commit before this one, made anew in a checkout of its own.</summary>
    /// <param name="folder">Empty, for the checkout; whoever calls takes it away.</param>
    public static string OfCommitBefore(string folder)
    {
        Tool.Run("git", "clone", "--quiet", SourceTree.Root, folder);
        Tool.Run("git", "-C", folder, "checkout", "--quiet", "HEAD~1");
        return Make(System.IO.Path.Combine(folder, "package.sh"));
    }

    /// <summary>Lays its files below a folder, as root's where root does it.</summary>
    public static void Unpack(string folder) => Text("dpkg-deb", "--extract", Path, folder);

    /// <summary>What a field of its control file says.</summary>
    public static string Field(string name) => Text("dpkg-deb", "--field", Path, name).TrimEnd();

    private static string Make(string script) => Text("bash", script).TrimEnd().Split('\n')[^1];

    public static string Text(string program, params string[] arguments) => Encoding.UTF8.GetString(Tool.Run(program, arguments));
}
