using System.Runtime.Versioning;
using Kiosk.App.Hosting;

namespace Kiosk.App.Provisioning;

/// <summary>
/// The command <c>setup</c>: makes a Debian machine a kiosk, or writes the files of one into a folder. A second run changes nothing.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class MachineSetup
{
    /// <summary>There only where rules for devices are in force.</summary>
    private const string RunningUdev = "/run/udev/control";

    private readonly MachineTree _tree;
    private readonly MachineCommands _commands;
    private readonly ProgramVersions _versions;
    private readonly MachineSettings _settings;
    private readonly string _root;
    private readonly bool _dry;

    private MachineSetup(MachineTree tree, SetupOptions options)
    {
        (_tree, _root, _dry) = (tree, options.Root, options.IsDry);
        (_commands, _versions) = (new MachineCommands(_dry), new ProgramVersions(tree));
        _settings = MachineSettings.Read(_root, options.Settings);
    }

    /// <returns>The exit code.</returns>
    public static int Run(SetupOptions options)
    {
        var tree = new MachineTree(options.Root, options.IsDry);
        if (tree.IsThisMachine && !options.IsDry && !Environment.IsPrivilegedProcess)
        {
            throw new StartupException("'setup' changes this machine: run it with sudo, or look first with --dry-run.");
        }

        if ((options.Name is not null || options.Action == SetupAction.Remove) && tree.IsThisMachine && ReadOnlyRoot.IsOn)
        {
            throw new StartupException(
                "A restart would undo it: the system is read only. Run 'sudo kiosk setup --writable-root', restart, and do it then. "
                    + "Nothing was changed."
            );
        }

        using var held = tree.IsThisMachine && !options.IsDry && !SetupLock.IsHandedOver ? SetupLock.Take() : null;
        if (held is not null && options.Action == SetupAction.SetUp && new ProgramVersions(tree).IsPassedOver)
        {
            Console.WriteLine("Another version is in force, and was put in place by its own set-up: nothing was changed.");
            return ExitCode.Done;
        }

        return options.Action switch
        {
            SetupAction.Remove => new MachineRemoval(tree, options.IsDry).Run(),
            SetupAction.MakeRootReadOnly => new ReadOnlyRoot(tree, options.IsDry).SwitchOn(),
            SetupAction.MakeRootWritable => new ReadOnlyRoot(tree, options.IsDry).SwitchOff(),
            SetupAction.RollBack => new MachineSetup(tree, options).GoBack(),
            SetupAction.SetUp => new MachineSetup(tree, options).Install(NameOf(options)),
        };
    }

    private static string? NameOf(SetupOptions options) =>
        options.Name is { } name && !MachineNames.IsName(name)
            ? throw new StartupException($"--name is {name}: write small letters, digits and hyphens, at most 63, such as kiosk.")
            : options.Name;

    private int Install(string? name)
    {
        SystemRelease.RefuseOthers(_root);
        if (_tree.IsThisMachine)
        {
            Packages.Install(_commands, PrintsByBrowser);
        }

        var (before, previous) = (_versions.Current, _versions.Previous);
        var version = TakeIntoForce(Files(name), before);
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
        if (!_tree.RunsSystemd)
        {
            Console.WriteLine("The kiosk starts with the machine: systemd does not run here, so nothing was started.");
            return ExitCode.Done;
        }

        TakeEffect(name);
        return Restart(takeBack: before is null || before == version ? null : () => TakeBack(before, previous));
    }

    private IReadOnlyList<MachineFile> Files(string? name) =>
        [
            .. MachineFiles.With(MachineValues.Of(_settings.Settings)),
            Settings(),
            .. NameOfMachine(name),
            .. PrintsByBrowser ? PrintServer.Files(_root) : [],
        ];

    /// <summary>All is laid ready first, and then put in place: a disk that is full changes nothing.</summary>
    /// <returns>Name of this version.</returns>
    private string TakeIntoForce(IReadOnlyList<MachineFile> files, string? before)
    {
        try
        {
            new OriginalFiles(_tree, _dry).Take([
                .. MachineFiles.What.Keys,
                .. MachineFiles.OwnLinks.Select(link => link.Path),
                .. PrintServer.Paths,
            ]);
            var version = _versions.Install();
            files.ToList().ForEach(_tree.Write);
            MachineFiles.Links.ToList().ForEach(_tree.Link);
            _versions.SwitchTo(version);
            RemoveUnknown(before is null ? [] : MachineFiles.Of(_versions.FolderOf(before)), [.. MachineFiles.What.Keys]);
            return version;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            _tree.Discard();
            _versions.Discard();
            throw new StartupException(
                $"{problem.Message}. What was in force stays in force; make room on the disk, or see what is wrong with it, and "
                    + "run 'setup' again."
            );
        }
    }

    private int GoBack()
    {
        var version = _versions.ToGoBackTo();
        var command = ProgramCommand.Of(_versions.FolderOf(version));
        Stop();
        _versions.SwitchTo(version);
        return HandOverTo(version, command);
    }

    /// <summary>As it was before an update: a version that does not come up is none to go back to.</summary>
    private void TakeBack(string before, string? previous)
    {
        var command = ProgramCommand.Of(_versions.FolderOf(before));
        Stop();
        _versions.TakeBack(before, previous);
        HandOverTo(before, command);
        _versions.RemoveOthers();
    }

    /// <summary>
    /// Lets the own setup of the version in force bring the files that it was tried with. Being in force already, it does not go back in
    /// its turn when it does not answer either.
    /// </summary>
    /// <param name="command">Starts the program of that version.</param>
    private int HandOverTo(string version, IReadOnlyList<string> command)
    {
        RemoveUnknown(MachineFiles.What.Keys, MachineFiles.Of(_versions.FolderOf(version)));
        string[] root = _tree.IsThisMachine ? [] : [SetupOptions.RootOption, _root];
        return _commands.Hand("what that version brings", command[0], [.. command.Skip(1), SetupOptions.Command, .. root]);
    }

    private void Stop()
    {
        if (_tree.RunsSystemd)
        {
            _commands.Run("the kiosk, to begin anew", "systemctl", "stop", "kiosk.service");
        }
    }

    /// <summary>Files that one version brought and another does not know.</summary>
    private void RemoveUnknown(IEnumerable<string> brought, IReadOnlyList<string> known) =>
        brought
            .Except(known)
            .Where(_tree.IsThere)
            .ToList()
            .ForEach(path => _tree.RemoveFile(path, "the version in force does not know it"));

    private bool PrintsByBrowser => _settings.Settings.Printer == "browser";

    private MachineFile Settings() => new(MachineSettings.Path, "the settings of this kiosk", _settings.Text, MachineTree.ForAllToRead);

    private IEnumerable<MachineFile> NameOfMachine(string? name) =>
        name is null
            ? []
            :
            [
                new MachineFile("etc/hostname", $"tablets find the kiosk as {name}.local", name + "\n", MachineTree.ForAllToRead),
                new MachineFile("etc/hosts", "and it finds itself", Hosts(name), MachineTree.ForAllToRead),
            ];

    /// <summary>Debian's line for the machine itself, 127.0.1.1; the others stay.</summary>
    private string Hosts(string name)
    {
        var path = _tree.PathOf("etc/hosts");
        var lines = File.Exists(path) ? File.ReadAllLines(path) : ["127.0.0.1 localhost", "::1 localhost"];
        return string.Join('\n', [.. lines.Where(line => !line.StartsWith("127.0.1.1", StringComparison.Ordinal)), $"127.0.1.1 {name}"])
            + "\n";
    }

    /// <summary>
    /// Makes users, rules and units known to the running system. All of it each time: what was begun once and cut short is finished by the
    /// next run.
    /// </summary>
    private void TakeEffect(string? name)
    {
        Ensure("the folders", "systemd-tmpfiles", "--create", "/etc/tmpfiles.d/kiosk.conf");
        Ensure("the kernel's settings", "sysctl", "--quiet", "--load", "/etc/sysctl.d/90-kiosk.conf");
        Ensure("swap, off", "swapoff", "--all");
        if (File.Exists(RunningUdev))
        {
            EnsureIfPossible("the rules of printer and touch", "udevadm", "control", "--reload");
            EnsureIfPossible("the printer's name", "udevadm", "trigger", "--subsystem-match=usbmisc");
        }

        Ensure("the units", "systemctl", "daemon-reload");
        if (name is not null)
        {
            Ensure("the name of this machine", "hostnamectl", "set-hostname", name);
        }

        When(_tree.Changed("etc/systemd/journald.conf.d/"), "the journal, into memory", "systemctl", "restart", "systemd-journald");
        if (_tree.Changed("etc/avahi/", "etc/hostname"))
        {
            _commands.RunIfPossible("the name, told to tablets", "systemctl", "restart", "avahi-daemon");
        }

        When(_tree.Changed("etc/cups/"), "the print server", "systemctl", "try-restart", "cups");
        Ensure(
            "wishes for the screen, its picture, backups",
            "systemctl",
            "start",
            "kiosk-screen-wish.path",
            "kiosk-picture.socket",
            "kiosk-backup.timer"
        );
        EnsureIfPossible("the time, the name", "systemctl", "start", "systemd-timesyncd.service", "avahi-daemon.service");
    }

    /// <summary>
    /// Starts what changed and waits until the kiosk is well; a new version that does not come up goes, and the one before it is back.
    /// </summary>
    private int Restart(Action? takeBack)
    {
        // Stopped first, and waited for: else the old program might answer for the new one.
        When(
            _tree.Changed("opt/", MachineSettings.Path, "etc/systemd/system/kiosk.service", "etc/hostname"),
            "the kiosk, to begin anew",
            "systemctl",
            "stop",
            "kiosk.service"
        );
        Ensure("the kiosk", "systemctl", "--no-block", "start", "kiosk.service");

        if (!_dry && !HealthClient.Wait(_settings.Settings.VisitorUrl))
        {
            Console.Error.WriteLine("The kiosk does not answer. 'journalctl --unit kiosk' and 'sudo kiosk doctor' tell why.");
            if (takeBack is not null)
            {
                Console.Error.WriteLine("The version before is taken back.");
                takeBack();
            }

            return ExitCode.CouldNot;
        }

        When(
            _tree.Changed("etc/systemd/system/kiosk-screen.service", "etc/chromium/", "etc/sysusers.d/"),
            "the screen, to begin anew",
            "systemctl",
            "stop",
            "kiosk-screen.service"
        );
        Ensure("the screen", "systemctl", "--no-block", "start", "kiosk-screen.service");
        _versions.RemoveOthers();
        Console.WriteLine(_dry ? "Nothing was changed: this was a dry run." : "The kiosk answers.");
        return ExitCode.Done;
    }

    /// <summary>What does no harm when it is done already: said only when there was something to change.</summary>
    private void Ensure(string what, string program, params string[] arguments) =>
        _commands.Run(_tree.AnyChange ? what : null, program, arguments);

    private void When(bool needed, string what, string program, params string[] arguments)
    {
        if (needed)
        {
            _commands.Run(what, program, arguments);
        }
    }

    private void EnsureIfPossible(string what, string program, params string[] arguments) =>
        _commands.RunIfPossible(_tree.AnyChange ? what : null, program, arguments);
}
