using System.Runtime.Versioning;

namespace Kiosk.App.Provisioning;

/// <summary>
/// What stood where the kiosk's files and links go before there was a kiosk, for the day on which it is removed: a desktop, a policy of
/// somebody's.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class OriginalFiles(MachineTree tree, bool dry)
{
    private const string Folder = "opt/kiosk/before";

    /// <summary>Once: on the first set-up, before anything is written. Later those places hold the kiosk's own.</summary>
    public void Take(IEnumerable<string> paths)
    {
        if (tree.IsThere(MachineFiles.Current) || Directory.Exists(tree.PathOf(Folder)))
        {
            return;
        }

        string[] there = [.. paths.Where(tree.IsThere)];
        there.ToList().ForEach(path => Console.WriteLine($"{(dry ? "would lay" : "laid")} aside /{path}: it was there before the kiosk"));
        if (!dry)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(tree.PathOf(Folder))!, MachineTree.ForAllToRun);
            MachineTree.FillWhole(
                tree.PathOf(Folder),
                unfinished => there.ToList().ForEach(path => Copy(tree.PathOf(path), Path.Combine(unfinished, path)))
            );
        }
    }

    /// <returns>The file as it was; null when there was none.</returns>
    public string? PathOf(string path) => tree.IsThere($"{Folder}/{path}") ? tree.PathOf($"{Folder}/{path}") : null;

    /// <summary>Puts back what stood there, if anything did.</summary>
    public void PutBack(string path)
    {
        if (PathOf(path) is { } before && !tree.IsThere(path))
        {
            Console.WriteLine($"{(dry ? "would put" : "put")} back /{path}: it was there before the kiosk");
            if (!dry)
            {
                Copy(before, tree.PathOf(path));
            }
        }
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!, MachineTree.ForAllToRun);
        if (new FileInfo(from).LinkTarget is { } target)
        {
            File.CreateSymbolicLink(to, target);
        }
        else
        {
            File.Copy(from, to); // with its mode
        }
    }
}
