using System.Globalization;
using System.Text.RegularExpressions;

namespace Kiosk.App.Shared;

/// <summary>Reads the settings, or says what is wrong with all of them at once.</summary>
internal static partial class SettingsReader
{
    /// <exception cref="CannotStart">A setting has no such name, or a value that cannot be used.</exception>
    public static KioskSettings Read(IConfigurationSection section)
    {
        Refuse([.. Unknown(section), .. NoNumbers(section), .. NeitherTrueNorFalse(section)]);
        var settings = section.Get<KioskSettings>() ?? new KioskSettings();
        Refuse(settings.Problems());
        return settings;
    }

    /// <summary>Leaves out what cannot be used: such a setting is what it is when left out.</summary>
    /// <param name="note">Told each sentence about what was left out.</param>
    public static KioskSettings ReadWhatCanBeUsed(IConfigurationSection section, Action<string> note)
    {
        var given = section.GetChildren().ToDictionary(child => child.Key, child => child.Value, StringComparer.OrdinalIgnoreCase);
        while (true)
        {
            var remaining = Section(given);
            var problems = ProblemsOf(remaining);
            var unusable = problems.Select(NameIn).Where(given.ContainsKey).ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (problems.Count > 0 && unusable.Count == 0)
            {
                unusable = [nameof(KioskSettings.PrinterProfile)]; // one that prints no paper as wide as ours is when left out
            }

            problems.ToList().ForEach(note);
            var leftOut = unusable.Where(given.Remove).ToList();
            if (problems.Count == 0 || leftOut.Count == 0)
            {
                return remaining.Get<KioskSettings>() ?? new KioskSettings();
            }
        }
    }

    private static IReadOnlyList<string> ProblemsOf(IConfigurationSection section)
    {
        string[] form = [.. Unknown(section), .. NoNumbers(section), .. NeitherTrueNorFalse(section)];
        if (form.Length > 0)
        {
            return form;
        }

        var settings = section.Get<KioskSettings>() ?? new KioskSettings();
        try
        {
            return settings.Problems();
        }
        catch (Exception problem) when (problem is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return [$"Kiosk:{nameof(KioskSettings.PrinterProfile)} is {settings.PrinterProfile}: {problem.Message}"];
        }
    }

    /// <summary>Every sentence about a setting names it first.</summary>
    private static string NameIn(string sentence) => SettingName().Match(sentence).Groups[1].Value;

    private static IConfigurationSection Section(Dictionary<string, string?> values) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(values.ToDictionary(value => $"{KioskSettings.Section}:{value.Key}", value => value.Value))
            .Build()
            .GetSection(KioskSettings.Section);

    private static void Refuse(IReadOnlyCollection<string> problems)
    {
        if (problems.Count > 0)
        {
            throw new CannotStart(string.Join(Environment.NewLine, problems));
        }
    }

    /// <summary>A name written wrong would leave its setting as it was, and nobody would know.</summary>
    private static IEnumerable<string> Unknown(IConfigurationSection section) =>
        section
            .GetChildren()
            .Select(child => child.Key)
            .Except(typeof(KioskSettings).GetProperties().Select(p => p.Name), StringComparer.OrdinalIgnoreCase)
            .Select(name => $"There is no setting Kiosk:{name}: correct the name; --help shows them all.");

    private static IEnumerable<string> NoNumbers(IConfigurationSection section) =>
        typeof(KioskSettings)
            .GetProperties()
            .Where(p => p.PropertyType == typeof(int))
            .Select(p => p.Name)
            .Where(name => section[name] is { } value && !int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out _))
            .Select(name => $"Kiosk:{name} is {section[name]}: write a whole number.");

    private static IEnumerable<string> NeitherTrueNorFalse(IConfigurationSection section) =>
        typeof(KioskSettings)
            .GetProperties()
            .Where(p => p.PropertyType == typeof(bool))
            .Select(p => p.Name)
            .Where(name => section[name] is { } value && !bool.TryParse(value, out _))
            .Select(name => $"Kiosk:{name} is {section[name]}: write true or false.");

    [GeneratedRegex(@"Kiosk:(\w+)")]
    private static partial Regex SettingName();
}
