using Dapper;
using Kiosk.Core.Counting;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Kiosk.Core.Storage;

/// <summary>The anonymous tap counts, <c>tally.db</c>: for each day one counter per cell, and nothing that tells one tap from another.</summary>
/// <remarks>
/// The same taps of a day leave the same bytes in whatever order they came, in the file and in its copies: counters have a fixed width, are
/// laid out before the day's first tap and changed in place. Safe for use from several threads.
/// </remarks>
public sealed class TallyDatabase : IDisposable
{
    private readonly Lock _gate = new();
    private readonly SqliteConnection _connection;
    private readonly TallyRows _rows;
    private readonly TallyCopies _copies;
    private readonly Dictionary<string, long> _positions;

    private TallyDatabase(SqliteConnection connection, TallyCopies copies, OpeningNotice? notice)
    {
        (_connection, _rows, _copies, OpeningNotice) = (connection, new TallyRows(connection), copies, notice);
        _positions = connection.Query<string>(NamedSql.Query("Tally/cells")).Index().ToDictionary(cell => cell.Item, cell => (long)cell.Index);
    }

    /// <summary>What staff have to know when the file was damaged or gone; null when all is well.</summary>
    public OpeningNotice? OpeningNotice { get; }

    /// <summary>Opens or creates the counts; a damaged file is set aside and the last good copy takes its place.</summary>
    /// <param name="today">Dates the name of a damaged file; null while the clock is not known.</param>
    /// <exception cref="StorageException">The file is locked or may not be opened.</exception>
    /// <exception cref="MigrationException">The file could not be brought up to date and is as it was.</exception>
    public static TallyDatabase Open(DataFolder folder, LocalDate? today) =>
        StorageException.Opening(folder.TallyDatabase, () => OpenOrReplace(folder, today));

    /// <summary>Gives every cell of the house its place. Before the first tap, and again whenever the house gains a topic, service or activity.</summary>
    /// <remarks>Cells the house no longer has keep their place. Without anything new, nothing is written.</remarks>
    public void LayOut(CellCatalogue catalogue)
    {
        lock (_gate)
        {
            var gained = catalogue.Cells.Where(cell => !_positions.ContainsKey(cell.Name)).ToList();
            if (gained.Count == 0)
            {
                return;
            }

            using var transaction = _connection.BeginTransaction();
            var places = gained.Index().Select(cell => new { position = (long)_positions.Count + cell.Index, name = cell.Item.Name }).ToList();
            _connection.Execute(NamedSql.Query("Tally/add-cell"), places, transaction);
            _rows.LayOutPresentDays(_positions.Count + gained.Count);
            transaction.Commit();
            places.ForEach(place => _positions.Add(place.name, place.position));
        }
    }

    /// <summary>Counts one tap under each of <paramref name="cells"/>; one named twice counts once. Returns when it is on disk.</summary>
    /// <exception cref="ArgumentException">A cell was never laid out; nothing is counted.</exception>
    /// <exception cref="StorageException">It could not be written; nothing is counted.</exception>
    public void Count(TallyDate date, IReadOnlyCollection<Cell> cells)
    {
        lock (_gate)
        {
            var positions = cells.Select(PositionOf).Distinct().ToList();
            if (positions.Count > 0)
            {
                StorageException.Writing(() => AddOneTo(positions, date));
            }
        }
    }

    /// <summary>The copies of the counts.</summary>
    public CopiesKept Copies => _copies.Kept;

    /// <summary>Has the days before <paramref name="date"/> copied, when it has no tap yet. The first tap of a day would do the same.</summary>
    /// <exception cref="StorageException">The copy could not be written; the counts are as they were.</exception>
    public void KeepCopy(LocalDate date)
    {
        lock (_gate)
        {
            StorageException.Writing(() => _copies.KeepWholeDaysOnly(new TallyDate(date)));
        }
    }

    /// <summary>The day's taps as they are, cells without any left out. Never shown to people: what they see is rounded and of closed periods.</summary>
    internal IReadOnlyDictionary<Cell, uint> ReadDay(TallyDate date)
    {
        lock (_gate)
        {
            var taps = _rows.Read(date);
            return _positions.Where(cell => cell.Value < taps.Count && taps[(int)cell.Value] > 0)
                .ToDictionary(cell => new Cell(cell.Key), cell => taps[(int)cell.Value]);
        }
    }

    public void Dispose() => _connection.Dispose();

    private static TallyDatabase OpenOrReplace(DataFolder folder, LocalDate? today)
    {
        var dated = new DatedCopies(folder, folder.TallyDatabase);
        var notice = LastGoodCopy.PutInPlaceOfDamaged(folder.TallyDatabase, dated, today);
        var connection = SqliteFile.Open(folder.TallyDatabase);
        try
        {
            Migrator.For("Tally", folder).BringUpToDate(connection);
            return new TallyDatabase(connection, new TallyCopies(connection, dated, folder), notice);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void AddOneTo(List<long> positions, TallyDate date)
    {
        _copies.KeepWholeDaysOnly(date);
        using var transaction = _connection.BeginTransaction();
        var rows = _rows.Cover(date, _positions.Count);
        positions.ForEach(position => _rows.AddOne(rows, position));
        transaction.Commit();
    }

    private long PositionOf(Cell cell) => _positions.TryGetValue(cell.Name ?? "", out var position)
        ? position
        : throw new ArgumentException($"'{cell.Name}' is no cell of this house.", nameof(cell));
}
