using System.Globalization;
using System.Runtime.InteropServices;
using Kiosk.App.Shared;

namespace Kiosk.App.Setup.Machine;

/// <summary>What stands for <c>{{name}}</c> in the files of a machine.</summary>
internal static class MachineValues
{
    public static IReadOnlyDictionary<string, string> Of(KioskSettings settings) => new Dictionary<string, string>
    {
        ["dotnet"] = Dotnet(),
        ["visitor-url"] = settings.VisitorUrl.TrimEnd('/'),
        ["visitor-port"] = PortOf(settings.VisitorUrl),
        ["staff-port"] = PortOf(settings.StaffUrl),
        ["printing"] = settings.Printer == "browser" ? "--kiosk-printing " : "",
        ["printing-enabled"] = settings.Printer == "browser" ? "true" : "false",
    };

    /// <summary>The .NET that runs this is the one that will run the kiosk; it has to lie where the kiosk's user may read.</summary>
    private static string Dotnet()
    {
        var dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
        return dotnet.StartsWith("/root/", StringComparison.Ordinal) || dotnet.StartsWith("/home/", StringComparison.Ordinal)
            ? throw new CannotStart($".NET lies in {dotnet}, where the kiosk may not read: install the ASP.NET Core runtime in /usr/share/dotnet, and run setup with that.")
            : dotnet;
    }

    private static string PortOf(string url) => new Uri(url).Port.ToString(CultureInfo.InvariantCulture);
}
