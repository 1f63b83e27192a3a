using Kiosk.App.Monitoring.Checks;

namespace Kiosk.App.Commands.Checks;

/// <summary>One thing that was looked at.</summary>
/// <param name="Name">Always the same for the same thing, for programs that read <c>--json</c>.</param>
/// <param name="What">In words.</param>
/// <param name="Advice">What to do; null when all is well.</param>
internal sealed record Finding(string Name, string What, string? Advice = null, bool IsNote = false)
{
    public Severity Severity =>
        Advice is null ? Severity.Well
        : IsNote ? Severity.Note
        : Severity.Look;

    /// <summary>As a line begins with it: <c>well</c>, <c>note</c>, <c>LOOK</c>.</summary>
    public string Mark => Severity == Severity.Look ? "LOOK" : Severity.ToString().ToLowerInvariant();

    /// <summary>A finding whose advice is given only when something is wrong.</summary>
    public static Finding Of(string name, string what, bool well, string advice, bool isNote = false) =>
        new(name, what, well ? null : advice, isNote);
}
