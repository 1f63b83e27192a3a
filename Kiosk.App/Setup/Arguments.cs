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
/// <param name="IsDoctor">The machine is looked over instead of the kiosk started.</param>
/// <param name="PrintsTest">And a test page is printed.</param>
/// <param name="Answer">Help, or why the words make no sense; then nothing runs.</param>
public sealed record Arguments(string[] Settings, bool OpensScreen, bool IsDoctor, bool PrintsTest, Answer? Answer)
{
    private const string NoOpen = "--no-open";
    private const string Doctor = "doctor";
    private const string PrintTest = "--print-test";

    private const string Help =
        """
        Kiosk: today's activities and the way to the right service, for the reception of a meeting place.

        Usage: Kiosk.App [--no-open] [--Kiosk:SETTING=VALUE …]
               Kiosk.App doctor [--print-test] [--Kiosk:SETTING=VALUE …]

          --no-open      do not open a browser
          --help         this text
          doctor         look over the printer and the letters, and say what to do; 0 when all is well, 1 when not
          --print-test   print a test page: ruler, every script, a QR, every kind of cut

        Settings, here or as environment variables (Kiosk__Data=…), with what they are when left out:
          --Kiosk:Data=data                          folder that keeps everything
          --Kiosk:House=                             house file for an empty data folder; empty is the demo house
          --Kiosk:VisitorUrl=http://127.0.0.1:5080   where the screen finds the kiosk
          --Kiosk:StaffUrl=https://0.0.0.0:5443      where the house's tablets find it; 0.0.0.0 is every address of this machine
          --Kiosk:TimeZone=Europe/Brussels           time zone of the house
          --Kiosk:IdleSeconds=60                     seconds without a touch until the countdown begins
          --Kiosk:Printer=none                       none, browser, escpos:/dev/usb/lp0 or escpos:tcp://HOST:9100
          --Kiosk:PrinterProfile=generic             what the printer is like; a file in assets/printers
          --Kiosk:PaperDots=576                      576 (80 mm), 512 (80 mm at 180 dots an inch) or 384 (58 mm)
        """;

    public static Arguments Read(string[] args)
    {
        if (args.Contains("--help") || args.Contains("-h"))
        {
            return Saying(new Answer(Help, ExitCode.Done));
        }

        var isDoctor = args is [Doctor, ..];
        var settings = args.Skip(isDoctor ? 1 : 0).Where(arg => arg != (isDoctor ? PrintTest : NoOpen)).ToArray();
        var stray = settings.FirstOrDefault(arg => !arg.StartsWith("--", StringComparison.Ordinal) || !arg.Contains('=', StringComparison.Ordinal));
        return stray is null
            ? new Arguments(settings, !args.Contains(NoOpen), isDoctor, isDoctor && args.Contains(PrintTest), null)
            : Saying(new Answer($"'{stray}' is not understood here. Write settings as --Kiosk:Data=FOLDER; --help shows them all.", ExitCode.Misuse));
    }

    private static Arguments Saying(Answer answer) => new([], false, false, false, answer);
}
