using Kiosk.App.Shared.Clocks;
using Kiosk.Core.Counting;
using Kiosk.Core.Houses;
using Kiosk.Core.Storage;

namespace Kiosk.App.Shared;

/// <summary>Counts taps on the day they fall on, under the cells of the house in force.</summary>
public sealed class TapCounter
{
    private readonly CurrentHouse _house;
    private readonly HouseClock _clock;
    private readonly TallyDatabase _tallies;
    private volatile CellCatalogue _catalogue = null!;

    public TapCounter(CurrentHouse house, HouseClock clock, TallyDatabase tallies)
    {
        (_house, _clock, _tallies) = (house, clock, tallies);
        LayOut();
        house.Changed += LayOut;
    }

    /// <summary>Counts all cells or, when the house does not know one of them, none.</summary>
    /// <returns>Whether they were counted; then they are on disk.</returns>
    /// <exception cref="StorageException">They could not be written; nothing is counted.</exception>
    public bool TryCount(IReadOnlyCollection<string> postedCells)
    {
        var now = _clock.Known;
        var half = HalfDays.At(now?.TimeOfDay);
        var cells = new List<Cell>(postedCells.Count);
        foreach (var posted in postedCells)
        {
            if (!_catalogue.TryResolve(posted, half, out var cell))
            {
                return false;
            }

            cells.Add(cell);
        }

        _tallies.Count(new TallyDate(now?.Date), cells);
        return true;
    }

    private void LayOut()
    {
        var catalogue = CatalogueOf(_house.Current);
        _tallies.LayOut(catalogue);
        _catalogue = catalogue;
    }

    private static CellCatalogue CatalogueOf(House house) =>
        CellCatalogue.For(
            house.Profile.Languages.Select(l => l.Value),
            house.Topics.Select(t => t.Id),
            house.Services.Select(s => s.Id),
            house.Activities.Select(a => a.Id)
        );
}
