using System.Runtime.Versioning;
using System.Text.Json;
using Kiosk.App.Hosting;
using Kiosk.App.Provisioning;

namespace Kiosk.App.Commands.Checks;

/// <summary>Whether the machine still is as <c>setup</c> left it.</summary>
/// <param name="root">Where its files lie.</param>
/// <param name="settings">By which they were written.</param>
[SupportedOSPlatform("linux")]
internal sealed class MachineChecks(string root, KioskSettings settings)
{
    private const string Again = "run 'sudo kiosk setup', which puts it right.";
    private const string Policies = "etc/chromium/policies/managed";

    private static readonly string[] Accounts = ["kiosk", "kiosk-screen"];

    public IEnumerable<Finding> Examine()
    {
        string[] changed =
        [
            .. MachineFiles
                .With(MachineValues.Of(settings))
                .Concat(PrintsByBrowser ? PrintServer.Files(root) : [])
                .Where(file => !MachineTree.IsAsItShouldBe(root, file))
                .Select(file => "/" + file.Path),
            .. MachineFiles.Links.Where(link => !MachineTree.IsAsItShouldBe(root, link)).Select(link => "/" + link.Path),
        ];
        yield return Finding.Of(
            "files",
            "Files of the set-up",
            changed.Length == 0,
            $"{string.Join(", ", changed)} {(changed.Length == 1 ? "is" : "are")} not as set up; {Again}"
        );
        yield return Finding.Of(
            "program",
            "The program in force",
            File.Exists(PathOf(MachineFiles.Current + "/Kiosk.App.dll")),
            $"/{MachineFiles.Current} leads to no program; deploy it anew, or go back with 'setup --rollback'."
        );
        yield return Users();
        yield return Policy();
        yield return Finding.Of(
            "dumps",
            "No picture of memory is kept when a program fails",
            Read("proc/sys/kernel/core_pattern").StartsWith("|/bin/false", StringComparison.Ordinal),
            Again
        );
        var swaps = Read("proc/swaps")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Select(line => line.Split(' ')[0])
            .Where(swap => !IsInMemory(swap));
        yield return Finding.Of(
            "swap",
            "Nothing is swapped to the disk",
            !swaps.Any(),
            $"{string.Join(", ", swaps)} is in use; 'sudo swapoff --all', and take it out of /etc/fstab."
        );
        if (root == "/")
        {
            if (ReadOnlyRoot.IsWanted(root))
            {
                yield return Finding.Of(
                    "read-only",
                    "The system is only read",
                    ReadOnlyRoot.IsOn,
                    "it is written to; restart the machine, and if it stays so run 'sudo kiosk setup --read-only-root' again."
                );
                yield return Finding.Of(
                    "kept",
                    "What is kept lies on its own partition",
                    ReadOnlyRoot.KeepsIt,
                    $"the partition {ReadOnlyRoot.Label} is missing or cannot be written: what is counted and changed now is gone "
                        + "with the power. Put it back, or replace it, and restart."
                );
            }

            var missing = Packages.Missing(PrintsByBrowser);
            yield return Finding.Of(
                "packages",
                "Packages of Debian",
                missing.Count == 0,
                $"install {string.Join(", ", missing.Select(Packages.NameHere))}, or {Again}"
            );
        }
    }

    private bool PrintsByBrowser => settings.Printer == "browser";

    /// <summary>Compressed, in memory, and not written on to a disk when that is full.</summary>
    private bool IsInMemory(string swap) =>
        swap.StartsWith("/dev/zram", StringComparison.Ordinal)
        && Read($"sys/block/{Path.GetFileName(swap)}/backing_dev").Trim() is "" or "none";

    private Finding Users()
    {
        var passwd = Read("etc/passwd").Split('\n');
        var wrong = Accounts.Where(user =>
            !passwd.Any(line =>
                line.StartsWith(user + ":", StringComparison.Ordinal) && line.EndsWith("/nologin", StringComparison.Ordinal)
            )
        );
        return Finding.Of(
            "users",
            "Two users who cannot log in",
            !wrong.Any(),
            $"{string.Join(" and ", wrong)} is missing or may log in; {Again}"
        );
    }

    /// <summary>Chromium merges all files of the folder: another one may take back what ours forbids.</summary>
    private Finding Policy()
    {
        var others = Directory.Exists(PathOf(Policies))
            ? Directory.EnumerateFiles(PathOf(Policies), "*.json").Where(file => Path.GetFileName(file) != "kiosk.json")
            : [];
        var meddling = others
            .Where(file => Keys(file).Intersect(Keys(PathOf(Policies + "/kiosk.json"))).Any())
            .Select(Path.GetFileName)
            .ToList();
        return Finding.Of(
            "policy",
            "The browser shows the kiosk and nothing else",
            meddling.Count == 0,
            $"{string.Join(", ", meddling)} in /{Policies} says otherwise; remove it, then 'sudo systemctl restart kiosk-screen'."
        );
    }

    private static IEnumerable<string> Keys(string file)
    {
        try
        {
            using var policy = JsonDocument.Parse(ReadableFile.Text(file));
            return [.. policy.RootElement.EnumerateObject().Select(entry => entry.Name)];
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            return []; // Chromium reads nothing of it either; ours is compared as a file
        }
    }

    private string PathOf(string below) => Path.Combine(root, below);

    private string Read(string below) => ReadableFile.Text(PathOf(below));
}
