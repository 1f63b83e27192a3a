using System.Collections.Frozen;

namespace Kiosk.Core.Pictograms;

/// <summary>What a drawing may be made of, by the names of SVG 1.1 and 2 (w3.org/TR/SVG11, w3.org/TR/SVG2).</summary>
internal static class SvgVocabulary
{
    public const string Namespace = "http://www.w3.org/2000/svg";

    /// <summary>Where older drawings have their <c>href</c>.</summary>
    public const string LinkNamespace = "http://www.w3.org/1999/xlink";

    /// <summary>What can be seen.</summary>
    public static readonly FrozenSet<string> Shapes = Set("path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "use");

    /// <summary>
    /// All that stays; anything else goes with what is in it: titles, metadata, an editor's notes, letters, photos, filters.
    /// </summary>
    public static readonly FrozenSet<string> Elements =
    [
        .. Shapes,
        "g",
        "defs",
        "symbol",
        "linearGradient",
        "radialGradient",
        "stop",
        "clipPath",
        "mask",
        "pattern",
    ];

    /// <summary>Not taken out but refused: who made the file meant it to do something.</summary>
    public static readonly FrozenSet<string> Acting = Set(
        "script",
        "foreignObject",
        "iframe",
        "embed",
        "object",
        "handler",
        "listener",
        "animate",
        "animateMotion",
        "animateTransform",
        "set",
        "a"
    );

    /// <summary>How something is painted: in an attribute of its own, or in a style, which becomes one.</summary>
    public static readonly FrozenSet<string> Paints = Set(
        "fill",
        "fill-opacity",
        "fill-rule",
        "stroke",
        "stroke-width",
        "stroke-opacity",
        "stroke-linecap",
        "stroke-linejoin",
        "stroke-miterlimit",
        "stroke-dasharray",
        "stroke-dashoffset",
        "opacity",
        "color",
        "display",
        "visibility",
        "stop-color",
        "stop-opacity",
        "clip-path",
        "clip-rule",
        "mask",
        "paint-order",
        "vector-effect"
    );

    /// <summary>Where something is.</summary>
    public static readonly FrozenSet<string> Places = Set(
        "id",
        "d",
        "cx",
        "cy",
        "r",
        "rx",
        "ry",
        "x",
        "y",
        "x1",
        "y1",
        "x2",
        "y2",
        "fx",
        "fy",
        "fr",
        "width",
        "height",
        "points",
        "transform",
        "viewBox",
        "preserveAspectRatio",
        "offset",
        "spreadMethod",
        "gradientUnits",
        "gradientTransform",
        "clipPathUnits",
        "maskUnits",
        "maskContentUnits",
        "patternUnits",
        "patternContentUnits",
        "patternTransform",
        "pathLength"
    );

    /// <summary>The four tones of our own drawings, by which a page recolours them.</summary>
    public static readonly FrozenSet<string> Tones = Set("ink", "tone", "ink-line", "tone-line");

    private static FrozenSet<string> Set(params string[] names) => names.ToFrozenSet(StringComparer.Ordinal);
}
