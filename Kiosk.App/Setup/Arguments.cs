namespace Kiosk.App.Setup;

/// <summary>Exit codes of every command.</summary>
public static class ExitCode
{
    public const int Done = 0;
    public const int CouldNot = 1;
    public const int Misuse = 2;
}

/// <summary>Something to say instead of running.</summary>
public sealed record Answer(string Text, int ExitCode)
{
    public int Give()
    {
        (ExitCode == Setup.ExitCode.Done ? Console.Out : Console.Error).WriteLine(Text);
        return ExitCode;
    }
}

/// <summary>What stood on the command line.</summary>
/// <param name="Settings">The <c>--Kiosk:…</c> settings, for the configuration.</param>
/// <param name="OpensScreen">Whether a browser may be opened.</param>
/// <param name="Answer">Help, or why the words make no sense; then nothing runs.</param>
public sealed record Arguments(string[] Settings, bool OpensScreen, Answer? Answer)
{
    private const string NoOpen = "--no-open";

    private const string Help =
        """
        Kiosk: today's activities and the way to the right service, for the reception of a meeting place.

        Usage: Kiosk.App [--no-open] [--Kiosk:SETTING=VALUE …]

          --no-open   do not open a browser
          --help      this text

        Settings, here or as environment variables (Kiosk__Data=…), with what they are when left out:
          --Kiosk:Data=data                          folder that keeps everything
          --Kiosk:House=                             house file for an empty data folder; empty is the demo house
          --Kiosk:VisitorUrl=http://127.0.0.1:5080   where the screen finds the kiosk
          --Kiosk:TimeZone=Europe/Brussels           time zone of the house
          --Kiosk:IdleSeconds=60                     seconds without a touch until the countdown begins
        """;

    public static Arguments Read(string[] args)
    {
        if (args.Contains("--help") || args.Contains("-h"))
        {
            return new Arguments([], false, new Answer(Help, ExitCode.Done));
        }

        var settings = args.Where(arg => arg != NoOpen).ToArray();
        var stray = settings.FirstOrDefault(arg => !arg.StartsWith("--", StringComparison.Ordinal) || !arg.Contains('=', StringComparison.Ordinal));
        return stray is null
            ? new Arguments(settings, !args.Contains(NoOpen), null)
            : new Arguments([], false, new Answer($"'{stray}' is not understood here. Write settings as --Kiosk:Data=FOLDER; --help shows them all.", ExitCode.Misuse));
    }
}
