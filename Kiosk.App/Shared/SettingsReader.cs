using System.Globalization;

namespace Kiosk.App.Shared;

/// <summary>Reads the settings, or says what is wrong with all of them at once.</summary>
internal static class SettingsReader
{
    /// <exception cref="CannotStart">A setting has no such name, or a value that cannot be used.</exception>
    public static KioskSettings Read(IConfigurationSection section)
    {
        Refuse([.. Unknown(section), .. NoNumbers(section), .. NeitherTrueNorFalse(section)]);
        var settings = section.Get<KioskSettings>() ?? new KioskSettings();
        Refuse(settings.Problems());
        return settings;
    }

    private static void Refuse(IReadOnlyCollection<string> problems)
    {
        if (problems.Count > 0)
        {
            throw new CannotStart(string.Join(Environment.NewLine, problems));
        }
    }

    /// <summary>A name written wrong would leave its setting as it was, and nobody would know.</summary>
    private static IEnumerable<string> Unknown(IConfigurationSection section) =>
        section.GetChildren().Select(child => child.Key)
            .Except(typeof(KioskSettings).GetProperties().Select(p => p.Name), StringComparer.OrdinalIgnoreCase)
            .Select(name => $"There is no setting Kiosk:{name}: correct the name; --help shows them all.");

    private static IEnumerable<string> NoNumbers(IConfigurationSection section) =>
        typeof(KioskSettings).GetProperties().Where(p => p.PropertyType == typeof(int)).Select(p => p.Name)
            .Where(name => section[name] is { } value && !int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out _))
            .Select(name => $"Kiosk:{name} is {section[name]}: write a whole number.");

    private static IEnumerable<string> NeitherTrueNorFalse(IConfigurationSection section) =>
        typeof(KioskSettings).GetProperties().Where(p => p.PropertyType == typeof(bool)).Select(p => p.Name)
            .Where(name => section[name] is { } value && !bool.TryParse(value, out _))
            .Select(name => $"Kiosk:{name} is {section[name]}: write true or false.");
}
