using Kiosk.Core.Languages;

namespace Kiosk.App.Visitor;

/// <summary>Ways of showing the screen that a visitor can switch on; gone with the visit.</summary>
public enum Mode
{
    /// <summary>Everything can be heard: a first touch says a name, a second opens.</summary>
    Listen,
    Larger,
    Contrast,

    /// <summary>Quiet colours, and nothing moves.</summary>
    Calm,
    Lower,
}

/// <summary>A visit, as far as the server ever knows it: what stands in the address, and nothing else.</summary>
/// <param name="Path">The address after the language: <c>topic/housing</c>, empty for home.</param>
public sealed record Visit(LanguageTag Language, string Path, IReadOnlyList<Mode> Modes)
{
    /// <summary>Query key of the modes: <c>?with=larger.contrast</c>.</summary>
    public const string ModesKey = "with";

    private static readonly Mode[] AllModes = [Mode.Listen, Mode.Larger, Mode.Contrast, Mode.Calm, Mode.Lower];

    public static IReadOnlyList<Mode> ReadModes(string? query)
    {
        var words = (query ?? "").Split('.');
        return [.. AllModes.Where(mode => words.Contains(Name(mode)))];
    }

    /// <summary>What stands before every address of the visit: nothing, or where a preview of it is.</summary>
    public string Root { get; init; } = "";

    /// <summary>Another page of the same visit.</summary>
    public string To(string path) => $"{Root}/{Language}/{path}" + Query(Modes, path.Contains('?', StringComparison.Ordinal) ? '&' : '?');

    /// <summary>A path with one more key in its query.</summary>
    public static string With(string path, string key, string value) =>
        $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{key}={value}";

    /// <summary>The same page in another language.</summary>
    public string In(LanguageTag language) => (this with { Language = language }).To(Path);

    /// <summary>The same page with a mode on or off.</summary>
    public string Toggle(Mode mode) =>
        (this with { Modes = [.. AllModes.Where(other => Modes.Contains(other) != (other == mode))] }).To(Path);

    /// <summary>The modes as style classes: <c>larger contrast</c>.</summary>
    public string Classes => string.Join(' ', Modes.Select(Name));

    public static string Name(Mode mode) =>
        mode switch
        {
            Mode.Listen => "listen",
            Mode.Larger => "larger",
            Mode.Contrast => "contrast",
            Mode.Calm => "calm",
            Mode.Lower => "lower",
        };

    private static string Query(IReadOnlyList<Mode> modes, char sign) =>
        modes.Count == 0 ? "" : $"{sign}{ModesKey}={string.Join('.', modes.Select(Name))}";
}
