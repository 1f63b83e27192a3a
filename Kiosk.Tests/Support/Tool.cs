using System.Diagnostics;
using NUnit.Framework;

namespace Kiosk.Tests.Support;

/// <summary>Runs one of the system's own programs.</summary>
internal static class Tool
{
    /// <summary>What it wrote, byte for byte; a tool that fails fails the test with its own words.</summary>
    public static byte[] Run(string name, params string[] arguments)
    {
        var (exit, output, complaint) = TryRun(name, arguments);
        Assert.That(exit, Is.Zero, $"{name}: {complaint}");
        return output;
    }

    /// <returns>Its exit code, what it wrote, byte for byte, and what it complained about.</returns>
    public static (int Exit, byte[] Output, string Complaint) TryRun(string name, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(name, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            }
        )!;
        var complaint = process.StandardError.ReadToEndAsync();
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        return (process.ExitCode, output.ToArray(), complaint.GetAwaiter().GetResult());
    }
}
