using System.Collections.Frozen;

namespace Kiosk.Core.Counting;

/// <summary>
/// Every cell a house can count, known before the first tap: a tap outside of it is refused, so nothing unforeseen is ever stored.
/// </summary>
public sealed class CellCatalogue
{
    private static readonly string[] Visits = ["visit/begun", "visit/ended-idle", "visit/ended-start-over"];

    private static readonly string[] SameInEveryHouse =
    [
        "slip/paper",
        "slip/qr",
        "mode/listen",
        "mode/larger",
        "mode/contrast",
        "mode/lower",
        "help/person",
        "help/nothing-fits",
        "face/good",
        "face/middle",
        "face/bad",
        .. Enumerable.Range(1, 9).Select(touches => $"touches-until-slip/{touches}"),
        "touches-until-slip/10-or-more",
    ];

    private readonly FrozenSet<string> _posted;

    private CellCatalogue(IReadOnlyCollection<string> withoutVisits)
    {
        _posted = withoutVisits.Concat(Visits).ToFrozenSet(StringComparer.Ordinal);
        Cells =
        [
            .. withoutVisits
                .Concat(Visits.SelectMany(visit => Enum.GetValues<HalfDay>().Select(half => OfVisit(visit, half))))
                .Order(StringComparer.Ordinal)
                .Select(name => new Cell(name)),
        ];
    }

    /// <summary>All cells in ordinal order of their names, so that the order of a house file leaves no trace.</summary>
    public IReadOnlyList<Cell> Cells { get; }

    /// <param name="languages">Tags of the languages a visit can begin in.</param>
    /// <exception cref="ArgumentException">An id is not made of lower-case letters, digits and <c>-</c>: a slash would smuggle in a second
    /// dimension.</exception>
    public static CellCatalogue For(
        IEnumerable<string> languages,
        IEnumerable<string> topicIds,
        IEnumerable<string> serviceIds,
        IEnumerable<string> activityIds
    ) =>
        new([
            .. SameInEveryHouse,
            .. OneOf("language", languages),
            .. OneOf("topic", topicIds),
            .. OneOf("service", serviceIds),
            .. OneOf("activity", activityIds),
        ]);

    /// <summary>Finds the cell a visitor's page means. The page does not say the half-day of a visit; the kiosk's clock does.</summary>
    /// <returns>False when the house has no such cell, or the page names a half-day itself.</returns>
    public bool TryResolve(string? postedName, HalfDay halfDay, out Cell cell)
    {
        var known = postedName is not null && _posted.Contains(postedName);
        cell = !known ? default : new Cell(Visits.Contains(postedName) ? OfVisit(postedName!, halfDay) : postedName!);
        return known;
    }

    private static string OfVisit(string visit, HalfDay half) => $"{visit}/{half.Word()}";

    private static IEnumerable<string> OneOf(string kind, IEnumerable<string> ids) =>
        ids.Distinct(StringComparer.Ordinal)
            .Select(id =>
                IsSlug(id)
                    ? $"{kind}/{id}"
                    : throw new ArgumentException($"'{id}' cannot be counted as a {kind}: only a-z, 0-9 and - make a cell.", nameof(ids))
            );

    private static bool IsSlug(string id) =>
        id.Length > 0 && id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
}
