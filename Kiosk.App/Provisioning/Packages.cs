using System.Runtime.Versioning;
using Kiosk.App.Hosting;

namespace Kiosk.App.Provisioning;

/// <summary>A package that the kiosk needs from Debian.</summary>
/// <param name="Names">Its names in Debian 12 and Debian 13, where they differ; one of them is enough.</param>
/// <param name="What">What it is for, in words.</param>
internal sealed record Package(IReadOnlyList<string> Names, string What);

/// <summary>What the kiosk needs from Debian, as listed in <c>assets/packages.txt</c>.</summary>
[SupportedOSPlatform("linux")]
internal static class Packages
{
    private const string PrintServer = "cups";

    public static readonly IReadOnlyList<Package> Needed =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "assets", "packages.txt"))
            .Where(line => line.Length > 0 && !line.StartsWith('#'))
            .Select(line => line.Split(": ", 2))
            .Select(parts => new Package(parts[0].Split(" | "), parts[1])),
    ];

    /// <summary>Those that are not installed.</summary>
    /// <param name="printsByBrowser">Else no print server is wanted: it would take a receipt printer for itself.</param>
    public static IReadOnlyList<Package> Missing(bool printsByBrowser)
    {
        var installed = Installed(Needed.SelectMany(package => package.Names));
        return [.. Needed.Where(package => !package.Names.Any(installed.Contains) && (printsByBrowser || package.Names[0] != PrintServer))];
    }

    /// <summary>Those of these packages that are installed.</summary>
    public static HashSet<string> Installed(IEnumerable<string> names)
    {
        var (_, said) = MachineCommands.Try("dpkg-query", ["--show", "--showformat", "${Package} ${db:Status-Status}\n", .. names]);
        return
        [
            .. said.Split('\n').Where(line => line.EndsWith(" installed", StringComparison.Ordinal)).Select(line => line.Split(' ')[0]),
        ];
    }

    /// <summary>
    /// The name under which this Debian has it; the first one when it knows none, so that the package manager says what is missing.
    /// </summary>
    public static string NameHere(Package package) =>
        package.Names.FirstOrDefault(name => MachineCommands.Try("apt-cache", "show", "--no-all-versions", name).Exit == 0)
        ?? package.Names[0];

    /// <summary>Installs what is missing from Debian.</summary>
    /// <exception cref="StartupException">It could not.</exception>
    public static void Install(MachineCommands commands, bool printsByBrowser)
    {
        if (Missing(printsByBrowser) is not { Count: > 0 } missing)
        {
            return;
        }

        string[] names = [.. missing.Select(NameHere)];
        if (IsCalledByDpkg)
        {
            Console.WriteLine($"Still missing: 'sudo apt install {string.Join(' ', names)}', then 'sudo kiosk setup'.");
            return;
        }

        if (ReadOnlyRoot.IsOn)
        {
            throw new StartupException(
                $"This version needs {string.Join(", ", names)}, and the system is read only: 'sudo kiosk setup --writable-root', "
                    + "restart, install it, "
                    + "and 'sudo kiosk setup --read-only-root'. Nothing was changed."
            );
        }

        try
        {
            commands.Run("what there is at Debian", "apt-get", "update", "--quiet");
            commands.Run(
                string.Join(", ", missing.Select(package => package.What).Distinct()),
                "apt-get",
                ["install", "--yes", "--quiet", "--no-install-recommends", .. names]
            );
        }
        catch (StartupException problem)
        {
            throw new StartupException(
                $"{Advice(problem.Message)} The kiosk was not changed. Needed: {string.Join(", ", names)}. {problem.Message}"
            );
        }
    }

    /// <summary>By the package's own script (dpkg(1)): packages are locked then, and the package itself asks for what it needs.</summary>
    private static bool IsCalledByDpkg => Environment.GetEnvironmentVariable("DPKG_MAINTSCRIPT_PACKAGE") is { Length: > 0 };

    /// <summary>By what apt-get says: it asks for that command by its name.</summary>
    private static string Advice(string said) =>
        said.Contains("dpkg --configure -a", StringComparison.Ordinal)
            ? "An earlier installation was cut short: run 'sudo dpkg --configure -a', then 'setup' again."
            : "What the kiosk needs could not be fetched from Debian: see whether this machine reaches the internet, has room and "
                + "knows the date, "
                + "then run 'setup' again.";
}
