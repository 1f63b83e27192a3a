using System.CommandLine;
using Kiosk.App.Hosting;
using Kiosk.App.Pairing;
using Kiosk.App.Provisioning;
using Kiosk.Core.Storage;

namespace Kiosk.App.Commands;

/// <summary>The command <c>recover</c>: a code, good once, for a house that no coordinator's tablet coordinates any more.</summary>
internal sealed class RecoverCommand(string[] settings)
    : KioskCommand(
        "recover",
        "Give a code, good once for 15 minutes, that makes a coordinator's tablet where none is left; for the kiosk's own user.",
        settings
    )
{
    protected override int Run(ParseResult parsed)
    {
        var folder = FolderOf(SettingsReader.Read(Startup.ReadConfiguration(Settings)).Data);
        if (!File.Exists(folder.WithoutTablet) && !DatabaseCheck.HasPin(folder.StaffDatabase))
        {
            throw new StartupException(
                "No tablet was ever paired here: the kiosk's screen shows the square for the first one by itself. No code was made."
            );
        }

        var code = new RecoveryCode(new SecretFiles(folder), TimeProvider.System).Give();
        Console.WriteLine(
            $"""
            {code[..4]} {code[4..]}
            Good once, for {RecoveryCode.Lasts.TotalMinutes:0} minutes. On the kiosk's screen hold the house's sign, at the top, for five
            seconds, and type it. The tablet that takes the square which follows coordinates the house. Every tablet says that this
            code was asked for.
            """
        );
        return ExitCode.Done;
    }

    /// <exception cref="StartupException">There is no kiosk's data, or it is another user's.</exception>
    private static DataFolder FolderOf(string data)
    {
        if (!Directory.Exists(data))
        {
            throw new StartupException(
                $"There is no data folder {data}: start the kiosk once, or name its folder with --Kiosk:Data=FOLDER."
            );
        }

        try
        {
            var folder = new DataFolder(data);
            if (IsAnothers(folder.Root))
            {
                throw new StartupException(NotOurs(data, "it is another user's"));
            }

            return File.Exists(folder.StaffDatabase)
                ? folder
                : throw new StartupException(
                    $"There is no kiosk in {data} yet: start it once, or name its folder with --Kiosk:Data=FOLDER."
                );
        }
        catch (DataFolderException problem)
        {
            throw new StartupException(NotOurs(data, problem.InnerException!.Message));
        }
    }

    /// <summary>Root may write everywhere, but the kiosk could not read what it wrote.</summary>
    private static bool IsAnothers(string folder) =>
        OperatingSystem.IsLinux()
        && Environment.IsPrivilegedProcess
        && MachineCommands.Try("stat", "--format=%u", folder) is (0, var owner)
        && owner.Trim() != "0";

    private static string NotOurs(string data, string why) =>
        $"'recover' is for the user whom the kiosk runs as, and {data} is not this user's ({why}): on an appliance 'sudo kiosk recover'. "
        + "No code was made.";
}
