using System.Text.RegularExpressions;
using Kiosk.Core.Languages;

namespace Kiosk.App.Visitor.Shell;

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
public sealed partial record Visit(LanguageTag Language, string Path, IReadOnlyList<Mode> Modes)
{
    /// <summary>Query key of the modes: <c>?with=larger.contrast</c>.</summary>
    public const string ModesKey = "with";

    /// <summary>Query key of the way here: <c>?from=today~activity/games</c>.</summary>
    public const string TrailKey = "from";

    /// <summary>More steps than anybody goes down; older ones are forgotten.</summary>
    private const int LongestTrail = 8;

    private static readonly Mode[] AllModes = [Mode.Listen, Mode.Larger, Mode.Contrast, Mode.Calm, Mode.Lower];

    public static IReadOnlyList<Mode> ReadModes(string? query)
    {
        var words = (query ?? "").Split('.');
        return [.. AllModes.Where(mode => words.Contains(Name(mode)))];
    }

    /// <summary>What can be no page of a visit is left out.</summary>
    public static IReadOnlyList<string> ReadTrail(string? query) =>
        [.. (query ?? "").Split('~').Where(page => PageOfVisit().IsMatch(page)).TakeLast(LongestTrail)];

    /// <summary>The pages that led here from home, the last one nearest; home itself is not among them.</summary>
    public IReadOnlyList<string> Trail { get; init; } = [];

    /// <summary>What stands before every address of the visit: nothing, or where a preview of it is.</summary>
    public string Root { get; init; } = "";

    /// <summary>Another page of the same visit, from which <see cref="Back"/> leads here.</summary>
    public string To(string path) => Address(path, TrailTo(PageOf(path)));

    /// <summary>The page one came from, with the way back from there; home at the end of it.</summary>
    public string Back => Trail.Count == 0 ? To("") : Address(Trail[^1], [.. Trail.SkipLast(1)]);

    /// <summary>A path with one more key in its query.</summary>
    public static string With(string path, string key, string value) =>
        $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{key}={value}";

    /// <summary>The same page in another language.</summary>
    public string In(LanguageTag language) => (this with { Language = language }).Address(Path, Trail);

    /// <summary>The same page with a mode on or off.</summary>
    public string Toggle(Mode mode) =>
        (this with { Modes = [.. AllModes.Where(other => Modes.Contains(other) != (other == mode))] }).Address(Path, Trail);

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

    /// <summary>A path without what became of the page: the paper, the face.</summary>
    private static string PageOf(string path) => path.Split(["paper=", "face="], StringSplitOptions.None)[0].TrimEnd('?', '&');

    /// <summary>The pages from home to another one: those up to this one, or up to that one where it is among them.</summary>
    private IReadOnlyList<string> TrailTo(string page)
    {
        List<string> way = ["", .. Trail, PageOf(Path)];
        var turn = way.IndexOf(page);
        return [.. (turn < 0 ? way : way.Take(turn)).Where(passed => passed.Length > 0).TakeLast(LongestTrail)];
    }

    private string Address(string path, IReadOnlyList<string> trail)
    {
        var address = $"{Root}/{Language}/{path}";
        address = Modes.Count == 0 ? address : With(address, ModesKey, string.Join('.', Modes.Select(Name)));
        return trail.Count == 0 ? address : With(address, TrailKey, string.Join('~', trail));
    }

    [GeneratedRegex(@"^[a-z]+(/[a-z0-9-]+)*(\?(topic|page)=[a-z0-9-]+)?\z")]
    private static partial Regex PageOfVisit();
}
