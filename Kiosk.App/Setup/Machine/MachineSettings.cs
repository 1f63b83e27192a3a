using Kiosk.App.Shared;

namespace Kiosk.App.Setup.Machine;

/// <summary>The settings of an appliance, in <c>/etc/kiosk/kiosk.env</c>: what is there stays, what is asked on the command line comes in.</summary>
internal sealed class MachineSettings
{
    public const string Path = "etc/kiosk/kiosk.env";

    private const string Beginning =
        """
        # Settings of this kiosk; "kiosk --help" tells what each is. After a change: sudo systemctl restart kiosk
        Kiosk__Data=/var/lib/kiosk

        """;

    private MachineSettings(string text, KioskSettings settings) => (Text, Settings) = (text, settings);

    /// <summary>The file as it should be.</summary>
    public string Text { get; }

    public KioskSettings Settings { get; }

    /// <param name="asked">From the command line, as <c>--Kiosk:Printer=none</c>.</param>
    /// <exception cref="CannotStart">A setting cannot be used.</exception>
    public static MachineSettings Read(string root, IEnumerable<string> asked)
    {
        var file = System.IO.Path.Combine(root, Path);
        var lines = (File.Exists(file) ? File.ReadAllText(file) : Beginning.ReplaceLineEndings("\n")).TrimEnd('\n').Split('\n').ToList();
        foreach (var setting in asked.Select(word => word.TrimStart('-').Split('=', 2)))
        {
            Put(lines, setting[0].Replace(":", "__", StringComparison.Ordinal), setting[1]);
        }

        return new MachineSettings(string.Join('\n', lines) + "\n", SettingsReader.Read(Section(lines)));
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
            : value.Any(letter => "\"\\$`\n".Contains(letter, StringComparison.Ordinal)) ? throw new CannotStart($"{value} cannot stand in {Path}: leave out quotes, backslashes and dollar signs.")
            : $"\"{value}\"";

    private static IConfigurationSection Section(IEnumerable<string> lines) => new ConfigurationBuilder()
        .AddInMemoryCollection(lines.Select(line => line.Trim()).Where(line => line.Contains('=', StringComparison.Ordinal) && !line.StartsWith('#'))
            .Select(line => line.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0].Replace("__", ":", StringComparison.Ordinal), (string?)pair[1].Trim('"'))))
        .Build().GetSection(KioskSettings.Section);
}
