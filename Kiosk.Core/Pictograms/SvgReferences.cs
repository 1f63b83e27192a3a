using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Kiosk.Core.Pictograms;

/// <summary>Which parts of a drawing show other parts of it: a copy, a pattern, a mask, an edge to cut by.</summary>
/// <remarks>
/// Twenty parts that each show ten of the next are more shapes than there are atoms. What drawing programs write is two deep.
/// </remarks>
internal static partial class SvgReferences
{
    private const int MostReferences = 400;
    private const int MostDepth = 2;

    /// <exception cref="DrawingRefused">There are too many, or they go too deep, or in a circle.</exception>
    public static void RefuseCopiesOfCopies(XElement drawing)
    {
        var parts = drawing
            .Descendants()
            .Where(IsPart)
            .GroupBy(e => e.Attribute("id")!.Value)
            .ToDictionary(same => same.Key, same => From(same.First()));
        List<string> shown = [.. From(drawing).Where(parts.ContainsKey)];
        for (var depth = 0; shown.Count > 0; depth++)
        {
            if (depth == MostDepth || shown.Count > MostReferences)
            {
                throw new DrawingRefused(DrawingFault.TooIntricate);
            }

            shown = [.. shown.Distinct().SelectMany(id => parts[id]).Where(parts.ContainsKey)];
        }
    }

    /// <summary>A gradient is a colour, not a shape.</summary>
    private static bool IsPart(XElement element) =>
        element.Attribute("id") is not null && element.Name.LocalName is not ("linearGradient" or "radialGradient");

    private static List<string> From(XElement element) =>
        [
            .. element.DescendantsAndSelf().Where(e => e.Name.LocalName == "use").Select(e => ((string?)e.Attribute("href") ?? "#")[1..]),
            .. element.DescendantsAndSelf().Attributes().SelectMany(a => Inner().Matches(a.Value)).Select(link => link.Groups[1].Value),
        ];

    [GeneratedRegex(@"url\s*\(\s*['""]?\s*#([^'"")\s]*)", RegexOptions.IgnoreCase)]
    private static partial Regex Inner();
}
