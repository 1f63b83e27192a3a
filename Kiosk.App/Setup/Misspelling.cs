using Kiosk.App.Shared;
using Kiosk.Core.Languages;

namespace Kiosk.App.Setup;

/// <summary>A word on the command line that means nothing: what was probably meant.</summary>
internal static class Misspelling
{
    /// <summary>Beside the kiosk's own: what .NET takes itself, from a test's host or for its log.</summary>
    private static readonly string[] Frameworks = ["environment", "contentRoot", "applicationName", "urls", "Logging"];

    /// <summary>Whether it has the form of a setting: <c>--Kiosk:Data=FOLDER</c>. Whether there is such a one is asked later.</summary>
    public static bool IsSetting(string word) =>
        word.StartsWith("--", StringComparison.Ordinal)
        && word.Split('=', 2) is [var name, _]
        && name[2..].Split(':')[0] is var root
        && Frameworks.Append(KioskSettings.Section).Contains(root, StringComparer.OrdinalIgnoreCase);

    /// <param name="command">Before the word; empty to run the kiosk.</param>
    /// <param name="options">Those of every command.</param>
    public static string Explain(string word, string command, IReadOnlyDictionary<string, string[]> options)
    {
        var name = word.Split('=')[0];
        if (!word.StartsWith('-') && command == Arguments.Run && !word.Contains(':', StringComparison.Ordinal))
        {
            var commands = options.Keys.Where(known => known != Arguments.Run);
            return $"There is no command '{word}'{Meant(name, commands, "; ")}--help shows them all.";
        }

        return SettingMeant(name) is { } setting
                ? $"'{word}' is not understood here: did you mean --Kiosk:{setting}=…? --help shows all settings."
            : options.Where(other => other.Value.Contains(name)).Select(other => Named(other.Key)).ToList() is { Count: > 0 } others
                ? $"{name} is no option of {Named(command)}, but of {string.Join(" and ", others)}; --help shows how."
            : $"'{word}' is not understood here{Meant(name, options[command], ". ")}"
                + "Write settings as --Kiosk:Data=FOLDER; --help shows them all.";
    }

    private static string Meant(string name, IEnumerable<string> known, string otherwise) =>
        NearestName.Of(name, known) is { } near ? $": did you mean {near}? " : otherwise;

    /// <summary>A setting without its section, with another one, or without the two dashes: <c>--Data</c>, <c>--Kisok:Data</c>.</summary>
    private static string? SettingMeant(string name) =>
        name.TrimStart('-', '/') is { Length: > 2 } bare
            ? NearestName.Of(bare.Split(':', '_', '.')[^1], typeof(KioskSettings).GetProperties().Select(property => property.Name))
            : null;

    private static string Named(string command) => command == Arguments.Run ? "the kiosk itself" : $"'{command}'";
}
