using System.Diagnostics;
using System.Runtime.InteropServices;
using NUnit.Framework;

namespace Kiosk.Tests.Bench;

/// <summary>Publishes a program compiled ahead for this machine, as a house gets it, but with the .NET of this machine.</summary>
internal static class Publishing
{
    /// <returns>The folder it was published to.</returns>
    public static async Task<string> PublishAsync(string project, string output)
    {
        string[] arguments =
        [
            "publish",
            project,
            "-c",
            "Release",
            "-r",
            RuntimeInformation.RuntimeIdentifier,
            "--self-contained",
            "false",
            "-o",
            output,
            "--nologo",
            "-p:PublishReadyToRun=true",
            "-p:NuGetLockFilePath=obj/publish.packages.lock.json",
            "-p:RestoreLockedMode=false",
        ];
        using var publishing = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        var said = await publishing.StandardOutput.ReadToEndAsync();
        await publishing.WaitForExitAsync();
        Assert.That(publishing.ExitCode, Is.Zero, said);
        return output;
    }
}
