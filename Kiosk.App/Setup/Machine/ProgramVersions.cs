using System.Runtime.Versioning;
using System.Security.Cryptography;
using Kiosk.App.Shared;

namespace Kiosk.App.Setup.Machine;

/// <summary>The versions of the program on the machine: one is in force, the one before it can be gone back to.</summary>
[SupportedOSPlatform("linux")]
internal sealed class ProgramVersions(MachineTree tree)
{
    private static readonly string Program = ProgramCommand.ThisFolder;

    /// <summary>Names of the versions in force and before; null when there is none.</summary>
    public string? Current => NameOf(MachineFiles.Current);

    public string? Previous => NameOf(MachineFiles.Previous);

    /// <summary>Puts this program beside the versions that are there, unless it is one of them.</summary>
    /// <returns>Its name there.</returns>
    public string Install()
    {
        var versions = tree.PathOf(MachineFiles.Versions);
        if (Path.GetDirectoryName(Program) == versions)
        {
            return Path.GetFileName(Program);
        }

        var name = $"kiosk-{Health.Version}-{Fingerprint()}";
        tree.Copy(Program, $"{MachineFiles.Versions}/{name}", "the program");
        return name;
    }

    /// <summary>Takes a version into force; the one before stays to go back to, and older ones until the new one has answered.</summary>
    public void SwitchTo(string name)
    {
        if (Current is { } before && before != name)
        {
            tree.Link(new MachineLink(MachineFiles.Previous, "the version to go back to", "versions/" + before));
        }

        tree.Link(new MachineLink(MachineFiles.Current, "the version in force", "versions/" + name));
    }

    /// <summary>Takes away every version but the one in force and the one before.</summary>
    public void RemoveOthers(string what = "removed: an older version")
    {
        foreach (var other in Names().Except([Current, Previous]))
        {
            tree.Remove($"{MachineFiles.Versions}/{other}", what);
        }
    }

    /// <summary>As it was before a switch: a version that does not come up is none to go back to, and goes.</summary>
    public void TakeBack(string current, string? previous)
    {
        tree.Link(new MachineLink(MachineFiles.Current, "the version in force", "versions/" + current));
        if (previous is null)
        {
            tree.Remove(MachineFiles.Previous, "removed: there is no version to go back to");
        }
        else
        {
            tree.Link(new MachineLink(MachineFiles.Previous, "the version to go back to", "versions/" + previous));
        }

        RemoveOthers("removed: the version that does not answer");
    }

    /// <summary>Goes back to the version before; a second time comes forward again.</summary>
    /// <exception cref="CannotStart">There is none.</exception>
    public void GoBack() => SwitchTo(
        Previous is { } previous && Names().Contains(previous) ? previous : throw new CannotStart("There is no version to go back to: this is the first one on this machine."));

    private IEnumerable<string?> Names() => Directory.Exists(tree.PathOf(MachineFiles.Versions))
        ? Directory.EnumerateDirectories(tree.PathOf(MachineFiles.Versions)).Select(Path.GetFileName).Where(name => !name!.EndsWith(".part", StringComparison.Ordinal))
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
