using System.Collections.Frozen;

namespace Kiosk.Core.Counting;

/// <summary>
/// Every cell a house can count, known before the first tap: a tap outside of it is refused, so nothing unforeseen is ever stored.
/// </summary>
public sealed class CellCatalogue
{
    private static readonly string[] Visits = ["visit/begun", "visit/ended-idle", "visit/ended-start-over"];

    private static readonly Cell[] SameInEveryHouse =
    [
        Cell.SlipOnPaper,
        Cell.SlipBySquare,
        .. Cell.Modes.Select(Cell.Mode),
        Cell.Person,
        Cell.NothingFits,
        .. Cell.Faces.Select(Cell.Face),
        .. Cell.TouchesUntilSlip,
    ];

    private readonly FrozenSet<string> _posted;

    private CellCatalogue(IEnumerable<Cell> cells)
    {
        string[] withoutVisits = [.. cells.Select(cell => cell.Name).Distinct(StringComparer.Ordinal)];
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
    /// <exception cref="ArgumentException">An id makes no cell.</exception>
    public static CellCatalogue For(
        IEnumerable<string> languages,
        IEnumerable<string> topicIds,
        IEnumerable<string> serviceIds,
        IEnumerable<string> activityIds
    ) =>
        new([
            .. SameInEveryHouse,
            .. languages.Select(Cell.Language),
            .. topicIds.Select(Cell.Topic),
            .. serviceIds.Select(Cell.Service),
            .. activityIds.Select(Cell.Activity),
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
}
