using Kiosk.App.Shared;
using Kiosk.App.Shared.Resilience;

namespace Kiosk.App.Setup;

/// <summary>What the program does: one of its commands, or the kiosk itself.</summary>
internal static class Commands
{
    /// <param name="serve">Runs the kiosk.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(Arguments arguments, Func<StartupState, Task> serve)
    {
        if (arguments.Answer is { } answer)
        {
            return answer.Give();
        }

        try
        {
            if (Find(arguments) is { } command)
            {
                return command(arguments);
            }

            await ResilientHost.RunAsync(arguments.KeepsGoing, arguments.Settings, serve);
            return ExitCode.Done;
        }
        catch (Exception problem) when (StartupException.Explain(problem) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return ExitCode.CouldNot;
        }
    }

    /// <returns>Null to run the kiosk.</returns>
    private static Func<Arguments, int>? Find(Arguments arguments) =>
        arguments.Command switch
        {
            Arguments.Backup => Backups.Write,
            Arguments.Restore => Backups.Restore,
            Arguments.Doctor => Doctor.Examine,
            Arguments.Export => Exchanging.Export,
            Arguments.Import => Exchanging.Import,
            Arguments.Report => Reporting.Report,
            Arguments.Recover => Recovering.Recover,
            Arguments.Setup => OperatingSystem.IsLinux()
                ? Machine.MachineSetup.Run
                : throw new StartupException("'setup' is for Debian and Raspberry Pi OS; on Windows deploy-kiosk.ps1 -Local does it."),
            _ => null,
        };
}
