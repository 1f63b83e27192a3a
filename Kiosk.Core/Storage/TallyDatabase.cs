using Dapper;
using Kiosk.Core.Counting;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Kiosk.Core.Storage;

/// <summary>
/// The anonymous tap counts, <c>tally.db</c>: for each day one counter per cell, and nothing that tells one tap from another.
/// </summary>
/// <remarks>
/// The same taps of a day leave the same bytes in whatever order they came, in the file and in its copies: counters have a fixed width, are
/// laid out before the day's first tap and changed in place. Safe for use from several threads.
/// </remarks>
public sealed class TallyDatabase : IDisposable
{
    private readonly Lock _gate = new();
    private readonly SqliteConnection _connection;
    private readonly DatabaseFile _file;
    private readonly TallyRows _rows;
    private readonly TallyCopies _copies;
    private readonly TallyReports _reports;
    private readonly Dictionary<string, long> _positions;

    private TallyDatabase(SqliteConnection connection, DatabaseFile file, TallyCopies copies, OpeningNotice? notice)
    {
        (_connection, _file, _rows, _copies, OpeningNotice) = (connection, file, new TallyRows(connection), copies, notice);
        _positions = connection
            .Query<string>(NamedSql.Query("Tally/cells"))
            .Index()
            .ToDictionary(cell => cell.Item, cell => (long)cell.Index);
        _reports = new TallyReports(connection, () => [.. _positions.OrderBy(cell => cell.Value).Select(cell => cell.Key)]);
    }

    /// <summary>What staff have to know when the file was damaged or gone; null when all is well.</summary>
    public OpeningNotice? OpeningNotice { get; }

    /// <summary>What somebody else did to the file since it was opened; null when all is well.</summary>
    public ForeignChange? ForeignChange
    {
        get
        {
            lock (_gate)
            {
                return _file.Look();
            }
        }
    }

    /// <summary>Opens or creates the counts; a damaged file is set aside and the last good copy takes its place.</summary>
    /// <param name="today">Dates the name of a damaged file; null while the clock is not known.</param>
    /// <exception cref="StorageException">The file is locked or may not be opened.</exception>
    /// <exception cref="MigrationException">The file could not be brought up to date and is as it was.</exception>
    public static TallyDatabase Open(DataFolder folder, LocalDate? today) =>
        StorageException.Opening(folder.TallyDatabase, () => OpenOrReplace(folder, today));

    /// <summary>
    /// Gives every cell of the house its place. Before the first tap, and again whenever the house gains a topic, service or activity.
    /// </summary>
    /// <remarks>Cells the house no longer has keep their place. Without anything new, nothing is written.</remarks>
    /// <exception cref="StorageException">It could not be written; everything is as it was.</exception>
    public void LayOut(CellCatalogue catalogue)
    {
        lock (_gate)
        {
            var gained = catalogue.Cells.Where(cell => !_positions.ContainsKey(cell.Name)).ToList();
            if (gained.Count == 0)
            {
                return;
            }

            var places = gained
                .Index()
                .Select(cell => new { position = (long)_positions.Count + cell.Index, name = cell.Item.Name })
                .ToList();
            _file.Writing(() =>
            {
                using var transaction = _connection.BeginTransaction();
                _connection.Execute(NamedSql.Query("Tally/add-cell"), places, transaction);
                _rows.LayOutPresentDays(_positions.Count + gained.Count);
                transaction.Commit();
            });
            places.ForEach(place => _positions.Add(place.name, place.position));
        }
    }

    /// <summary>Counts one tap under each of <paramref name="cells"/>; one named twice counts once. Returns when it is on disk.</summary>
    /// <remarks>What was published never changes: a tap on a day of a closed period, from a clock that went back, has no date.</remarks>
    /// <exception cref="ArgumentException">A cell was never laid out; nothing is counted.</exception>
    /// <exception cref="StorageException">It could not be written; nothing is counted.</exception>
    public void Count(TallyDate date, IReadOnlyCollection<Cell> cells)
    {
        lock (_gate)
        {
            var positions = cells.Select(PositionOf).Distinct().ToList();
            if (positions.Count > 0)
            {
                _file.Writing(() => AddOneTo(positions, date.Date <= _reports.ClosedThrough ? TallyDate.Unknown : date));
            }
        }
    }

    /// <summary>The copies of the counts.</summary>
    public CopiesKept Copies => _copies.Kept;

    /// <summary>
    /// Has the days before <paramref name="date"/> copied, when it has no tap yet. The first tap of a day would do the same.
    /// </summary>
    /// <exception cref="StorageException">The copy could not be written; the counts are as they were.</exception>
    public void KeepCopy(LocalDate date)
    {
        lock (_gate)
        {
            _file.Writing(() => _copies.KeepWholeDaysOnly(new TallyDate(date)));
        }
    }

    /// <summary>
    /// Publishes each week, month, quarter and year that closed and was not published yet, one at a time, so that a tap waits for one at
    /// most.
    /// </summary>
    /// <returns>How many.</returns>
    /// <exception cref="StorageException">One could not be written; those before it are published.</exception>
    public int PublishDue(LocalDate today, IFigureRules rules)
    {
        IReadOnlyList<ReportPeriod> due;
        lock (_gate)
        {
            due = _reports.Due(today);
        }

        foreach (var period in due)
        {
            lock (_gate)
            {
                _file.Writing(() => _reports.Publish(period, rules, UndatedVisits()));
            }
        }

        return due.Count;
    }

    /// <summary>The figures of a period as they were published; null when it is not closed, or nobody tapped in it.</summary>
    public PublishedPeriod? Published(ReportPeriod period)
    {
        lock (_gate)
        {
            return _reports.Find(period);
        }
    }

    /// <summary>All that were published, oldest first within each kind.</summary>
    public IReadOnlyList<ReportPeriod> PublishedPeriods()
    {
        lock (_gate)
        {
            return
            [
                .. _reports
                    .Names()
                    .Select(ReportPeriod.Named)
                    .OfType<ReportPeriod>()
                    .OrderBy(period => period.Kind)
                    .ThenBy(period => period.First),
            ];
        }
    }

    /// <summary>The counts are invented, to try a report out.</summary>
    public bool IsInvented
    {
        get
        {
            lock (_gate)
            {
                return _connection.ExecuteScalar<long>(NamedSql.Query("Tally/is-invented")) > 0;
            }
        }
    }

    /// <summary>Fills an empty file with invented days, and marks it so for ever.</summary>
    /// <exception cref="InvalidOperationException">Something was counted already.</exception>
    public void Invent(IEnumerable<(LocalDate Date, IReadOnlyDictionary<Cell, uint> Taps)> days)
    {
        lock (_gate)
        {
            if (_connection.Query<string>(NamedSql.Query("Tally/days")).Any())
            {
                throw new InvalidOperationException(
                    "Invented counts go into an empty data folder only: real ones are never mixed with them."
                );
            }

            _file.Writing(() =>
            {
                using var transaction = _connection.BeginTransaction();
                foreach (var (date, taps) in days)
                {
                    WriteDay(date, taps);
                }

                _connection.Execute(NamedSql.Query("Tally/mark-invented"));
                transaction.Commit();
            });
        }
    }

    private void WriteDay(LocalDate date, IReadOnlyDictionary<Cell, uint> taps)
    {
        var counts = new uint[_positions.Count];
        foreach (var (cell, count) in taps)
        {
            counts[PositionOf(cell)] = count;
        }

        _rows.Write(date, counts);
    }

    /// <summary>
    /// The day's taps as they are, cells without any left out. Never shown to people: what they see is rounded and of closed periods.
    /// </summary>
    internal IReadOnlyDictionary<Cell, uint> ReadDay(TallyDate date)
    {
        lock (_gate)
        {
            var taps = _rows.Read(date);
            return _positions
                .Where(cell => cell.Value < taps.Count && taps[(int)cell.Value] > 0)
                .ToDictionary(cell => new Cell(cell.Key), cell => taps[(int)cell.Value]);
        }
    }

    /// <summary>From here on every change is refused with a <see cref="StorageException"/>.</summary>
    public void WriteNothing()
    {
        lock (_gate)
        {
            SqliteFile.WriteNothing(_connection);
        }
    }

    public void Dispose() => _connection.Dispose();

    private RawTaps UndatedVisits() =>
        ReadDay(TallyDate.Unknown)
            .Where(cell => cell.Key.Name.StartsWith("visit/begun/", StringComparison.Ordinal))
            .Aggregate(default(RawTaps), (sum, cell) => sum + new RawTaps(cell.Value));

    private static TallyDatabase OpenOrReplace(DataFolder folder, LocalDate? today)
    {
        var dated = new DatedCopies(folder, folder.TallyDatabase);
        var migrator = Migrator.For("Tally", folder);
        var notice = LastGoodCopy.PutInPlaceOfUnusable(folder.TallyDatabase, dated, migrator, today);
        var connection = SqliteFile.Open(folder.TallyDatabase);
        try
        {
            migrator.BringUpToDate(connection);
            return new TallyDatabase(
                connection,
                new DatabaseFile(connection, folder.TallyDatabase),
                new TallyCopies(connection, dated, folder),
                notice
            );
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

    private long PositionOf(Cell cell) =>
        _positions.TryGetValue(cell.Name ?? "", out var position)
            ? position
            : throw new ArgumentException($"'{cell.Name}' is no cell of this house.", nameof(cell));
}
