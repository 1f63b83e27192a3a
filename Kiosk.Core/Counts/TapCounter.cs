using Kiosk.Core.Clocks;
using Kiosk.Core.Counting;
using Kiosk.Core.Editing;
using Kiosk.Core.Houses;
using Kiosk.Core.Storage;

namespace Kiosk.Core.Counts;

/// <summary>Counts taps on the day they fall on, under the cells of the house as it is now.</summary>
/// <remarks>
/// New cells get their places with the change of the house, so that the file does not tell whether a tap came after it. Where that fails,
/// on a full disk, the change stays, and the next tap tries again before it counts.
/// </remarks>
public sealed class TapCounter
{
    private readonly CurrentHouse _house;
    private readonly HouseClock _clock;
    private readonly TallyDatabase _tallies;
    private volatile LaidOut? _laidOut;

    public TapCounter(CurrentHouse house, HouseClock clock, TallyDatabase tallies)
    {
        (_house, _clock, _tallies) = (house, clock, tallies);
        house.Changed += LayOutChanged;
    }

    private sealed record LaidOut(House House, CellCatalogue Catalogue);

    /// <summary>Counts all cells or, when the house does not know one of them, none.</summary>
    /// <returns>Whether they were counted; then they are on disk.</returns>
    /// <exception cref="StorageException">They could not be written; nothing is counted.</exception>
    public bool TryCount(IReadOnlyCollection<string> postedCells)
    {
        var (now, catalogue) = (_clock.Known, Catalogue());
        var half = HalfDays.At(now?.TimeOfDay);
        var cells = new List<Cell>(postedCells.Count);
        foreach (var posted in postedCells)
        {
            if (!catalogue.TryResolve(posted, half, out var cell))
            {
                return false;
            }

            cells.Add(cell);
        }

        _tallies.Count(new TallyDate(now?.Date), cells);
        return true;
    }

    /// <summary>Gives every cell of the house its place in the counts.</summary>
    /// <exception cref="StorageException">They could not be written; everything is as it was.</exception>
    public void LayOut() => _ = Catalogue();

    private void LayOutChanged()
    {
        try
        {
            LayOut();
        }
        catch (StorageException)
        {
            // The change of the house is on disk already; the next tap says that it cannot be counted.
        }
    }

    /// <summary>The cells of the house, each with its place in the counts.</summary>
    /// <exception cref="StorageException">They could not be written; everything is as it was.</exception>
    private CellCatalogue Catalogue()
    {
        var house = _house.Current;
        if (_laidOut is { } known && known.House == house)
        {
            return known.Catalogue;
        }

        var catalogue = CatalogueOf(house);
        _tallies.LayOut(catalogue);
        _laidOut = new LaidOut(house, catalogue);
        return catalogue;
    }

    internal static CellCatalogue CatalogueOf(House house) =>
        CellCatalogue.For(
            house.Profile.Languages.Select(l => l.Value),
            house.Topics.Select(t => t.Id),
            house.Services.Select(s => s.Id),
            house.Activities.Select(a => a.Id)
        );
}
