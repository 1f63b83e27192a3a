using System.Globalization;

namespace Kiosk.Core.Counting;

/// <summary>One thing taps are counted under: <c>topic/housing</c>, <c>slip/paper</c>, <c>visit/begun/morning</c>.</summary>
/// <param name="Name">
/// <c>kind/id</c>. A cell has one dimension; only visits carry a second, their half-day. A cell never says who, nor together with what.
/// </param>
public readonly record struct Cell(string Name)
{
    private const int MostTouchesApart = 9;

    /// <summary>The bell was rung for a person.</summary>
    public static readonly Cell Person = new("help/person");

    /// <summary>Nothing that the screen shows is what the visitor looks for.</summary>
    public static readonly Cell NothingFits = new("help/nothing-fits");

    public static readonly Cell SlipOnPaper = new("slip/paper");

    /// <summary>Its square was shown, to be taken along on a telephone.</summary>
    public static readonly Cell SlipBySquare = new("slip/qr");

    /// <summary>Ways to see or hear the screen, and the answers below a slip, by the words that their cells end with.</summary>
    public static readonly IReadOnlyList<string> Modes = ["listen", "larger", "contrast", "lower"];

    public static readonly IReadOnlyList<string> Faces = ["good", "middle", "bad"];

    /// <summary>How many touches it took until the first slip of a visit, each number for itself up to nine.</summary>
    public static readonly IReadOnlyList<Cell> TouchesUntilSlip = [.. Enumerable.Range(1, MostTouchesApart + 1).Select(TouchesUntil)];

    /// <param name="tag">Of the language in which a visit begins.</param>
    public static Cell Language(string tag) => Of("language", tag);

    public static Cell Topic(string id) => Of("topic", id);

    public static Cell Service(string id) => Of("service", id);

    public static Cell Activity(string id) => Of("activity", id);

    /// <param name="name">One of <see cref="Modes"/>.</param>
    public static Cell Mode(string name) => Of("mode", name);

    /// <param name="name">One of <see cref="Faces"/>.</param>
    public static Cell Face(string name) => Of("face", name);

    /// <summary>A slip was taken after that many touches.</summary>
    public static Cell TouchesUntil(int touches) =>
        Of("touches-until-slip", touches > MostTouchesApart ? "10-or-more" : touches.ToString(CultureInfo.InvariantCulture));

    public override string ToString() => Name;

    /// <exception cref="ArgumentException">An id is not made of lower-case letters, digits and <c>-</c>: a slash would smuggle in a second
    /// dimension.</exception>
    private static Cell Of(string kind, string id) =>
        IsSlug(id)
            ? new Cell($"{kind}/{id}")
            : throw new ArgumentException($"'{id}' cannot be counted as a {kind}: only a-z, 0-9 and - make a cell.", nameof(id));

    private static bool IsSlug(string id) =>
        id.Length > 0 && id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
}
