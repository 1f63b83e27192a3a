using System.Text;

namespace Kiosk.Tests.Support;

/// <summary>The kiosk's Debian package of this machine's kind, made once in a run by <c>package.sh</c>.</summary>
internal static class BuiltPackage
{
    private static readonly Lazy<string> Made = new(() => Text("bash", SourceTree.PathOf("package.sh")).TrimEnd().Split('\n')[^1]);

    public static string Path => Made.Value;

    /// <summary>Lays its files below a folder, as root's where root does it.</summary>
    public static void Unpack(string folder) => Text("dpkg-deb", "--extract", Path, folder);

    /// <summary>What a field of its control file says.</summary>
    public static string Field(string name) => Text("dpkg-deb", "--field", Path, name).TrimEnd();

    public static string Text(string program, params string[] arguments) => Encoding.UTF8.GetString(Tool.Run(program, arguments));
}
