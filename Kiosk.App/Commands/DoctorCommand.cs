using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Kiosk.App.Commands.Checks;
using Kiosk.App.Hosting;
using Kiosk.App.Monitoring.Checks;
using Kiosk.App.Provisioning;

namespace Kiosk.App.Commands;

/// <summary>The command <c>doctor</c>: looks over the machine and what the kiosk needs of it, and says in words what to do.</summary>
internal sealed class DoctorCommand : KioskCommand
{
    /// <summary>The finding of a machine that was not set up.</summary>
    private const string NoKiosk = "machine";

    private static readonly JsonSerializerOptions JsonForm = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Option<bool> _printTest = new("--print-test")
    {
        Description = "Print a test page: ruler, every script, a QR, every kind of cut.",
    };

    private readonly Option<bool> _json = new("--json") { Description = "The same for a program to read." };

    private readonly Option<string> _root = new("--root")
    {
        Description = "Look over the files of another machine, in DIR.",
        HelpName = "DIR",
        DefaultValueFactory = _ => "/",
    };

    public DoctorCommand(string[] settings)
        : base("doctor", "Look over the machine, and say what to do; 0 when all is well, 1 when not.", settings)
    {
        Add(_printTest);
        Add(_json);
        Add(_root);
    }

    protected override int Run(ParseResult parsed)
    {
        List<Finding> findings = [.. Findings(Settings, parsed.GetRequiredValue(_root), parsed.GetValue(_printTest))];
        if (parsed.GetValue(_json))
        {
            Console.WriteLine(
                JsonSerializer.Serialize(
                    findings.Select(finding => new
                    {
                        name = finding.Name,
                        weight = finding.Mark.ToLowerInvariant(),
                        what = finding.What,
                        advice = finding.Advice,
                    }),
                    JsonForm
                )
            );
        }
        else
        {
            findings.ForEach(finding =>
                Console.WriteLine($"{finding.Mark, -5} {finding.What}{(finding.Advice is null ? "" : $": {finding.Advice}")}")
            );
        }

        return ExitCodeOf(findings);
    }

    public static int ExitCodeOf(IEnumerable<Finding> findings) =>
        findings.All(finding => finding.Severity != Severity.Look) ? ExitCode.Done : ExitCode.CouldNot;

    /// <summary>Looks over the machine, or that below a folder; says nothing.</summary>
    public static IEnumerable<Finding> Findings(string[] asked, string folder, bool printsTest = false)
    {
        var root = Path.GetFullPath(folder);
        if (!Directory.Exists(root))
        {
            throw new StartupException($"--root is {root}, and there is no such folder: correct the path.");
        }

        var (settings, machine) =
            OperatingSystem.IsLinux() && File.Exists(Path.Combine(root, MachineSettings.Path))
                ? OfMachine(root, asked)
                : (
                    SettingsReader.Read(Startup.ReadConfiguration(asked)),
                    [
                        new Finding(
                            NoKiosk,
                            "Machine",
                            "it is not set up as a kiosk; 'setup' does that, and --dry-run shows how.",
                            IsNote: true
                        ),
                    ]
                );
        List<Finding> findings = [.. machine, .. PrintingChecks.Examine(settings)];
        if (root == "/" && machine[0].Name != NoKiosk)
        {
            // What was looked at here already, the kiosk need not say again.
            findings.AddRange(RunningChecks.Examine(settings).ExceptBy(findings.Select(finding => finding.Name).ToList(), own => own.Name));
        }

        return printsTest ? [.. findings, .. PrintingChecks.PrintTest(settings)] : findings;
    }

    [System.Runtime.Versioning.SupportedOSPlatform("linux")]
    private static (KioskSettings Settings, IReadOnlyList<Finding> Findings) OfMachine(string root, string[] asked)
    {
        MachineSettings? read = null;
        Finding settings;
        try
        {
            read = MachineSettings.Read(root, asked);
            settings = new Finding("settings", $"Settings in /{MachineSettings.Path}");
        }
        catch (StartupException problem)
        {
            settings = new Finding("settings", $"Settings in /{MachineSettings.Path}", problem.Message.ReplaceLineEndings(" "));
        }

        var inForce = read?.Settings ?? new KioskSettings { Data = MachineSettings.Data };
        return (
            inForce,
            [
                settings,
                .. read is null ? [] : new MachineChecks(root, inForce).Examine(),
                .. new HardwareChecks(root, inForce).Examine(),
                .. new DataChecks(root, inForce).Examine(),
            ]
        );
    }
}
