using Kiosk.App.Hosting;

namespace Kiosk.App.Provisioning;

/// <summary>
/// Which system a machine has, as <c>/etc/os-release</c> tells (os-release(5)). Raspberry Pi OS of 64 bits calls itself Debian, that of 32
/// bits <c>raspbian</c>.
/// </summary>
internal static class SystemRelease
{
    private static readonly string[] Systems = ["debian", "raspbian"];
    private static readonly string[] Versions = ["12", "13"];

    /// <summary>A folder for another machine need not hold its system yet.</summary>
    /// <exception cref="StartupException">The kiosk was not made for it.</exception>
    public static void RefuseOthers(string root)
    {
        var file = Path.Combine(root, "etc/os-release");
        if (!File.Exists(file) && root != "/")
        {
            return;
        }

        var said = (File.Exists(file) ? File.ReadLines(file) : [])
            .Select(line => line.Split('=', 2))
            .Where(pair => pair.Length == 2)
            .ToLookup(pair => pair[0], pair => pair[1].Trim('"', '\''));
        if (!said["ID"].Any(Systems.Contains) || !said["VERSION_ID"].Any(Versions.Contains))
        {
            var name = said["PRETTY_NAME"].FirstOrDefault("another system");
            throw new StartupException(
                $"The kiosk runs on Debian 12 or 13 and on Raspberry Pi OS based on them; this is {name}. Nothing was changed."
            );
        }
    }
}
