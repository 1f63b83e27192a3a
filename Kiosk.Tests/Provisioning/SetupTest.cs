using System.Runtime.Versioning;
using System.Text;
using Kiosk.App.Provisioning;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Setups;

/// <summary>What tests of <c>setup --root</c> share: a folder for the files of a machine.</summary>
[Category("Process"), Platform("Linux"), SupportedOSPlatform("linux"), FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal abstract class SetupTest : IDisposable
{
    protected SetupTest() => Root = Directory.CreateDirectory(Path.Combine(Folders.Work, "root")).FullName;

    protected KioskFolders Folders { get; } = new();

    protected string Root { get; }

    public void Dispose() => Folders.Dispose();

    /// <summary>Every file but the program, one after the other; the program's place and .NET's depend on the machine.</summary>
    protected string Written()
    {
        var text = new StringBuilder();
        foreach (var path in Directory.EnumerateFileSystemEntries(Root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var (name, file) = (Path.GetRelativePath(Root, path), new FileInfo(path));
            if (file.LinkTarget is { } target)
            {
                text.AppendLine("=== " + name + " -> " + (name == MachineFiles.Current ? "versions/kiosk-VERSION" : target));
            }
            else if (file.Exists && !name.StartsWith("opt/", StringComparison.Ordinal)) // the program, also by its link
            {
                text.AppendLine("=== " + name + " " + Convert.ToString((int)file.UnixFileMode, 8)).AppendLine(File.ReadAllText(path));
            }
        }

        var dotnet = Path.GetFullPath(
            Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "../../../dotnet")
        );
        return text.Replace(dotnet, "/usr/share/dotnet/dotnet").ToString();
    }

    protected async Task<string> Set(params string[] arguments)
    {
        var (exit, said) = await Try(arguments);
        Assert.That(exit, Is.Zero, said);
        return said;
    }

    protected Task<(int Exit, string Said)> Try(params string[] arguments) => BuiltProgram.Run(["setup", "--root", Root, .. arguments]);
}
