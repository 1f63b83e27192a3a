using System.Collections.Immutable;
using Kiosk.Core.Languages;

namespace Kiosk.App.Visitor;

/// <summary>Ways of showing the screen that a visitor can switch on; gone with the visit.</summary>
public enum Mode
{
    Larger,
    Contrast,
    Lower,
}

/// <summary>A visit, as far as the server ever knows it: what stands in the address, and nothing else.</summary>
/// <param name="Path">The address after the language: <c>topic/housing</c>, empty for home.</param>
public sealed record Visit(LanguageTag Language, string Path, ImmutableSortedSet<Mode> Modes)
{
    /// <summary>Query key of the modes: <c>?with=larger.contrast</c>.</summary>
    public const string ModesKey = "with";

    public static ImmutableSortedSet<Mode> ReadModes(string? query) =>
    [
        .. (query ?? "").Split('.').Select(word => Enum.TryParse<Mode>(word, ignoreCase: true, out var mode) && Enum.IsDefined(mode) ? mode : (Mode?)null).OfType<Mode>(),
    ];

    /// <summary>Another page of the same visit.</summary>
    public string To(string path) => $"/{Language}/{path}" + Query(Modes, path.Contains('?', StringComparison.Ordinal) ? '&' : '?');

    /// <summary>The same page in another language.</summary>
    public string In(LanguageTag language) => (this with { Language = language }).To(Path);

    /// <summary>The same page with a mode on or off.</summary>
    public string Toggle(Mode mode) => (this with { Modes = Modes.SymmetricExcept([mode]) }).To(Path);

    /// <summary>The modes as style classes: <c>larger contrast</c>.</summary>
    public string Classes => string.Join(' ', Modes.Select(Name));

    public static string Name(Mode mode) => mode switch
    {
        Mode.Larger => "larger",
        Mode.Contrast => "contrast",
        Mode.Lower => "lower",
    };

    private static string Query(ImmutableSortedSet<Mode> modes, char sign) =>
        modes.IsEmpty ? "" : $"{sign}{ModesKey}={string.Join('.', modes.Select(Name))}";
}
