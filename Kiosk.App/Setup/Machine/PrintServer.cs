using System.Runtime.Versioning;

namespace Kiosk.App.Setup.Machine;

/// <summary>CUPS keeps each slip for a day and a line for each in its logs, unless it is told not to (privacy promise P5).</summary>
[SupportedOSPlatform("linux")]
internal static class PrintServer
{
    private static readonly (string Path, string[] Directives)[] Wanted =
    [
        ("etc/cups/cupsd.conf", ["PreserveJobHistory No", "PreserveJobFiles No", "LogLevel warn", "LogDebugHistory 0", "Browsing No"]),
        ("etc/cups/cups-files.conf", ["AccessLog /dev/null", "PageLog /dev/null", "RequestRoot /run/cups/kiosk-spool"]),
    ];

    /// <summary>Its files as they should be: what stands there stays, but for those directives. None when it is not installed.</summary>
    public static IEnumerable<MachineFile> Files(string root) => Wanted.Where(file => File.Exists(Path.Combine(root, file.Path))).Select(file =>
    {
        var path = Path.Combine(root, file.Path);
        var kept = File.ReadAllLines(path).Where(line => !file.Directives.Any(directive => Name(line).Equals(Name(directive), StringComparison.OrdinalIgnoreCase)));
        return new MachineFile(file.Path, "no slip stays in the print server", string.Join('\n', [.. kept, .. file.Directives]) + "\n", File.GetUnixFileMode(path));
    });

    private static string Name(string line) => line.Trim().Split(' ', '\t')[0];
}
