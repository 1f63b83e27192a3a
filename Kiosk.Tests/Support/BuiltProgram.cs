using System.Diagnostics;

namespace Kiosk.Tests.Support;

/// <summary>The program in a folder of its own, without the tests beside it, as it is copied to a machine.</summary>
internal static class BuiltProgram
{
    private static readonly string Configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    public static string Path { get; } = SourceTree.PathOf($"Kiosk.App/bin/{Configuration}/net10.0/Kiosk.App.dll");

    /// <summary>
    /// What comes before the arguments on a command line that runs the kiosk from a folder: with the runtime of this machine, or, in the
    /// folder of the package, by itself.
    /// </summary>
    public static IReadOnlyList<string> CommandIn(string folder) =>
        File.Exists(System.IO.Path.Combine(folder, "libcoreclr.so"))
            ? [System.IO.Path.Combine(folder, "Kiosk.App")]
            : ["dotnet", System.IO.Path.Combine(folder, "Kiosk.App.dll")];

    /// <summary>
    /// For so many milliseconds .NET does not compile again, and better, what is used much: most programs that tests start end before.
    /// A quarter of their work is saved (docs/decisions.md).
    /// </summary>
    public static readonly KeyValuePair<string, string?> CompiledOnce = new("DOTNET_TC_CallCountingDelayMs", "60000");

    /// <returns>The exit code, and all it said.</returns>
    public static async Task<(int Exit, string Said)> Run(params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", [Path, .. arguments])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
                Environment = { [CompiledOnce.Key] = CompiledOnce.Value },
            }
        )!;
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, (await said + await complained).TrimEnd());
    }
}
