using System.Runtime.Versioning;
using Kiosk.App.Shared;

namespace Kiosk.App.Setup.Machine;

/// <summary>The command <c>setup</c>: makes a Debian machine a kiosk, or writes the files of one into a folder. A second run changes nothing.</summary>
[SupportedOSPlatform("linux")]
internal sealed class MachineSetup
{
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

        return arguments.Options.ContainsKey(Arguments.Rollback) ? setup.GoBack() : setup.Install(arguments.Options.GetValueOrDefault(Arguments.Name));
    }

    private int Install(string? name)
    {
        InstallPackages();
        var before = _versions.Current;
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
            return ExitCode.Done;
        }

        TakeEffect(name);
        return Restart(goBack: before is not null && before != version);
    }

    private int GoBack()
    {
        _versions.GoBack();
        return _tree.IsThisMachine ? Restart(goBack: false) : ExitCode.Done;
    }

    private void InstallPackages()
    {
        if (_tree.IsThisMachine && Packages.Missing(PrintsByBrowser) is { Count: > 0 } missing)
        {
            _commands.Run("what there is at Debian", "apt-get", "update", "--quiet");
            _commands.Run(string.Join(", ", missing.Select(package => Packages.Needed[package]).Distinct()), "apt-get", ["install", "--yes", "--quiet", "--no-install-recommends", .. missing]);
        }
    }

    private bool PrintsByBrowser => _settings.Settings.Printer == "browser";

    private MachineFile Settings() => new(MachineSettings.Path, "the settings of this kiosk", _settings.Text, MachineTree.ForAllToRead);

    private static IEnumerable<MachineFile> NameOfMachine(string? name) =>
        name is null ? [] : [new MachineFile("etc/hostname", $"tablets find the kiosk as {name}.local", name + "\n", MachineTree.ForAllToRead)];

    /// <summary>Makes users, rules and units known to the running system, where they changed.</summary>
    private void TakeEffect(string? name)
    {
        When(_tree.Changed("etc/sysusers.d/"), "the users", "systemd-sysusers", "/etc/sysusers.d/kiosk.conf");
        When(_tree.Changed("etc/tmpfiles.d/"), "the folder for backups", "systemd-tmpfiles", "--create", "/etc/tmpfiles.d/kiosk.conf");
        When(_tree.Changed("etc/sysctl.d/"), "the kernel's settings", "sysctl", "--quiet", "--load", "/etc/sysctl.d/90-kiosk.conf");
        When(_tree.Changed("etc/udev/") && File.Exists("/usr/bin/udevadm"), "the printer's rule", "udevadm", "control", "--reload");
        When(_tree.Changed("etc/systemd/system/swap.target"), "swap, off", "swapoff", "--all");
        When(_tree.Changed("etc/systemd/"), "the units", "systemctl", "daemon-reload");
        When(_tree.Changed("etc/systemd/journald.conf.d/"), "the journal, into memory", "systemctl", "restart", "systemd-journald");
        When(_tree.Changed("etc/avahi/"), "the name", "systemctl", "try-reload-or-restart", "avahi-daemon");
        When(_tree.Changed("etc/cups/"), "the print server", "systemctl", "try-restart", "cups");
        When(_tree.Changed("etc/hostname"), "the name of this machine", "hostnamectl", "set-hostname", name ?? "");
        When(_tree.Changed("etc/systemd/system/"), "wishes for the screen, backups", "systemctl", "start", "kiosk-screen-wish.path", "kiosk-backup.timer");
    }

    /// <summary>Starts what changed and waits until the kiosk is well; a new version that does not come up goes, and the one before it is back.</summary>
    private int Restart(bool goBack)
    {
        if (_tree.Changed("opt/", MachineSettings.Path, "etc/systemd/system/kiosk.service"))
        {
            When(true, "the kiosk, anew", "systemctl", "--no-block", "restart", "kiosk.service");
        }

        if (!_dry && !KioskAnswer.Wait(_settings.Settings.VisitorUrl))
        {
            Console.Error.WriteLine("The kiosk does not answer. 'journalctl --unit kiosk' and 'sudo kiosk doctor' tell why.");
            if (goBack)
            {
                Console.Error.WriteLine("The version before is taken back.");
                _versions.GoBack();
                _commands.Run("the version before", "systemctl", "--no-block", "restart", "kiosk.service");
                KioskAnswer.Wait(_settings.Settings.VisitorUrl);
            }

            return ExitCode.CouldNot;
        }

        When(_tree.Changed("etc/systemd/system/kiosk-screen.service", "etc/chromium/", "etc/sysusers.d/"), "the screen, anew", "systemctl", "--no-block", "restart", "kiosk-screen.service");
        Console.WriteLine(_dry ? "Nothing was changed: this was a dry run." : "The kiosk answers.");
        return ExitCode.Done;
    }

    private void When(bool needed, string what, string program, params string[] arguments)
    {
        if (needed)
        {
            _commands.Run(what, program, arguments);
        }
    }
}
