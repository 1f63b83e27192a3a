using System.Runtime.Versioning;

namespace Kiosk.App.Setup.Machine;

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
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "assets", "packages.txt")).Where(line => line.Length > 0 && !line.StartsWith('#'))
            .Select(line => line.Split(": ", 2)).Select(parts => new Package(parts[0].Split(" | "), parts[1])),
    ];

    /// <summary>Those that are not installed.</summary>
    /// <param name="printsByBrowser">Else no print server is wanted: it would take a receipt printer for itself.</param>
    public static IReadOnlyList<Package> Missing(bool printsByBrowser)
    {
        string[] names = [.. Needed.SelectMany(package => package.Names)];
        var (_, said) = MachineCommands.Try("dpkg-query", ["--show", "--showformat", "${Package} ${db:Status-Status}\n", .. names]);
        var installed = said.Split('\n').Where(line => line.EndsWith(" installed", StringComparison.Ordinal)).Select(line => line.Split(' ')[0]).ToHashSet();
        return [.. Needed.Where(package => !package.Names.Any(installed.Contains) && (printsByBrowser || package.Names[0] != PrintServer))];
    }

    /// <summary>The name under which this Debian has it; the first one when it knows none, so that the package manager says what is missing.</summary>
    public static string NameHere(Package package) =>
        package.Names.FirstOrDefault(name => MachineCommands.Try("apt-cache", "show", "--no-all-versions", name).Exit == 0) ?? package.Names[0];
}
