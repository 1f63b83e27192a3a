using System.Runtime.Versioning;
using Kiosk.App.Shared;
using Kiosk.App.Shared.Certificates;

namespace Kiosk.App.Setup.Machine;

/// <summary>The command <c>setup</c>: makes a Debian machine a kiosk, or writes the files of one into a folder. A second run changes nothing.</summary>
[SupportedOSPlatform("linux")]
internal sealed class MachineSetup
{
    /// <summary>There only where systemd is the first process (sd_booted(3)); not where the image of a machine is built.</summary>
    private const string RunningSystemd = "/run/systemd/system";

    /// <summary>There only where rules for devices are in force.</summary>
    private const string RunningUdev = "/run/udev/control";

    private readonly MachineTree _tree;
    private readonly MachineCommands _commands;
    private readonly ProgramVersions _versions;
    private readonly MachineSettings _settings;
    private readonly bool _dry;

    private MachineSetup(Arguments arguments)
    {
        _dry = arguments.Options.ContainsKey(Arguments.DryRun);
        var root = Path.GetFullPath(arguments.Options.GetValueOrDefault(Arguments.Root, "/"));
        (_tree, _commands) = (new MachineTree(root, _dry), new MachineCommands(_dry));
        (_versions, _settings) = (new ProgramVersions(_tree), MachineSettings.Read(root, arguments.Settings));
    }

    /// <returns>The exit code.</returns>
    public static int Run(Arguments arguments)
    {
        var setup = new MachineSetup(arguments);
        if (setup._tree.IsThisMachine && !setup._dry && !Environment.IsPrivilegedProcess)
        {
            throw new CannotStart("'setup' changes this machine: run it with sudo, or look first with --dry-run.");
        }

        if (arguments.Options.GetValueOrDefault(Arguments.Name) is { } name && !MachineNames.IsName(name))
        {
            throw new CannotStart($"--name is {name}: write small letters, digits and hyphens, at most 63, such as kiosk.");
        }

        return arguments.Options.ContainsKey(Arguments.Rollback) ? setup.GoBack() : setup.Install(arguments.Options.GetValueOrDefault(Arguments.Name));
    }

    private int Install(string? name)
    {
        InstallPackages();
        var (before, previous) = (_versions.Current, _versions.Previous);
        var version = _versions.Install();
        foreach (var file in MachineFiles.With(MachineValues.Of(_settings.Settings)).Append(Settings()).Concat(NameOfMachine(name)).Concat(PrintsByBrowser ? PrintServer.Files(_tree.PathOf("")) : []))
        {
            _tree.Write(file);
        }

        MachineFiles.Links.ToList().ForEach(_tree.Link);
        _versions.SwitchTo(version);
        if (!_tree.AnyChange)
        {
            Console.WriteLine("Nothing to change: everything is as it should be.");
        }

        if (!_tree.IsThisMachine)
        {
            _versions.RemoveOthers();
            return ExitCode.Done;
        }

        Ensure("the users", "systemd-sysusers", "/etc/sysusers.d/kiosk.conf");
        if (!Directory.Exists(RunningSystemd))
        {
            Console.WriteLine("The kiosk starts with the machine: systemd does not run here, so nothing was started.");
            return ExitCode.Done;
        }

        TakeEffect(name);
        return Restart(takeBack: before is null || before == version ? null : () => _versions.TakeBack(before, previous));
    }

    private int GoBack()
    {
        _versions.GoBack();
        return _tree.IsThisMachine ? Restart(takeBack: null) : ExitCode.Done;
    }

    private void InstallPackages()
    {
        if (!_tree.IsThisMachine || Packages.Missing(PrintsByBrowser) is not { Count: > 0 } missing)
        {
            return;
        }

        if (IsCalledByDpkg)
        {
            Console.WriteLine($"Still missing: 'sudo apt install {string.Join(' ', missing.Select(Packages.NameHere))}', then 'sudo kiosk setup'.");
            return;
        }

        _commands.Run("what there is at Debian", "apt-get", "update", "--quiet");
        _commands.Run(
            string.Join(", ", missing.Select(package => package.What).Distinct()),
            "apt-get", ["install", "--yes", "--quiet", "--no-install-recommends", .. missing.Select(Packages.NameHere)]);
    }

    /// <summary>By the package's own script (dpkg(1)): packages are locked then, and the package itself asks for what it needs.</summary>
    private static bool IsCalledByDpkg => Environment.GetEnvironmentVariable("DPKG_MAINTSCRIPT_PACKAGE") is { Length: > 0 };

    private bool PrintsByBrowser => _settings.Settings.Printer == "browser";

    private MachineFile Settings() => new(MachineSettings.Path, "the settings of this kiosk", _settings.Text, MachineTree.ForAllToRead);

    private IEnumerable<MachineFile> NameOfMachine(string? name) =>
        name is null ? [] :
        [
            new MachineFile("etc/hostname", $"tablets find the kiosk as {name}.local", name + "\n", MachineTree.ForAllToRead),
            new MachineFile("etc/hosts", "and it finds itself", Hosts(name), MachineTree.ForAllToRead),
        ];

    /// <summary>Debian's line for the machine itself, 127.0.1.1; the others stay.</summary>
    private string Hosts(string name)
    {
        var path = _tree.PathOf("etc/hosts");
        var lines = File.Exists(path) ? File.ReadAllLines(path) : ["127.0.0.1 localhost", "::1 localhost"];
        return string.Join('\n', [.. lines.Where(line => !line.StartsWith("127.0.1.1", StringComparison.Ordinal)), $"127.0.1.1 {name}"]) + "\n";
    }

    /// <summary>Makes users, rules and units known to the running system. All of it each time: what was begun once and cut short is finished by the next run.</summary>
    private void TakeEffect(string? name)
    {
        Ensure("the folders", "systemd-tmpfiles", "--create", "/etc/tmpfiles.d/kiosk.conf");
        Ensure("the kernel's settings", "sysctl", "--quiet", "--load", "/etc/sysctl.d/90-kiosk.conf");
        Ensure("swap, off", "swapoff", "--all");
        if (File.Exists(RunningUdev))
        {
            Ensure("the rules of printer and touch", "udevadm", "control", "--reload");
            Ensure("the printer's name", "udevadm", "trigger", "--subsystem-match=usbmisc");
        }

        Ensure("the units", "systemctl", "daemon-reload");
        if (name is not null)
        {
            Ensure("the name of this machine", "hostnamectl", "set-hostname", name);
        }

        When(_tree.Changed("etc/systemd/journald.conf.d/"), "the journal, into memory", "systemctl", "restart", "systemd-journald");
        When(_tree.Changed("etc/avahi/", "etc/hostname"), "the name, told to tablets", "systemctl", "restart", "avahi-daemon");
        When(_tree.Changed("etc/cups/"), "the print server", "systemctl", "try-restart", "cups");
        Ensure("wishes for the screen, its picture, backups, the time, the name", "systemctl", "start", "kiosk-screen-wish.path", "kiosk-picture.socket", "kiosk-backup.timer", "systemd-timesyncd.service", "avahi-daemon.service");
    }

    /// <summary>Starts what changed and waits until the kiosk is well; a new version that does not come up goes, and the one before it is back.</summary>
    private int Restart(Action? takeBack)
    {
        // Stopped first, and waited for: else the old program might answer for the new one.
        When(_tree.Changed("opt/", MachineSettings.Path, "etc/systemd/system/kiosk.service", "etc/hostname"), "the kiosk, to begin anew", "systemctl", "stop", "kiosk.service");
        Ensure("the kiosk", "systemctl", "--no-block", "start", "kiosk.service");

        if (!_dry && !KioskAnswer.Wait(_settings.Settings.VisitorUrl))
        {
            Console.Error.WriteLine("The kiosk does not answer. 'journalctl --unit kiosk' and 'sudo kiosk doctor' tell why.");
            if (takeBack is not null)
            {
                Console.Error.WriteLine("The version before is taken back.");
                takeBack();
                _commands.Run("the version before", "systemctl", "stop", "kiosk.service");
                _commands.Run("the version before", "systemctl", "--no-block", "start", "kiosk.service");
                KioskAnswer.Wait(_settings.Settings.VisitorUrl);
            }

            return ExitCode.CouldNot;
        }

        When(_tree.Changed("etc/systemd/system/kiosk-screen.service", "etc/chromium/", "etc/sysusers.d/"), "the screen, to begin anew", "systemctl", "stop", "kiosk-screen.service");
        Ensure("the screen", "systemctl", "--no-block", "start", "kiosk-screen.service");
        _versions.RemoveOthers();
        Console.WriteLine(_dry ? "Nothing was changed: this was a dry run." : "The kiosk answers.");
        return ExitCode.Done;
    }

    /// <summary>What does no harm when it is done already: said only when there was something to change.</summary>
    private void Ensure(string what, string program, params string[] arguments) => _commands.Run(_tree.AnyChange ? what : null, program, arguments);

    private void When(bool needed, string what, string program, params string[] arguments)
    {
        if (needed)
        {
            _commands.Run(what, program, arguments);
        }
    }
}
