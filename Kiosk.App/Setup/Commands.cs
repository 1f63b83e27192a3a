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
        _ => null,
    };
}
