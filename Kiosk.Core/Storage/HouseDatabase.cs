using System.Text;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Kiosk.Core.Storage;

/// <summary>What the house knows, <c>house.db</c>: the entries of its house file, one row each.</summary>
public sealed class HouseDatabase : IDisposable
{
    private const string Profile = "house"; // the one entry of the file that is no list

    private readonly SqliteConnection _connection;

    private readonly DatedCopies _copies;

    private readonly LocalDate? _openedOn;

    private HouseDatabase(SqliteConnection connection, DatedCopies copies, LocalDate? openedOn, OpeningNotice? notice) =>
        (_connection, _copies, _openedOn, OpeningNotice) = (connection, copies, openedOn, notice);

    /// <summary>What staff have to know when the file was damaged or gone; null when all is well.</summary>
    public OpeningNotice? OpeningNotice { get; }

    /// <summary>Whether no house was loaded yet.</summary>
    public bool IsEmpty => _connection.ExecuteScalar<long>(NamedSql.Query("House/count-entries")) == 0;

    /// <summary>Opens or creates the database; a damaged file is set aside and the last good copy takes its place.</summary>
    /// <param name="today">Dates the copy made of a sound file; null while the clock is not known.</param>
    /// <exception cref="StorageException">The file is locked or may not be opened.</exception>
    /// <exception cref="MigrationException">The file could not be brought up to date and is as it was.</exception>
    public static HouseDatabase Open(DataFolder folder, LocalDate? today) =>
        StorageException.Opening(folder.HouseDatabase, () => OpenOrReplace(folder, today));

    /// <summary>Puts a house file in place of everything, in one step, and copies it: damage may come before the next start.</summary>
    /// <param name="houseFile">A file that was read without a problem.</param>
    public void Load(string houseFile)
    {
        using var document = JsonDocument.Parse(houseFile);
        var lists = document.RootElement.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Array || p.Name == Profile);
        var entries = lists.SelectMany(list => Items(list.Value).Index().Select(item =>
            new { list = list.Name, position = item.Index, body = item.Item.GetRawText() }));
        using var transaction = _connection.BeginTransaction();
        _connection.Execute(NamedSql.Query("House/remove-entries"), transaction: transaction);
        _connection.Execute(NamedSql.Query("House/add-entry"), entries.ToList(), transaction);
        transaction.Commit();
        if (_openedOn is { } date)
        {
            KeepCopy(date);
        }
    }

    /// <summary>The copies of the house.</summary>
    public CopiesKept Copies => _copies.Summary();

    /// <summary>Copies the house as it is; a copy of the same date is replaced.</summary>
    /// <exception cref="StorageException">The copy could not be written; the house is as it was.</exception>
    public void KeepCopy(LocalDate date) => StorageException.Writing(() => _copies.Take(date, path => SqliteFile.Copy(_connection, path)));

    /// <summary>The house as a house file of format 1.</summary>
    public string ToHouseFile()
    {
        var file = new StringBuilder("{\"format\":1");
        foreach (var list in _connection.Query<(string List, string Body)>(NamedSql.Query("House/entries")).GroupBy(entry => entry.List, entry => entry.Body))
        {
            var bodies = string.Join(',', list);
            file.Append(",\"").Append(list.Key).Append("\":").Append(list.Key == Profile ? bodies : $"[{bodies}]");
        }

        return file.Append('}').ToString();
    }

    public void Dispose() => _connection.Dispose();

    private static HouseDatabase OpenOrReplace(DataFolder folder, LocalDate? today)
    {
        var copies = new DatedCopies(folder, folder.HouseDatabase);
        var notice = LastGoodCopy.PutInPlaceOfDamaged(folder.HouseDatabase, copies, today);
        var connection = SqliteFile.Open(folder.HouseDatabase);
        try
        {
            Migrator.For("House", folder).BringUpToDate(connection);
            var database = new HouseDatabase(connection, copies, today, notice);
            if (today is { } date && !database.IsEmpty && copies.NewestFirst().All(copy => copy.Date != date))
            {
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

    private static IEnumerable<JsonElement> Items(JsonElement list) => list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [list];
}
