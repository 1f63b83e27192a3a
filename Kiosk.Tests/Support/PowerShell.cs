using System.Diagnostics;
using NUnit.Framework;

namespace Kiosk.Tests.Support;

/// <summary>PowerShell, as <c>.config/dotnet-tools.json</c> names it: fetched with the SDK's own means, installed nowhere.</summary>
internal static class PowerShell
{
    private static readonly Lazy<Task> Restored = new(RestoreAsync);

    /// <param name="path">Folders in which programs are looked for before all others.</param>
    /// <returns>The exit code, and all it said.</returns>
    public static async Task<(int Exit, string Said)> RunAsync(string path, params string[] arguments)
    {
        await Restored.Value;
        return await Run([path, Environment.GetEnvironmentVariable("PATH")!], ["pwsh", "-NoProfile", "-NonInteractive", .. arguments]);
    }

    private static async Task RestoreAsync()
    {
        var (exit, said) = await Run([Environment.GetEnvironmentVariable("PATH")!], ["tool", "restore"]);
        Assert.That(exit, Is.Zero, said);
    }

    private static async Task<(int Exit, string Said)> Run(string[] path, string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", arguments)
            {
                WorkingDirectory = SourceTree.Root,
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment =
                {
                    ["PATH"] = string.Join(Path.PathSeparator, path.Where(folder => folder.Length > 0)),
                    ["NO_COLOR"] = "1",
                    ["POWERSHELL_TELEMETRY_OPTOUT"] = "1",
                    ["MSBUILDDISABLENODEREUSE"] = "1",
                    ["UseSharedCompilation"] = "false", // what is built from it leaves no process behind
                },
            }
        )!;
        process.StandardInput.Close();
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, (await said + await complained).TrimEnd());
    }
}
