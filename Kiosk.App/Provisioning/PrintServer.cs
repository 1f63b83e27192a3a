using System.Runtime.Versioning;

namespace Kiosk.App.Provisioning;

/// <summary>CUPS keeps each slip for a day and a line for each in its logs, unless it is told not to (privacy promise P5).</summary>
[SupportedOSPlatform("linux")]
internal static class PrintServer
{
    private static readonly (string Path, string[] Directives)[] Wanted =
    [
        ("etc/cups/cupsd.conf", ["PreserveJobHistory No", "PreserveJobFiles No", "LogLevel warn", "LogDebugHistory 0", "Browsing No"]),
        ("etc/cups/cups-files.conf", ["AccessLog /dev/null", "PageLog /dev/null", "RequestRoot /run/cups/kiosk-spool"]),
    ];

    public static IEnumerable<string> Paths => Wanted.Select(file => file.Path);

    /// <summary>Its files as they should be: what stands there stays, but for those directives. None when it is not installed.</summary>
    public static IEnumerable<MachineFile> Files(string root) =>
        Wanted
            .Where(file => File.Exists(Path.Combine(root, file.Path)))
            .Select(file =>
            {
                var path = Path.Combine(root, file.Path);
                var kept = File.ReadAllLines(path).Where(line => !IsNamed(line, file.Directives));
                return new MachineFile(
                    file.Path,
                    "no slip stays in the print server",
                    string.Join('\n', [.. kept, .. file.Directives]) + "\n",
                    File.GetUnixFileMode(path)
                );
            });

    /// <summary>Its files without those directives, and with what stood there in their place before the kiosk.</summary>
    public static IEnumerable<MachineFile> FilesWithout(string root, OriginalFiles before) =>
        Wanted
            .Where(file => File.Exists(Path.Combine(root, file.Path)))
            .Select(file =>
            {
                var path = Path.Combine(root, file.Path);
                var now = File.ReadAllLines(path);
                string[] kept = [.. now.Where(line => !file.Directives.Contains(line))];
                var earlier = before.PathOf(file.Path) is { } there
                    ? File.ReadAllLines(there).Where(line => IsNamed(line, file.Directives))
                    : [];
                var text = kept.Length == now.Length ? File.ReadAllText(path) : string.Join('\n', [.. kept, .. earlier]) + "\n";
                return new MachineFile(file.Path, "the print server keeps what it kept before", text, File.GetUnixFileMode(path));
            });

    private static bool IsNamed(string line, string[] directives) =>
        directives.Any(directive => Name(line).Equals(Name(directive), StringComparison.OrdinalIgnoreCase));

    private static string Name(string line) => line.Trim().Split(' ', '\t')[0];
}
