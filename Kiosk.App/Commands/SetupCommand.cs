using System.CommandLine;
using Kiosk.App.Hosting;
using Kiosk.App.Provisioning;

namespace Kiosk.App.Commands;

/// <summary>The command <c>setup</c>.</summary>
internal sealed class SetupCommand : KioskCommand
{
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Only say what would be changed." };

    private readonly Option<string> _root = new(SetupOptions.RootOption)
    {
        Description = "Write the files of another machine into DIR, and run nothing.",
        HelpName = "DIR",
        DefaultValueFactory = _ => "/",
    };

    private readonly Option<string?> _name = new("--name")
    {
        Description = "Name of the machine: tablets find it as NAME.local.",
        HelpName = "NAME",
    };

    /// <summary>What is done instead of setting the machine up.</summary>
    private readonly Dictionary<Option<bool>, SetupAction> _actions = new()
    {
        [new("--rollback") { Description = "Go back to the version before." }] = SetupAction.RollBack,
        [
            new("--remove")
            {
                Description = "Make the machine what it was before, but for the house's settings, data and backups, which stay.",
            }
        ] = SetupAction.Remove,
        [
            new("--read-only-root")
            {
                Description =
                    "From the next start nothing is written to the system's partition; program, settings, data and backups move to the "
                    + "partition with the label kiosk-data.",
            }
        ] = SetupAction.MakeRootReadOnly,
        [new("--writable-root") { Description = "From the next start it is written again, for Debian's own updates." }] =
            SetupAction.MakeRootWritable,
    };

    public SetupCommand(string[] settings)
        : base(
            SetupOptions.Command,
            "Make this Debian or Raspberry Pi OS machine a kiosk, or bring it up to date; settings stay, asked ones come in.",
            settings
        )
    {
        Add(_dryRun);
        Add(_root);
        Add(_name);
        foreach (var option in _actions.Keys)
        {
            Add(option);
        }

        Validators.Add(given =>
        {
            if (_actions.Keys.Where(option => given.GetValue(option)).ToList() is [var one, var another, ..])
            {
                given.AddError($"{one.Name} and {another.Name} do not go together: write one of them.");
            }
        });
    }

    protected override int Run(ParseResult parsed)
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new StartupException("'setup' is for Debian and Raspberry Pi OS; on Windows deploy-kiosk.ps1 -Local does it.");
        }

        var action = _actions.Where(known => parsed.GetValue(known.Key)).Select(known => known.Value).FirstOrDefault(SetupAction.SetUp);
        return MachineSetup.Run(
            new SetupOptions(
                action,
                Path.GetFullPath(parsed.GetRequiredValue(_root)),
                parsed.GetValue(_dryRun),
                parsed.GetValue(_name),
                Settings
            )
        );
    }
}
