using System.CommandLine;
using System.CommandLine.Help;
using Kiosk.App.Hosting;
using Kiosk.App.Hosting.Resilience;

namespace Kiosk.App.Commands;

/// <summary>How the kiosk itself is to run.</summary>
/// <param name="Settings">The <c>--Kiosk:…</c> settings, for the configuration.</param>
/// <param name="OpensScreen">Whether a browser is opened on this machine.</param>
internal sealed record RunOptions(string[] Settings, bool OpensScreen);

/// <summary>The program without a command runs the kiosk.</summary>
internal sealed class RunCommand : RootCommand
{
    private readonly Option<bool> _noOpen = new("--no-open") { Description = "Do not open a browser." };

    private readonly Option<bool> _keepGoing = new("--keep-going")
    {
        Description = "As an appliance: come up whatever happens, with what can be used, and say on a tablet what could not.",
    };

    /// <param name="settings">The <c>--Kiosk:…</c> settings, of every command too.</param>
    /// <param name="serve">Runs the kiosk until it is told to stop.</param>
    public RunCommand(string[] settings, Func<RunOptions, StartupState, Task> serve)
        : base("Kiosk: today's activities and the way to the right service, for the reception of a meeting place.")
    {
        Directives.Clear();
        Add(_noOpen);
        Add(_keepGoing);
        Add(new BackupCommand(settings));
        Add(new RestoreCommand(settings));
        Add(new DoctorCommand(settings));
        Add(new ExportCommand(settings));
        Add(new ImportCommand(settings));
        Add(new ReportCommand(settings));
        Add(new RecoverCommand(settings));
        Add(new SetupCommand(settings));
        var help = Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithSettings((HelpAction)help.Action!);
        SetAction(async parsed =>
        {
            var options = new RunOptions(settings, !parsed.GetValue(_noOpen));
            await ResilientHost.RunAsync(parsed.GetValue(_keepGoing), settings, start => serve(options, start));
            return ExitCode.Done;
        });
    }
}
