using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Kiosk.App.Hosting;

namespace Kiosk.App.Provisioning;

/// <summary>
/// How a version of the program is started: by itself where .NET lies in its folder, as in the package; else by the machine's .NET.
/// </summary>
[SupportedOSPlatform("linux")]
internal static class ProgramCommand
{
    public const string Assembly = "Kiosk.App.dll";

    private const string Install = "install the ASP.NET Core runtime in /usr/share/dotnet";

    /// <summary>Where installers put .NET: Microsoft's scripts and packages, Debian derivatives' packages, and links on the path.</summary>
    private static readonly string[] UsualPlaces =
    [
        "/usr/share/dotnet/dotnet",
        "/usr/lib/dotnet/dotnet",
        "/usr/local/bin/dotnet",
        "/usr/bin/dotnet",
    ];

    /// <summary>The program that is running this.</summary>
    public static string ThisFolder { get; } = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar);

    /// <summary>The command of the version in force, when this program is it.</summary>
    public static string InForce => string.Join(' ', Of("/" + MachineFiles.Current, IsSelfContained(ThisFolder)));

    /// <summary>The command and its first words for the program in a folder.</summary>
    /// <exception cref="StartupException">It needs the machine's .NET, and there is none that the kiosk may use; or there is no
    /// program.</exception>
    public static IReadOnlyList<string> Of(string folder) =>
        File.Exists(Path.Combine(folder, Assembly))
            ? Of(folder, IsSelfContained(folder))
            : throw new StartupException($"There is no program in {folder}: install the kiosk anew.");

    private static IReadOnlyList<string> Of(string folder, bool selfContained) =>
        selfContained ? [Path.Combine(folder, Path.GetFileNameWithoutExtension(Assembly))] : [Dotnet(), Path.Combine(folder, Assembly)];

    private static bool IsSelfContained(string folder) => File.Exists(Path.Combine(folder, "libcoreclr.so"));

    /// <summary>
    /// The .NET that runs this, where the machine's does, will run the kiosk; it has to lie where the kiosk's user may read.
    /// </summary>
    private static string Dotnet()
    {
        var dotnet = IsSelfContained(ThisFolder)
            ? UsualPlaces.FirstOrDefault(File.Exists)
                ?? throw new StartupException($"That version needs .NET on the machine, and there is none: {Install}.")
            : Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
        return dotnet.StartsWith("/root/", StringComparison.Ordinal) || dotnet.StartsWith("/home/", StringComparison.Ordinal)
            ? throw new StartupException($".NET lies in {dotnet}, where the kiosk may not read: {Install}, and run setup with that.")
            : dotnet;
    }
}
