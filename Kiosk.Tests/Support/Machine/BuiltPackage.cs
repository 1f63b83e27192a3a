using System.Text;

namespace Kiosk.Tests.Support;

/// <summary>The kiosk as a house gets it: the package that <c>package.sh</c> makes for this machine's kind.</summary>
internal static class BuiltPackage
{
    private static readonly Lazy<string> Made = new(() => Make(SourceTree.PathOf("package.sh")));

    /// <summary>Of this checkout; made once a run.</summary>
    public static string Path => Made.Value;

    /// <summary>Of the commit before this one, made anew in a checkout of its own.</summary>
    /// <param name="folder">For the checkout; whoever calls takes it away.</param>
    public static string OfCommitBefore(string folder)
    {
        Tool.Run("git", "clone", "--quiet", SourceTree.PathOf("."), folder);
        Tool.Run("git", "-C", folder, "checkout", "--quiet", "HEAD~1");
        return Make(System.IO.Path.Combine(folder, "package.sh"));
    }

    private static string Make(string script) => Encoding.UTF8.GetString(Tool.Run("bash", script)).TrimEnd().Split('\n')[^1];
}
