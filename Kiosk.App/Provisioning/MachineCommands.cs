using System.Diagnostics;
using Kiosk.App.Hosting;

namespace Kiosk.App.Provisioning;

/// <summary>Runs the system's own programs while a machine is set up; on a dry run it only says so.</summary>
internal sealed class MachineCommands(bool dry)
{
    /// <param name="what">What for, in words; null when nothing needs to be said.</param>
    /// <exception cref="StartupException">It is not there, or failed; its own words are in the message.</exception>
    public void Run(string? what, string program, params string[] arguments)
    {
        if (what is not null)
        {
            Console.WriteLine($"{(dry ? "would run" : "ran")} {program} {string.Join(' ', arguments)}: {what}");
        }

        if (!dry && Try(program, arguments) is { Exit: not 0 } failed)
        {
            throw new StartupException(
                $"'{program} {string.Join(' ', arguments)}' failed: "
                    + $"{string.Join(Environment.NewLine, failed.Said.Trim().Split('\n').TakeLast(3))}"
            );
        }
    }

    /// <summary>The same for what the kiosk runs without: a failure is told, and the set-up goes on.</summary>
    public void RunIfPossible(string? what, string program, params string[] arguments)
    {
        try
        {
            Run(what, program, arguments);
        }
        catch (StartupException problem)
        {
            Console.Error.WriteLine($"{problem.Message}. The set-up goes on without it.");
        }
    }

    /// <summary>Runs the setup of another version, which speaks for itself; this one holds the lock for both.</summary>
    /// <returns>Its exit code.</returns>
    public int Hand(string what, string program, params string[] arguments)
    {
        Console.WriteLine($"{(dry ? "would run" : "running")} {program} {string.Join(' ', arguments)}: {what}");
        if (dry)
        {
            return ExitCode.Done;
        }

        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false };
        SetupLock.HandOver(start.Environment);
        using var process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode;
    }

    /// <returns>Exit code and everything it said; 127 when there is no such program.</returns>
    public static (int Exit, string Said) Try(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(program, arguments)
                {
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                    UseShellExecute = false,
                    Environment =
                    {
                        ["LC_ALL"] = "C.UTF-8",
                        ["DEBIAN_FRONTEND"] = "noninteractive",
                        ["PATH"] = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
                    },
                }
            )!;
            var complaint = process.StandardError.ReadToEndAsync();
            var said = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, said + complaint.GetAwaiter().GetResult());
        }
        catch (System.ComponentModel.Win32Exception problem)
        {
            return (127, problem.Message);
        }
    }
}
