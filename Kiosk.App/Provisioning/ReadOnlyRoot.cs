using System.Runtime.Versioning;
using Kiosk.App.Hosting;

namespace Kiosk.App.Provisioning;

/// <summary>
/// <c>setup --read-only-root</c>: nothing is written any more to the partition that holds the system. What changes there lies in memory and
/// is gone with the power; the program, its settings, data and backups lie on a partition of their own. Debian's <c>overlayroot</c> does
/// the first before the system starts, <c>/etc/fstab</c> the second.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class ReadOnlyRoot(MachineTree tree, bool dry)
{
    /// <summary>The label of the partition for what is kept; ext4 keeps at most 16 letters.</summary>
    public const string Label = "kiosk-data";

    /// <summary>Where that partition is mounted.</summary>
    public const string Kept = "/kiosk-data";

    /// <summary>
    /// <c>overlayroot</c> uses two packages that it does not ask for. It calls the <c>grep</c> of <c>busybox</c>: without it the first step
    /// of a start gives up and the system stays written. It takes <c>mke2fs</c> of <c>e2fsprogs</c> into that step: without it the step
    /// cannot be made. Debian 13 no longer installs <c>e2fsprogs</c> by itself.
    /// </summary>
    public static readonly IReadOnlyList<string> FromDebian = ["overlayroot", "busybox", "e2fsprogs"];

    private const string Program = "/opt/kiosk";
    private const string Choice = "etc/overlayroot.local.conf";
    private const string Mounts = "etc/fstab";

    /// <summary>Where overlayroot mounts what lies below; it is read only there.</summary>
    private const string Below = "/media/root-ro";

    /// <summary>"recurse=0": other partitions stay as they are (overlayroot.conf(5)).</summary>
    private const string ReadOnly = "overlayroot=\"tmpfs:recurse=0\"\n";

    private const string Writable = "overlayroot=\"disabled\"\n";

    /// <summary>What is kept, with its name on the partition.</summary>
    public static readonly IReadOnlyDictionary<string, string> Folders = new Dictionary<string, string>
    {
        [Program] = "program",
        ["/etc/kiosk"] = "settings",
        [MachineSettings.Data] = "data",
        ["/var/backups/kiosk"] = "backups",
    };

    private readonly MachineCommands _commands = new(dry);

    /// <summary>Whether this machine runs so now.</summary>
    public static bool IsOn => MountOf("/") is ["overlayroot", ..];

    /// <summary>Whether it is meant to, by its settings.</summary>
    /// <param name="root">Where its files lie.</param>
    public static bool IsWanted(string root) =>
        File.Exists(Path.Combine(root, Choice)) && File.ReadAllText(Path.Combine(root, Choice)) == ReadOnly;

    /// <summary>Whether what is kept lies on its partition, and can be written.</summary>
    public static bool KeepsIt => Folders.Keys.All(folder => MountOf(folder) is [.., var options] && options.Split(',').Contains("rw"));

    /// <returns>The exit code.</returns>
    public int SwitchOn()
    {
        if (tree.IsThisMachine && IsOn)
        {
            Console.WriteLine("Nothing to change: the system's partition is read only already.");
            return ExitCode.Done;
        }

        RefuseWhatCannotBe();
        InstallOverlay();
        _commands.Run(
            "the kiosk and its screen, while their files are copied",
            "systemctl",
            "stop",
            "kiosk-screen.service",
            "kiosk.service"
        );
        try
        {
            Copy();
            tree.Write(new MachineFile(Mounts, "what is kept lies on its own partition", WithOurMounts(), MachineTree.ForAllToRead));
            tree.Commit();
            _commands.Run("the new places of what is kept", "systemctl", "daemon-reload");
            _commands.Run(null, "mount", "--all");
        }
        finally
        {
            _commands.Run("the kiosk and its screen", "systemctl", "--no-block", "start", "kiosk.service", "kiosk-screen.service");
        }

        tree.Write(new MachineFile(Choice, "the system's partition is only read, from the next start", ReadOnly, MachineTree.ForAllToRead));
        tree.Commit();
        _commands.Run("the first step of a start knows it", "update-initramfs", "-u");
        Console.WriteLine(
            dry
                ? "Nothing was changed: this was a dry run."
                : "Restart the machine, and its system is read only: 'sudo reboot'. Before Debian's updates and after 'setup "
                    + "--writable-root' it is not."
        );
        return ExitCode.Done;
    }

    /// <returns>The exit code.</returns>
    public int SwitchOff()
    {
        var isOn = tree.IsThisMachine && IsOn;
        if (!IsWanted(tree.PathOf("")) && !isOn)
        {
            Console.WriteLine("Nothing to change: the system's partition can be written already.");
            return ExitCode.Done;
        }

        if (isOn)
        {
            // What is written here is gone with the power: it has to be written below.
            _commands.Run("what lies below, to be written once", "mount", "-o", "remount,rw", Below);
            try
            {
                Console.WriteLine(
                    $"{(dry ? "would write" : "wrote")} {Below}/{Choice}: the system's partition is written again, from the next start"
                );
                if (!dry)
                {
                    File.WriteAllText(Path.Combine(Below, Choice), Writable);
                }

                _commands.Run(null, "sync");
            }
            finally
            {
                _commands.Run("and only read again", "mount", "-o", "remount,ro", Below);
            }
        }
        else
        {
            tree.Write(new MachineFile(Choice, "the system's partition stays written", Writable, MachineTree.ForAllToRead));
            tree.Commit();
        }

        Console.WriteLine(
            dry ? "Nothing was changed: this was a dry run." : "Restart the machine, and its system can be written: 'sudo reboot'."
        );
        return ExitCode.Done;
    }

    /// <summary>
    /// For <c>setup --remove</c>: takes the program from the partition. What belongs to the house stays there, in its places.
    /// </summary>
    public void RemoveProgram()
    {
        var path = tree.PathOf(Mounts);
        var lines = File.Exists(path) ? File.ReadAllLines(path) : [];
        string[] others = [.. lines.Where(line => !line.StartsWith($"{Kept}/{Folders[Program]} ", StringComparison.Ordinal))];
        if (others.Length == lines.Length)
        {
            return;
        }

        tree.Write(new MachineFile(Mounts, "the program has no place of its own any more", Lines(others), MachineTree.ForAllToRead));
        tree.Commit();
        if (tree.IsThisMachine && MountOf(Program) is not null)
        {
            // This very command runs from there: "lazy" waits for its end.
            _commands.Run("the program's place", "umount", "--lazy", Program);
            _commands.Run("the program on its partition", "rm", "--recursive", "--force", $"{Kept}/{Folders[Program]}");
        }
    }

    private void RefuseWhatCannotBe()
    {
        if (!tree.RunsSystemd || !tree.IsThere(MachineFiles.Current))
        {
            throw new StartupException(
                "Only a kiosk that runs can be made read only: 'sudo kiosk setup' makes one of this machine. Nothing was changed."
            );
        }

        if (MachineCommands.Try("findfs", "LABEL=" + Label).Exit != 0)
        {
            throw new StartupException(
                $"There is no partition with the label {Label}. Make one of at least 2 GB on the card, a stick or a disk, for example "
                    + $"'sudo mkfs.ext4 -L {Label} /dev/sda1', which empties it; then run this again. Nothing was changed."
            );
        }
    }

    private void InstallOverlay()
    {
        if (Packages.Installed(FromDebian).IsSupersetOf(FromDebian))
        {
            return;
        }

        try
        {
            _commands.Run("what there is at Debian", "apt-get", "update", "--quiet");
            _commands.Run("changes lie in memory", "apt-get", ["install", "--yes", "--quiet", "--no-install-recommends", .. FromDebian]);
        }
        catch (StartupException problem)
        {
            throw new StartupException(
                $"{string.Join(", ", FromDebian)} could not be fetched from Debian: see whether this machine reaches the "
                    + "internet. Nothing was changed. "
                    + problem.Message
            );
        }
    }

    /// <summary>
    /// Whole folders, each put in its place when it is there. What the partition holds already stays: after a card was replaced, it is the
    /// house's own.
    /// </summary>
    private void Copy()
    {
        _commands.Run("the folder of that partition", "mkdir", "--parents", Kept);
        if (MountOf(Kept) is null)
        {
            _commands.Run("the partition for what is kept", "mount", "LABEL=" + Label, Kept);
        }

        foreach (var (folder, name) in Folders)
        {
            var place = $"{Kept}/{name}";
            if (Directory.Exists(place))
            {
                Console.WriteLine($"{place} is there already, and stays as it is");
                continue;
            }

            _commands.Run(null, "rm", "--recursive", "--force", place + ".part");
            _commands.Run($"{folder}, where it will be kept", "cp", "--archive", folder, place + ".part");
            _commands.Run(null, "sync");
            _commands.Run(null, "mv", place + ".part", place);
        }
    }

    /// <summary>
    /// A partition that is missing or broken does not stop the machine ("nofail"): the kiosk then starts with what it had when the system
    /// became read only, and the doctor says so. It is waited for as long as systemd waits for any, 90 seconds: with 20, a machine that
    /// was slow to find its own partition went on without it, and what was counted was gone with the power.
    /// </summary>
    private string WithOurMounts()
    {
        var path = tree.PathOf(Mounts);
        var others = (File.Exists(path) ? File.ReadAllLines(path) : []).Where(line => !line.Contains(Kept, StringComparison.Ordinal));
        string[] ours =
        [
            $"LABEL={Label} {Kept} auto noatime,nofail 0 2",
            .. Folders.Select(folder =>
                $"{Kept}/{folder.Value} {folder.Key} none "
                + $"bind,nofail,x-systemd.requires-mounts-for={Kept},x-systemd.before=kiosk.service 0 0"
            ),
        ];
        return Lines([.. others, .. ours]);
    }

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(line => line + '\n'));

    /// <returns>Source, place, kind and options of what is mounted at a path (proc(5)), the last one if there are several; null when
    /// nothing is.</returns>
    private static string[]? MountOf(string path) =>
        File.ReadLines("/proc/self/mounts").Select(line => line.Split(' ')[..4]).LastOrDefault(mount => mount[1] == path);
}
