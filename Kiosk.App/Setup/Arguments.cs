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
/// <param name="Command">The first word; empty to run the kiosk.</param>
/// <param name="Settings">The <c>--Kiosk:…</c> settings, for the configuration.</param>
/// <param name="Options">What else was asked, by its name; a switch has an empty value.</param>
/// <param name="Answer">Help, or why the words make no sense; then nothing runs.</param>
public sealed record Arguments(string Command, string[] Settings, IReadOnlyDictionary<string, string> Options, Answer? Answer)
{
    public const string Run = "";
    public const string Backup = "backup";
    public const string Restore = "restore";
    public const string Doctor = "doctor";
    public const string Export = "export";
    public const string Import = "import";
    public const string Report = "report";
    public const string Recover = "recover";
    public const string Setup = "setup";
    public const string File = "FILE"; // the one word of a command that is no option
    public const string NoOpen = "--no-open";
    public const string KeepGoing = "--keep-going";
    public const string PrintTest = "--print-test";
    public const string Hsds = "--hsds";
    public const string Yes = "--yes";
    public const string Topic = "--topic";
    public const string From = "--from";
    public const string To = "--to";
    public const string Csv = "--csv";
    public const string Json = "--json";
    public const string DryRun = "--dry-run";
    public const string Root = "--root";
    public const string Name = "--name";
    public const string Rollback = "--rollback";
    public const string Remove = "--remove";
    public const string ReadOnlyRoot = "--read-only-root";
    public const string WritableRoot = "--writable-root";

    /// <summary>What each command may be asked, and which of it has to be there.</summary>
    private static readonly Dictionary<string, (string[] Switches, string[] WithValue, string[] Needed)> Commands = new()
    {
        [Run] = ([NoOpen, KeepGoing], [], []),
        [Doctor] = ([PrintTest, Json], [Root], []),
        [Backup] = ([], [File], [File]),
        [Restore] = ([Yes], [File], [File]),
        [Export] = ([], [Hsds], [Hsds]),
        [Import] = ([Yes], [Hsds, Topic], [Hsds]),
        [Report] = ([], [From, To, Csv], [From, To]),
        [Recover] = ([], [], []),
        [Setup] = ([DryRun, Rollback, Remove, ReadOnlyRoot, WritableRoot], [Root, Name], []),
    };

    /// <summary>Of these a command does one.</summary>
    private static readonly string[] OneOf = [Rollback, Remove, ReadOnlyRoot, WritableRoot];

    private const string Help = """
        Kiosk: today's activities and the way to the right service, for the reception of a meeting place.

        Usage: Kiosk.App [--no-open] [--keep-going] [--Kiosk:SETTING=VALUE …]
               Kiosk.App backup FILE [--Kiosk:SETTING=VALUE …]
               Kiosk.App restore FILE [--yes] [--Kiosk:SETTING=VALUE …]
               Kiosk.App doctor [--print-test] [--json] [--root DIR] [--Kiosk:SETTING=VALUE …]
               Kiosk.App export --hsds PATH [--Kiosk:SETTING=VALUE …]
               Kiosk.App import --hsds PATH [--topic ID] [--yes] [--Kiosk:SETTING=VALUE …]
               Kiosk.App report --from DATE --to DATE [--csv FILE] [--Kiosk:SETTING=VALUE …]
               Kiosk.App recover [--Kiosk:SETTING=VALUE …]
               Kiosk.App setup [--dry-run] [--root DIR] [--name NAME] [--rollback | --remove | --read-only-root | --writable-root]
                              [--Kiosk:SETTING=VALUE …]

          --no-open      do not open a browser
          --keep-going   as an appliance: come up whatever happens, with what can be used, and say on a tablet what could not
          --help         this text
          backup FILE    write the house, its counts of whole days and its drawings into one file; into a folder, as
                         kiosk-2026-10-31.zip, of which the newest 14 are kept. A kiosk may run meanwhile. No tablets, no PIN
          restore FILE   put a backup into the data folder of a kiosk that is stopped; with --yes also where a house is, which is kept aside
          doctor         look over the machine, and say what to do; 0 when all is well, 1 when not
          --json         the same for a program to read
          --print-test   print a test page: ruler, every script, a QR, every kind of cut
          export         write the guide as Open Referral HSDS: CSV files into the folder PATH, or one file PATH.zip or PATH.json
          import         show what an HSDS folder, zip or JSON file would change; 1 when something in it cannot be taken
          --yes          and do it, in one go; for a kiosk that is stopped: beside a running one it is done on a tablet
          report         what a closed week, month, quarter or year counted, rounded; dates as 2026-10-31
          --csv FILE     and its tables into FILE, for a spreadsheet
          --topic ID     the topic for services to which no topic of the house leads
          recover        a code, good once for 15 minutes, that makes a coordinator's tablet where none is left; for the kiosk's own user
          setup          make this Debian or Raspberry Pi OS machine a kiosk, or bring it up to date; settings stay, asked ones come in
          --dry-run      only say what would be changed
          --root DIR     write the files of another machine into DIR, and run nothing; doctor looks over those in DIR
          --name NAME    name of the machine: tablets find it as NAME.local
          --rollback     go back to the version before
          --remove       make the machine what it was before, but for the house's settings, data and backups, which stay
          --read-only-root
                         from the next start nothing is written to the system's partition; program, settings, data and backups
                         move to the partition with the label kiosk-data
          --writable-root
                         from the next start it is written again, for Debian's own updates

        Settings, here or as environment variables (Kiosk__Data=…), with what they are when left out:
          --Kiosk:Data=data                          folder that keeps everything
          --Kiosk:House=                             house file for an empty data folder; empty is the demo house
          --Kiosk:VisitorUrl=http://127.0.0.1:5080   where the screen finds the kiosk
          --Kiosk:StaffUrl=https://0.0.0.0:5443      where the house's tablets find it; 0.0.0.0 is every address of this machine
          --Kiosk:TimeZone=Europe/Brussels           time zone of the house
          --Kiosk:Clock=believe                      believe the machine's clock, or check that something vouches for it
          --Kiosk:IdleSeconds=60                     seconds without a touch until the countdown begins
          --Kiosk:Voice=espeak-ng                    speaks where nobody recorded a text; none for recordings alone
          --Kiosk:Volume=70                          percent of the loudspeaker, when a visit begins
          --Kiosk:SwitchSeconds=0                    seconds each thing stays lit for who uses one switch; 0 is no switch
          --Kiosk:Printer=none                       none, browser, escpos:/dev/usb/lp0 or escpos:tcp://HOST:9100
          --Kiosk:PrinterProfile=generic             what the printer is like; a file in assets/printers
          --Kiosk:PaperDots=576                      576 (80 mm), 512 (80 mm at 180 dots an inch) or 384 (58 mm)
          --Kiosk:DemoYear=False                     two invented years of counts in an empty data folder, to try reports out
          --Kiosk:ScreenOff=never                    never, or minutes after the house's last hour of the day until the screen goes off
        """;

    public bool KeepsGoing => Options.ContainsKey(KeepGoing);

    public bool OpensScreen => !Options.ContainsKey(NoOpen);

    public static Arguments Read(string[] args)
    {
        if (args.Contains("--help") || args.Contains("-h") || args is ["help", ..])
        {
            return Saying(new Answer(Help, ExitCode.Done));
        }

        var command = args is [var first, ..] && Commands.ContainsKey(first) ? first : Run;
        var (settings, options) = (new List<string>(), new Dictionary<string, string>());
        var words = new Queue<string>(args.Skip(command == Run ? 0 : 1));
        while (words.TryDequeue(out var word))
        {
            if (Take(word, words, command, settings, options) is { } mistake)
            {
                return Misuse(mistake);
            }
        }

        if (OneOf.Where(options.ContainsKey).ToList() is [var one, var another, ..])
        {
            return Misuse($"{one} and {another} do not go together: write one of them.");
        }

        return Commands[command].Needed.FirstOrDefault(needed => !options.ContainsKey(needed)) is { } missing
            ? Misuse($"'{command}' needs {missing}; --help shows how.")
            : new Arguments(command, [.. settings], options, null);
    }

    /// <returns>Why the word makes no sense; null when it does.</returns>
    private static string? Take(string word, Queue<string> next, string command, List<string> settings, Dictionary<string, string> options)
    {
        var (switches, withValue, _) = Commands[command];
        var name = word.Split('=')[0];
        if (switches.Contains(word))
        {
            return options.TryAdd(word, "") ? null : Twice(word);
        }

        if (name != File && withValue.Contains(name))
        {
            var value =
                name.Length < word.Length ? word[(name.Length + 1)..]
                : next.TryDequeue(out var following) ? following
                : "";
            return string.IsNullOrWhiteSpace(value) || value.StartsWith("--", StringComparison.Ordinal)
                    ? $"{name} needs something behind it; --help shows what."
                : options.TryAdd(name, value) ? null
                : Twice(name);
        }

        if (withValue.Contains(File) && !word.StartsWith('-') && !string.IsNullOrWhiteSpace(word))
        {
            return options.TryAdd(File, word) ? null : $"'{command}' takes one {File}, and '{word}' is one more; --help shows how.";
        }

        if (Misspelling.IsSetting(word))
        {
            settings.Add(word);
            return null;
        }

        return Misspelling.Explain(word, command, Commands.ToDictionary(known => known.Key, known => Of(known.Value)));

        static string[] Of((string[] Switches, string[] WithValue, string[] Needed) known) => [.. known.Switches, .. known.WithValue];
    }

    private static string Twice(string name) => $"{name} stands twice: write it once.";

    private static Arguments Misuse(string sentence) => Saying(new Answer(sentence, ExitCode.Misuse));

    private static Arguments Saying(Answer answer) => new(Run, [], new Dictionary<string, string>(), answer);
}
