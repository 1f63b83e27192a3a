using Kiosk.App.Hosting;

namespace Kiosk.App.Provisioning;

/// <summary>
/// The settings of an appliance, in <c>/etc/kiosk/kiosk.env</c>: what is there stays, what is asked on the command line comes in.
/// </summary>
internal sealed class MachineSettings
{
    public const string Path = "etc/kiosk/kiosk.env";

    public const string Data = "/var/lib/kiosk";

    /// <summary>Hidden from the kiosk's unit.</summary>
    private static readonly string[] Homes = ["/home/", "/root/"];

    private const string Beginning = """
        # Settings of this kiosk; "kiosk --help" tells what each is. After a change: sudo kiosk setup && sudo systemctl restart kiosk
        Kiosk__Data=/var/lib/kiosk
        Kiosk__Clock=check
        Kiosk__ScreenOff=30

        """;

    private MachineSettings(string text, KioskSettings settings) => (Text, Settings) = (text, settings);

    /// <summary>The file as it should be.</summary>
    public string Text { get; }

    public KioskSettings Settings { get; }

    /// <param name="asked">From the command line, as <c>--Kiosk:Printer=none</c>.</param>
    /// <exception cref="StartupException">A setting cannot be used.</exception>
    public static MachineSettings Read(string root, IEnumerable<string> asked)
    {
        var file = System.IO.Path.Combine(root, Path);
        var lines = (File.Exists(file) ? File.ReadAllText(file) : Beginning.ReplaceLineEndings("\n")).TrimEnd('\n').Split('\n').ToList();
        foreach (var setting in asked.Select(word => word.TrimStart('-').Split('=', 2)))
        {
            Refuse(
                !setting[0].StartsWith(KioskSettings.Section + ":", StringComparison.OrdinalIgnoreCase)
                    || !setting[0][6..].All(char.IsAsciiLetter),
                $"{setting[0]} is no setting of the kiosk: write it as --Kiosk:Printer=none; --help shows them all."
            );
            Put(lines, setting[0].Replace(":", "__", StringComparison.Ordinal), setting[1]);
        }

        var settings = SettingsReader.Read(ConfigurationOf(lines));
        Refuse(
            settings.Data != Data,
            $"Kiosk:Data is {settings.Data}: an appliance keeps everything in {Data}, the one folder its unit may write to."
        );
        Refuse(
            Homes.Any(home => settings.House.StartsWith(home, StringComparison.Ordinal)),
            $"Kiosk:House is {settings.House}, where the kiosk may not read: put it in /etc/kiosk."
        );
        return new MachineSettings(string.Join('\n', lines) + "\n", settings);
    }

    private static void Refuse(bool unusable, string sentence)
    {
        if (unusable)
        {
            throw new StartupException(sentence);
        }
    }

    private static void Put(List<string> lines, string name, string value)
    {
        var there = lines.FindIndex(line => line.StartsWith(name + "=", StringComparison.OrdinalIgnoreCase));
        var line = $"{name}={Quoted(value)}";
        if (there < 0)
        {
            lines.Add(line);
        }
        else
        {
            lines[there] = line;
        }
    }

    /// <summary>systemd and the shell both take double quotes off.</summary>
    private static string Quoted(string value) =>
        value.All(letter => char.IsAsciiLetterOrDigit(letter) || "/:.,_-@[]".Contains(letter, StringComparison.Ordinal)) ? value
        : value.Any(letter => "\"\\$`\n".Contains(letter, StringComparison.Ordinal))
            ? throw new StartupException($"{value} cannot stand in {Path}: leave out quotes, backslashes and dollar signs.")
        : $"\"{value}\"";

    private static IConfigurationRoot ConfigurationOf(IEnumerable<string> lines) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(
                lines
                    .Select(line => line.Trim())
                    .Where(line => line.Contains('=', StringComparison.Ordinal) && !line.StartsWith('#'))
                    .Select(line => line.Split('=', 2))
                    .Select(pair => KeyValuePair.Create(pair[0].Replace("__", ":", StringComparison.Ordinal), (string?)pair[1].Trim('"')))
            )
            .Build();
}
