using Kiosk.App.Shared;

namespace Kiosk.App.Setup;

/// <summary>What the program does instead of running the kiosk.</summary>
internal static class Commands
{
    /// <summary>Returns the exit code; null to run the kiosk.</summary>
    public static Func<Arguments, int>? Find(Arguments arguments) => arguments.Command switch
    {
        Arguments.Doctor => Doctor.Examine,
        Arguments.Export => Exchanging.Export,
        Arguments.Import => Exchanging.Import,
        Arguments.Report => Reporting.Report,
        Arguments.Setup => OperatingSystem.IsLinux()
            ? Machine.MachineSetup.Run
            : throw new CannotStart("'setup' is for Debian and Raspberry Pi OS; on Windows deploy-kiosk.ps1 -Local does it."),
        _ => null,
    };
}
