using System.Text.RegularExpressions;

namespace Kiosk.Core.Pictograms;

/// <summary>
/// The styles of a drawing, as far as they only paint: <c>style="fill:red"</c>, and <c>.st0 { fill: red }</c> as drawing programs write it.
/// </summary>
/// <remarks>Pages forbid styles inside of them, so each becomes an attribute; whatever is not understood is left out.</remarks>
internal sealed partial class SvgStyles
{
    private readonly List<(string Class, IReadOnlyDictionary<string, string> Paints)> _rules;

    /// <param name="sheets">What stands in the drawing's <c>style</c> elements.</param>
    public SvgStyles(IEnumerable<string> sheets) =>
        _rules = [
            .. from sheet in sheets
            from Match rule in Rule().Matches(Comment().Replace(sheet, ""))
            from selector in rule.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries)
            where ClassOnly().IsMatch(selector)
            select (selector[1..], Declarations(rule.Groups[2].Value)),
        ];

    /// <summary>What the rules and its own style paint an element with; later ones win.</summary>
    public IEnumerable<KeyValuePair<string, string>> For(string? classes, string? style)
    {
        var names = (classes ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return _rules.Where(rule => names.Contains(rule.Class)).SelectMany(rule => rule.Paints).Concat(Declarations(style ?? ""));
    }

    private static Dictionary<string, string> Declarations(string text) =>
        text.Split(';')
            .Select(declaration => declaration.Split(':', 2, StringSplitOptions.TrimEntries))
            .Where(parts => parts.Length == 2 && SvgVocabulary.Paints.Contains(parts[0]))
            .GroupBy(parts => parts[0], parts => parts[1].Replace("!important", "", StringComparison.OrdinalIgnoreCase).Trim())
            .ToDictionary(values => values.Key, values => values.Last());

    [GeneratedRegex(@"([^{}]*)\{([^{}]*)\}")]
    private static partial Regex Rule();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^\.[A-Za-z_][\w-]*\z")]
    private static partial Regex ClassOnly();
}
