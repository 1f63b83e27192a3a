using System.Text.Encodings.Web;
using System.Text.Json;
using Kiosk.App.Setup.Examining;
using Kiosk.App.Setup.Machine;
using Kiosk.App.Shared;

namespace Kiosk.App.Setup;

/// <summary>The command <c>doctor</c>: looks over the machine and what the kiosk needs of it, and says in words what to do.</summary>
internal static class Doctor
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <returns>The exit code: 0 when all is well.</returns>
    public static int Examine(Arguments arguments)
    {
        List<Finding> findings = [.. Findings(arguments)];
        if (arguments.Options.ContainsKey(Arguments.Json))
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
                    Json
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
        findings.All(finding => finding.Weight != Weight.Look) ? ExitCode.Done : ExitCode.CouldNot;

    /// <summary>Looks over the machine, or that below <c>--root</c>; says nothing.</summary>
    public static IEnumerable<Finding> Findings(Arguments arguments)
    {
        var root = Path.GetFullPath(arguments.Options.GetValueOrDefault(Arguments.Root, "/"));
        if (!Directory.Exists(root))
        {
            throw new StartupException($"--root is {root}, and there is no such folder: correct the path.");
        }

        var (settings, machine) =
            OperatingSystem.IsLinux() && File.Exists(Path.Combine(root, MachineSettings.Path))
                ? OfMachine(root, arguments.Settings)
                : (
                    SettingsReader.Read(Startup.ReadConfiguration(arguments.Settings)),
                    [
                        new Finding(
                            "machine",
                            "Machine",
                            "it is not set up as a kiosk; 'setup' does that, and --dry-run shows how.",
                            IsNote: true
                        ),
                    ]
                );
        return
        [
            .. machine,
            .. PrintingChecks.Examine(settings),
            .. arguments.Options.ContainsKey(Arguments.PrintTest) ? PrintingChecks.PrintTest(settings) : [],
        ];
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
                .. root == "/" ? RunningChecks.Examine(inForce) : [],
            ]
        );
    }
}
