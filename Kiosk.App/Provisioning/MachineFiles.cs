using System.Runtime.Versioning;

namespace Kiosk.App.Provisioning;

/// <summary>A file that makes the machine a kiosk.</summary>
/// <param name="Path">Below the root, without a slash before it.</param>
/// <param name="What">What it is for, in words.</param>
/// <param name="Mode">Who may read and run it.</param>
internal sealed record MachineFile(string Path, string What, string Text, UnixFileMode Mode);

/// <summary>A link that makes the machine a kiosk.</summary>
internal sealed record MachineLink(string Path, string What, string Target);

/// <summary>Every file and link that <c>setup</c> brings, as they lie under <c>assets/machine</c>.</summary>
[SupportedOSPlatform("linux")]
internal static class MachineFiles
{
    public const string Versions = "opt/kiosk/versions";
    public const string Current = "opt/kiosk/current";
    public const string Previous = "opt/kiosk/previous";

    public const string Units = "etc/systemd/system/";

    private const string Debians = "/lib/systemd/system/";
    private const string Nothing = "/dev/null";

    public static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "assets", "machine");

    /// <summary>In the order in which they are put in place.</summary>
    public static readonly IReadOnlyDictionary<string, string> What = new Dictionary<string, string>
    {
        ["etc/sysusers.d/kiosk.conf"] = "two users who cannot log in: the program, and the browser that shows it",
        ["etc/tmpfiles.d/kiosk.conf"] = "the folder of the nightly backups, and in memory that of what is being printed",
        [Units + "kiosk.service"] = "the kiosk, started with the machine and again whenever it stops, without any right it does not need",
        [Units + "kiosk-again.service"] = "on a system that is only read: what a newer version brings is put in place at each start",
        [Units + "kiosk-screen.service"] = "the touchscreen: one browser, full screen, its profile in memory",
        [Units + "kiosk-screen-wish.path"] = "the kiosk may wish its screen on, off, turned or started anew",
        [Units + "kiosk-screen-wish.service"] = "and what is done then",
        [Units + "kiosk-screen-turn@.service"] = "the screen turned by quarters, and kept so",
        [Units + "kiosk-picture.socket"] = "tablets see what the screen shows",
        [Units + "kiosk-picture@.service"] = "one such picture, handed over and kept nowhere",
        [Units + "kiosk-backup.service"] = "a backup of everything but secrets",
        [Units + "kiosk-backup.timer"] = "and its hour, half past three at night",
        ["etc/systemd/system.conf.d/kiosk.conf"] = "a machine that stands still restarts by itself",
        ["etc/systemd/journald.conf.d/kiosk.conf"] = "the journal in memory, not on the disk",
        ["etc/systemd/coredump.conf.d/kiosk.conf"] = "no picture of memory when a program fails",
        ["etc/sysctl.d/90-kiosk.conf"] = "the same for the kernel, and no swapping",
        ["etc/udev/rules.d/70-kiosk-printer.rules"] = "a receipt printer on USB may be written to, as /dev/kiosk-printer",
        ["etc/udev/rules.d/71-kiosk-touch.rules"] = "touch follows the turned screen",
        ["etc/avahi/services/kiosk.service"] = "the house's tablets find the kiosk by name",
        ["etc/chromium/policies/managed/kiosk.json"] = "the browser shows the kiosk and nothing else, and remembers nothing",
        ["usr/local/sbin/kiosk"] = "the command 'kiosk', with the settings of this machine",
    };

    /// <summary>Units that are switched on, the desktop and swap that are switched off.</summary>
    public static readonly IReadOnlyList<MachineLink> Links =
    [
        new(Units + "multi-user.target.wants/kiosk.service", "the kiosk starts with the machine", "../kiosk.service"),
        new(Units + "multi-user.target.wants/kiosk-again.service", "also on a system that is only read", "../kiosk-again.service"),
        new(Units + "multi-user.target.wants/kiosk-screen.service", "the screen starts with the machine", "../kiosk-screen.service"),
        new(Units + "multi-user.target.wants/kiosk-screen-wish.path", "wishes for the screen are heard", "../kiosk-screen-wish.path"),
        new(Units + "sockets.target.wants/kiosk-picture.socket", "and it may ask for a picture of it", "../kiosk-picture.socket"),
        new(Units + "timers.target.wants/kiosk-backup.timer", "the nightly backup is made", "../kiosk-backup.timer"),
        new(Units + "multi-user.target.wants/avahi-daemon.service", "and its name is told", "/lib/systemd/system/avahi-daemon.service"),
        new(
            Units + "sysinit.target.wants/systemd-timesyncd.service",
            "and the time is asked for",
            "/lib/systemd/system/systemd-timesyncd.service"
        ),
        new(Units + "default.target", "no desktop beside the kiosk", "/lib/systemd/system/multi-user.target"),
        new(Units + "swap.target", "no swap: nothing of a visit is laid on the disk", Nothing),
        new(Units + "dphys-swapfile.service", "nor by Raspberry Pi OS", Nothing),
    ];

    /// <summary>Those that only a kiosk has; the others switch on units of Debian's, as Debian's own packages do.</summary>
    public static IEnumerable<MachineLink> OwnLinks =>
        Links.Where(link =>
            !(link.Path.Contains(".wants/", StringComparison.Ordinal) && link.Target.StartsWith(Debians, StringComparison.Ordinal))
        );

    /// <summary>Every file that a version of the program brings, by its own assets.</summary>
    /// <param name="program">Its folder.</param>
    public static IReadOnlyList<string> Of(string program)
    {
        var folder = Path.Combine(program, "assets", "machine");
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file))]
            : [];
    }

    /// <param name="values">For <c>{{name}}</c> in a file.</param>
    public static IReadOnlyList<MachineFile> With(IReadOnlyDictionary<string, string> values) =>
        [
            .. What.Select(file => new MachineFile(
                file.Key,
                file.Value,
                values.Aggregate(
                    File.ReadAllText(Path.Combine(Folder, file.Key)).ReplaceLineEndings("\n"),
                    (text, value) => text.Replace("{{" + value.Key + "}}", value.Value, StringComparison.Ordinal)
                ),
                file.Key.Contains("bin/", StringComparison.Ordinal) ? MachineTree.ForAllToRun : MachineTree.ForAllToRead
            )),
        ];
}
