using System.Globalization;
using System.Text.RegularExpressions;
using Kiosk.Core.Languages;

namespace Kiosk.App.Hosting;

/// <summary>Reads the settings, or says what is wrong with all of them at once.</summary>
internal static partial class SettingsReader
{
    private static readonly string[] Names = [.. typeof(KioskSettings).GetProperties().Select(property => property.Name)];

    /// <exception cref="StartupException">A setting has no such name, or a value that cannot be used.</exception>
    public static KioskSettings Read(IConfiguration configuration) =>
        ProblemsOf(configuration) is { Count: > 0 } problems
            ? throw new StartupException(string.Join(Environment.NewLine, problems))
            : SettingsIn(Given(configuration));

    /// <summary>Leaves out what cannot be used: such a setting is what it is when left out.</summary>
    /// <param name="note">Told each sentence about what was left out.</param>
    public static KioskSettings ReadWhatCanBeUsed(IConfiguration configuration, Action<string> note)
    {
        Strays(configuration).ToList().ForEach(note);
        var given = Given(configuration);
        while (true)
        {
            var problems = ProblemsOf(given);
            var unusable = problems
                .Select(problem => NamesIn(problem).FirstOrDefault(given.ContainsKey))
                .OfType<string>()
                .ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (problems.Count > 0 && unusable.Count == 0)
            {
                unusable = [nameof(KioskSettings.PrinterProfile)]; // one that prints no paper as wide as ours is when left out
            }

            problems.ToList().ForEach(note);
            var leftOut = unusable.Where(given.Remove).ToList();
            if (problems.Count == 0 || leftOut.Count == 0)
            {
                return SettingsIn(given);
            }
        }
    }

    /// <summary>Every sentence on what is wrong; empty when all can be used.</summary>
    public static IReadOnlyList<string> ProblemsOf(IConfiguration configuration) =>
        [.. Strays(configuration), .. ProblemsOf(Given(configuration))];

    /// <summary>What does not even have the form of its setting is told, and left out to see what else is wrong.</summary>
    private static IReadOnlyList<string> ProblemsOf(Dictionary<string, string?> given)
    {
        string[] form = [.. Unknown(given), .. NoNumbers(given), .. NeitherTrueNorFalse(given)];
        var readable = new Dictionary<string, string?>(given, StringComparer.OrdinalIgnoreCase);
        foreach (var name in form.Select(problem => NamesIn(problem).First()))
        {
            readable.Remove(name);
        }

        var settings = SettingsIn(readable);
        try
        {
            return [.. form, .. settings.Problems()];
        }
        catch (Exception problem) when (problem is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return [.. form, $"Kiosk:{nameof(KioskSettings.PrinterProfile)} is {settings.PrinterProfile}: {problem.Message}"];
        }
    }

    /// <summary>Every sentence about a setting names it first, and then those that it is to be like.</summary>
    private static IEnumerable<string> NamesIn(string sentence) => SettingName().Matches(sentence).Select(match => match.Groups[1].Value);

    /// <summary>Each setting by its name; one below another, <c>Kiosk:Data:Folder</c>, by both.</summary>
    private static Dictionary<string, string?> Given(IConfiguration configuration) =>
        configuration
            .GetSection(KioskSettings.Section)
            .AsEnumerable(makePathsRelative: true)
            .Where(setting => setting.Value is not null)
            .ToDictionary(setting => setting.Key, setting => setting.Value, StringComparer.OrdinalIgnoreCase);

    private static KioskSettings SettingsIn(Dictionary<string, string?> values) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(values.ToDictionary(value => $"{KioskSettings.Section}:{value.Key}", value => value.Value))
            .Build()
            .GetSection(KioskSettings.Section)
            .Get<KioskSettings>()
        ?? new KioskSettings();

    /// <summary>A name written wrong would leave its setting as it was, and nobody would know.</summary>
    private static IEnumerable<string> Unknown(Dictionary<string, string?> given) =>
        given
            .Keys.Except(Names, StringComparer.OrdinalIgnoreCase)
            .Select(name =>
                $"There is no setting Kiosk:{name}: "
                + (NearestName.Of(name, Names) is { } near ? $"did you mean Kiosk:{near}? " : "correct the name; ")
                + "--help shows them all."
            );

    /// <summary>Settings that are written beside the section of the kiosk's own, such as <c>Kisok:Data</c> or <c>Kiosk_Data</c>.</summary>
    private static IEnumerable<string> Strays(IConfiguration configuration) =>
        configuration
            .GetChildren()
            .Where(root => !root.Key.Equals(KioskSettings.Section, StringComparison.OrdinalIgnoreCase))
            .SelectMany(root => Meant(root).Select(name => (Written: root.Key, Name: name)))
            .Select(stray =>
                $"There is no setting {stray.Written}: did you mean Kiosk:{stray.Name}? "
                + $"In the environment it is written Kiosk__{stray.Name}."
            );

    private static IEnumerable<string> Meant(IConfigurationSection root) =>
        root.GetChildren().Any()
            ? NearestName.Of(root.Key, [KioskSettings.Section]) is null
                ? []
                : root.GetChildren().SelectMany(child => Names.Where(name => name.Equals(child.Key, StringComparison.OrdinalIgnoreCase)))
            : Names.Where(name => IsJoined(root.Key, name));

    /// <summary>Whether it is the section and a setting, joined by a sign that parts no names: <c>Kiosk_Data</c>.</summary>
    private static bool IsJoined(string written, string name) =>
        written.Length == KioskSettings.Section.Length + 1 + name.Length
        && written.StartsWith(KioskSettings.Section, StringComparison.OrdinalIgnoreCase)
        && !char.IsAsciiLetterOrDigit(written[KioskSettings.Section.Length])
        && written.EndsWith(name, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> NoNumbers(Dictionary<string, string?> given) =>
        Wrong<int>(given, value => int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out _), "a whole number");

    private static IEnumerable<string> NeitherTrueNorFalse(Dictionary<string, string?> given) =>
        Wrong<bool>(given, value => bool.TryParse(value, out _), "true or false");

    private static IEnumerable<string> Wrong<T>(Dictionary<string, string?> given, Func<string, bool> isRead, string what) =>
        typeof(KioskSettings)
            .GetProperties()
            .Where(property => property.PropertyType == typeof(T))
            .Select(property => property.Name)
            .Where(name => given.TryGetValue(name, out var value) && !isRead(value!))
            .Select(name => $"Kiosk:{name} is {given[name]}: write {what}.");

    [GeneratedRegex(@"Kiosk:([\w:]*\w)")]
    private static partial Regex SettingName();
}
