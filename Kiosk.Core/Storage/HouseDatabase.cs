using System.Text;
using System.Text.Json;
using Dapper;
using Kiosk.Core.Houses.Editing;
using Kiosk.Core.Languages;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Kiosk.Core.Storage;

/// <summary>
/// What the house knows, <c>house.db</c>: the entries of its house file, one row each, for 30 days what was changed in them, what staff
/// corrected of the program's words, and how its drawings were understood.
/// </summary>
/// <remarks>Safe for use from several threads.</remarks>
public sealed class HouseDatabase : IDisposable
{
    private const string Profile = "house"; // the one entry of the file that is no list

    private readonly Lock _gate = new();

    private readonly SqliteConnection _connection;

    private readonly DatabaseFile _file;

    private readonly HouseHistory _history;

    private readonly DatedCopies _copies;

    private readonly LocalDate? _openedOn;

    private HouseDatabase(SqliteConnection connection, DatabaseFile file, DatedCopies copies, LocalDate? openedOn, OpeningNotice? notice) =>
        (_connection, _file, _history, Wordings, Checks, _copies, _openedOn, OpeningNotice) = (
            connection,
            file,
            new HouseHistory(connection),
            new WordingStore(connection, file, _gate),
            new DrawingChecks(connection, file, _gate),
            copies,
            openedOn,
            notice
        );

    /// <summary>What staff corrected and read.</summary>
    public WordingStore Wordings { get; }

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

    /// <summary>How people understood the drawings. No part of the house: no change of it is one of these.</summary>
    public DrawingChecks Checks { get; }

    /// <summary>Whether no house was loaded yet.</summary>
    public bool IsEmpty => _connection.ExecuteScalar<long>(NamedSql.Query("House/count-entries")) == 0;

    /// <summary>Opens or creates the database; a damaged file is set aside and the last good copy takes its place.</summary>
    /// <param name="today">Dates the copy made of a sound file; null while the clock is not known.</param>
    /// <exception cref="StorageException">The file is locked or may not be opened.</exception>
    /// <exception cref="MigrationException">The file could not be brought up to date and is as it was.</exception>
    public static HouseDatabase Open(DataFolder folder, LocalDate? today) =>
        StorageException.Opening(folder.HouseDatabase, () => OpenOrReplace(folder, today));

    /// <summary>Writes the first house file, and copies it: damage may come before the next start.</summary>
    /// <param name="houseFile">A file that was read without a problem.</param>
    /// <exception cref="StorageException">It could not be written; nothing was loaded.</exception>
    public void Load(string houseFile)
    {
        lock (_gate)
        {
            _file.Writing(() =>
            {
                using var transaction = _connection.BeginTransaction();
                foreach (var entry in Split(houseFile))
                {
                    Put(entry.Key, entry.Position, 0, entry.Body);
                }

                transaction.Commit();
            });
        }

        if (_openedOn is { } date)
        {
            KeepCopy(date);
        }
    }

    /// <summary>Number of the change that was made last, by this process or another; 0 when there was none.</summary>
    public long LastChange
    {
        get
        {
            lock (_gate)
            {
                return _history.Last;
            }
        }
    }

    /// <summary>Every entry, by list and in its order.</summary>
    public IReadOnlyList<StoredEntry> Entries()
    {
        lock (_gate)
        {
            return
            [
                .. _connection
                    .Query<Row>(NamedSql.Query("House/entries"))
                    .Select(row => new StoredEntry(new EntryKey(row.List, row.Id), row.Position, row.Version, row.Body)),
            ];
        }
    }

    /// <summary>The copies of the house.</summary>
    public CopiesKept Copies => _copies.Summary();

    /// <summary>Copies the house as it is; a copy of the same date is replaced.</summary>
    /// <exception cref="StorageException">The copy could not be written; the house is as it was.</exception>
    public void KeepCopy(LocalDate date)
    {
        lock (_gate)
        {
            _file.Writing(() => _copies.Take(date, path => SqliteFile.Copy(_connection, path)));
        }
    }

    /// <summary>Forgets changes older than 30 days, and who was here on days that are over.</summary>
    /// <param name="now">Wall time of the house.</param>
    /// <exception cref="StorageException">It could not be written; everything is as it was.</exception>
    public void Forget(LocalDateTime now)
    {
        lock (_gate)
        {
            _file.Writing(() =>
            {
                using var transaction = _connection.BeginTransaction();
                _history.Forget(now);
                transaction.Commit();
            });
        }
    }

    /// <summary>The house as a house file of format 1.</summary>
    public string ToHouseFile() => Join(Entries().Select(entry => (entry.Key.List, entry.Body)));

    /// <summary>Writes a change of entries in one step, and keeps what was before it.</summary>
    /// <param name="madeAt">Wall time of the house.</param>
    /// <param name="what">Kind of change.</param>
    /// <param name="undoes">The change that it takes back, if any.</param>
    /// <param name="seen"><see cref="LastChange"/> before the house was read of which the writes were made.</param>
    /// <param name="read">Wordings of it that whoever writes them has thereby read.</param>
    /// <returns>The number of the change: the version of what it wrote. Null, with nothing written, when there is another since <paramref
    /// name="seen"/>.</returns>
    /// <exception cref="StorageException">It could not be written; everything is as it was.</exception>
    public long? Write(
        LocalDateTime madeAt,
        string what,
        long? undoes,
        IReadOnlyList<EntryWrite> writes,
        long seen,
        IReadOnlyList<WordingRead>? read = null
    )
    {
        lock (_gate)
        {
            long? change = null;
            _file.Writing(() =>
            {
                using var transaction = _connection.BeginTransaction(); // takes the file's lock: no other process writes from here on
                if (_history.Last != seen)
                {
                    return;
                }

                change = _history.Add(madeAt, what, undoes, writes);
                foreach (var write in writes)
                {
                    Write(write, change.Value);
                }

                Wordings.Tick(read ?? []);
                transaction.Commit();
            });
            return change;
        }
    }

    /// <summary>The changes that can be undone, the newest first.</summary>
    /// <param name="now">Wall time of the house.</param>
    public IReadOnlyList<HouseChange> Changes(LocalDateTime now)
    {
        lock (_gate)
        {
            return _history.Newest(now);
        }
    }

    /// <summary>What a change did; empty when there is none of that number, or it was forgotten.</summary>
    public IReadOnlyList<EntryWrite> WritesOf(long change)
    {
        lock (_gate)
        {
            return _history.Of(change);
        }
    }

    /// <summary>An entry's JSON at an older version; null when it was forgotten.</summary>
    public string? BodyAt(EntryKey key, long version)
    {
        lock (_gate)
        {
            return _history.At(key, version);
        }
    }

    /// <summary>The entries of a house file with their places in their lists.</summary>
    public static IEnumerable<StoredEntry> Split(string houseFile)
    {
        using var document = JsonDocument.Parse(houseFile);
        var lists = document.RootElement.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Array || p.Name == Profile);
        return
        [
            .. lists.SelectMany(list =>
                Items(list.Value)
                    .Index()
                    .Select(item => new StoredEntry(
                        list.Name == Profile ? EntryKey.House : new EntryKey(list.Name, item.Item.GetProperty("id").GetString()!),
                        item.Index,
                        0,
                        item.Item.GetRawText()
                    ))
            ),
        ];
    }

    /// <summary>A house file of entries, in their order.</summary>
    public static string Join(IEnumerable<(string List, string Body)> entries)
    {
        var file = new StringBuilder("{\"format\":1");
        foreach (var list in entries.GroupBy(entry => entry.List, entry => entry.Body))
        {
            var bodies = string.Join(',', list);
            file.Append(",\"").Append(list.Key).Append("\":").Append(list.Key == Profile ? bodies : $"[{bodies}]");
        }

        return file.Append('}').ToString();
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

    private static HouseDatabase OpenOrReplace(DataFolder folder, LocalDate? today)
    {
        var copies = new DatedCopies(folder, folder.HouseDatabase);
        var migrator = Migrator.For("House", folder);
        var notice = LastGoodCopy.PutInPlaceOfUnusable(folder.HouseDatabase, copies, migrator, today);
        var connection = SqliteFile.Open(folder.HouseDatabase);
        try
        {
            migrator.BringUpToDate(connection);
            var database = new HouseDatabase(connection, new DatabaseFile(connection, folder.HouseDatabase), copies, today, notice);
            if (today is { } date && !database.IsEmpty && copies.NewestFirst().All(copy => copy.Date != date))
            {
                database.Forget(date.AtMidnight()); // the copy would keep it for two weeks
                database.KeepCopy(date);
            }

            return database;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void Write(EntryWrite write, long change)
    {
        if (write.After is { } body)
        {
            Put(write.Key, write.Position, change, body);
        }
        else
        {
            _connection.Execute(NamedSql.Query("House/remove-entry"), new { list = write.Key.List, id = write.Key.Id });
        }
    }

    private void Put(EntryKey key, long position, long version, string body) =>
        _connection.Execute(
            NamedSql.Query("House/put-entry"),
            new
            {
                list = key.List,
                id = key.Id,
                position,
                version,
                body,
            }
        );

    private static IEnumerable<JsonElement> Items(JsonElement list) =>
        list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [list];

    private sealed record Row
    {
        public string List { get; init; } = "";

        public string Id { get; init; } = "";

        public long Position { get; init; }

        public long Version { get; init; }

        public string Body { get; init; } = "";
    }
}
