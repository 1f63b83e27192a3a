using System.CommandLine;
using Kiosk.App.Hosting;
using Kiosk.Core.Languages;

namespace Kiosk.App.Commands;

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

    /// <param name="command">Before the word.</param>
    /// <param name="root">That runs the kiosk, and has all commands below it.</param>
    public static string Explain(string word, Command command, Command root)
    {
        var name = word.Split('=')[0];
        if (!word.StartsWith('-') && command == root && !word.Contains(':', StringComparison.Ordinal))
        {
            return $"There is no command '{word}'{Meant(name, root.Subcommands.Select(known => known.Name), "; ")}--help shows them all.";
        }

        return SettingMeant(name) is { } setting
                ? $"'{word}' is not understood here: did you mean --Kiosk:{setting}=…? --help shows all settings."
            : root.Subcommands.Prepend(root).Where(other => OptionsOf(other).Contains(name)).Select(Named).ToList() is { Count: > 0 } others
                ? $"{name} is no option of {Named(command)}, but of {string.Join(" and ", others)}; --help shows how."
            : $"'{word}' is not understood here{Meant(name, OptionsOf(command), ". ")}"
                + "Write settings as --Kiosk:Data=FOLDER; --help shows them all.";
    }

    private static IEnumerable<string> OptionsOf(Command command) => command.Options.Select(option => option.Name);

    private static string Meant(string name, IEnumerable<string> known, string otherwise) =>
        NearestName.Of(name, known) is { } near ? $": did you mean {near}? " : otherwise;

    /// <summary>A setting without its section, with another one, or without the two dashes: <c>--Data</c>, <c>--Kisok:Data</c>.</summary>
    private static string? SettingMeant(string name) =>
        name.TrimStart('-', '/') is { Length: > 2 } bare
            ? NearestName.Of(bare.Split(':', '_', '.')[^1], typeof(KioskSettings).GetProperties().Select(property => property.Name))
            : null;

    private static string Named(Command command) => command is RootCommand ? "the kiosk itself" : $"'{command.Name}'";
}
