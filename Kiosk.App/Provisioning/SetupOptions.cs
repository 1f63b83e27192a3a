namespace Kiosk.App.Provisioning;

/// <summary>What <c>setup</c> does.</summary>
internal enum SetupAction
{
    /// <summary>Makes the machine a kiosk, or brings it up to date.</summary>
    SetUp,
    RollBack,
    Remove,
    MakeRootReadOnly,
    MakeRootWritable,
}

/// <summary>What <c>setup</c> is asked for.</summary>
/// <param name="Root">Whole path of the folder that the files go below; <c>/</c> is this machine.</param>
/// <param name="IsDry">Whether it only says what it would do.</param>
/// <param name="Name">Of the machine; null to leave it its own.</param>
/// <param name="Settings">The <c>--Kiosk:…</c> settings that it is asked to take.</param>
internal sealed record SetupOptions(SetupAction Action, string Root, bool IsDry, string? Name, string[] Settings)
{
    /// <summary>Of the command line, where one version of the program hands over to another.</summary>
    public const string Command = "setup";

    public const string RootOption = "--root";
}
