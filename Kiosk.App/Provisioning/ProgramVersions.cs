using System.Runtime.Versioning;
using System.Security.Cryptography;
using Kiosk.App.Hosting;

namespace Kiosk.App.Provisioning;

/// <summary>The versions of the program on the machine: one is in force, the one before it can be gone back to.</summary>
[SupportedOSPlatform("linux")]
internal sealed class ProgramVersions(MachineTree tree)
{
    /// <summary>
    /// Where the package has the program. dpkg replaces its files and never writes into them, so that the disk may hold them once. Whoever
    /// builds a program may write into what was built before: any other place is copied.
    /// </summary>
    private const string Packaged = "usr/lib/kiosk";

    private static readonly string Program = ProgramCommand.ThisFolder;

    /// <summary>Name of the version that this run put there.</summary>
    private string? _added;

    /// <summary>Names of the versions in force and before; null when there is none.</summary>
    public string? Current => NameOf(MachineFiles.Current);

    public string? Previous => NameOf(MachineFiles.Previous);

    /// <summary>Whether this program is one of the versions on the machine, and another is in force.</summary>
    public bool IsPassedOver =>
        Path.GetDirectoryName(Program) == tree.PathOf(MachineFiles.Versions) && Path.GetFileName(Program) != Current;

    /// <summary>Puts this program beside the versions that are there, unless it is one of them.</summary>
    /// <returns>Its name there.</returns>
    public string Install()
    {
        var versions = tree.PathOf(MachineFiles.Versions);
        if (Path.GetDirectoryName(Program) == versions)
        {
            return Path.GetFileName(Program);
        }

        var name = $"kiosk-{ProgramVersion.Text}-{Fingerprint()}";
        _added = Names().Contains(name) ? null : name;
        tree.Copy(Program, $"{MachineFiles.Versions}/{name}", "the program", sharing: Program == tree.PathOf(Packaged));
        return name;
    }

    /// <summary>
    /// Takes a version into force together with all that is ready; the one before stays to go back to, older ones until the new one has
    /// answered.
    /// </summary>
    public void SwitchTo(string name)
    {
        if (Current is { } before && before != name)
        {
            tree.Link(new MachineLink(MachineFiles.Previous, "the version to go back to", "versions/" + before));
        }

        tree.Link(new MachineLink(MachineFiles.Current, "the version in force", "versions/" + name));
        tree.Commit();
    }

    /// <summary>Takes away every version but the one in force and the one before, and what a copy that was cut short left.</summary>
    public void RemoveOthers()
    {
        foreach (var other in Folders().Except([Current, Previous]))
        {
            tree.RemoveFolder($"{MachineFiles.Versions}/{other}", "a version that is no longer needed");
        }
    }

    /// <summary>Links as they were before a switch.</summary>
    /// <param name="current">Name of the version that was in force.</param>
    /// <param name="previous">Name of the version that could be gone back to; null when there was none.</param>
    public void TakeBack(string current, string? previous)
    {
        tree.Link(new MachineLink(MachineFiles.Current, "the version in force", "versions/" + current));
        if (previous is null)
        {
            tree.RemoveFile(MachineFiles.Previous, "there is no version to go back to");
        }
        else
        {
            tree.Link(new MachineLink(MachineFiles.Previous, "the version to go back to", "versions/" + previous));
        }

        tree.Commit();
    }

    /// <summary>Takes away the version that was put beside the others and cannot be taken into force.</summary>
    public void Discard()
    {
        if (_added is { } name && Current != name && Names().Contains(name))
        {
            tree.RemoveFolder($"{MachineFiles.Versions}/{name}", "the version that could not be taken into force");
        }
    }

    /// <summary>Name of the version before; going back a second time comes forward again.</summary>
    /// <exception cref="StartupException">There is none.</exception>
    public string ToGoBackTo() =>
        Previous is { } name && Names().Contains(name)
            ? name
            : throw new StartupException("There is no version to go back to: this is the first one on this machine.");

    public string FolderOf(string name) => tree.PathOf($"{MachineFiles.Versions}/{name}");

    private IEnumerable<string?> Names() => Folders().Where(name => !name!.EndsWith(MachineTree.Unfinished, StringComparison.Ordinal));

    private IEnumerable<string?> Folders() =>
        Directory.Exists(tree.PathOf(MachineFiles.Versions))
            ? [.. Directory.EnumerateDirectories(tree.PathOf(MachineFiles.Versions)).Select(Path.GetFileName)]
            : [];

    private string? NameOf(string link) => new FileInfo(tree.PathOf(link)).LinkTarget is { } target ? Path.GetFileName(target) : null;

    /// <summary>The same for the same files, so that setting up twice changes nothing.</summary>
    private static string Fingerprint()
    {
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.EnumerateFiles(Program, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            sum.AppendData(System.Text.Encoding.UTF8.GetBytes(Path.GetRelativePath(Program, file)));
            sum.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }

        return Convert.ToHexStringLower(sum.GetHashAndReset())[..8];
    }
}
