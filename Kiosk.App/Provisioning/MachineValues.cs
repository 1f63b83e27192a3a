using System.Globalization;
using System.Runtime.Versioning;
using Kiosk.App.Hosting;

namespace Kiosk.App.Provisioning;

/// <summary>What stands for <c>{{name}}</c> in the files of a machine.</summary>
[SupportedOSPlatform("linux")]
internal static class MachineValues
{
    public static IReadOnlyDictionary<string, string> Of(KioskSettings settings) =>
        new Dictionary<string, string>
        {
            ["program"] = ProgramCommand.InForce,
            ["visitor-url"] = settings.VisitorUrl.TrimEnd('/'),
            ["visitor-port"] = PortOf(settings.VisitorUrl),
            ["staff-port"] = PortOf(settings.StaffUrl),
            ["printing"] = settings.Printer == "browser" ? "--kiosk-printing " : "",
            ["printing-enabled"] = settings.Printer == "browser" ? "true" : "false",
        };

    private static string PortOf(string url) => new Uri(url).Port.ToString(CultureInfo.InvariantCulture);
}
