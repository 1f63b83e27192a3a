using Dapper;
using Kiosk.Core.Houses.Editing;
using Microsoft.Data.Sqlite;
using NodaTime;
using NodaTime.Text;

namespace Kiosk.Core.Storage;

/// <summary>One entry as it is kept.</summary>
/// <param name="Position">Where in its list.</param>
/// <param name="Version">Number of the change that wrote it last; 0 when it came with the first house file.</param>
/// <param name="Body">Its JSON, as in the house file.</param>
public sealed record StoredEntry(EntryKey Key, long Position, long Version, string Body);

/// <summary>What one change does to one entry.</summary>
/// <param name="Before">Null when the entry is new.</param>
/// <param name="After">Its JSON from now on; null when it is removed.</param>
/// <param name="Position">From now on; of a removed entry, where it was.</param>
public sealed record EntryWrite(EntryKey Key, string? Before, string? After, long PositionBefore, long Position);

/// <summary>A change that was made.</summary>
/// <param name="MadeAt">Wall time of the house, to the minute.</param>
/// <param name="What">Kind of change, a phrase of the staff's words.</param>
/// <param name="Undoes">The change it took back.</param>
/// <param name="UndoneBy">The change that took it back.</param>
public sealed record HouseChange(long Number, LocalDateTime MadeAt, string What, long? Undoes, long? UndoneBy);

/// <summary>The tables <c>change</c> and <c>change_entry</c> of <c>house.db</c>.</summary>
internal sealed class HouseHistory(SqliteConnection connection)
{
    /// <summary>How long a change can be undone.</summary>
    public static readonly Period Kept = Period.FromDays(30);

    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    /// <summary>Number of the change that was made last, be it forgotten; 0 when there was none.</summary>
    public long Last => connection.QuerySingle<long>(NamedSql.Query("House/last-change"));

    /// <summary>Forgets what is older than <see cref="Kept"/>, and who was here on days that are over.</summary>
    public void Forget(LocalDateTime now)
    {
        connection.Execute(NamedSql.Query("House/forget-changes"), new { oldest = Minute.Format(now - Kept) });
        PastPresences.Forget(connection, now.Date);
    }

    /// <summary>Notes a change and what it does, and forgets what is no longer to be kept.</summary>
    /// <returns>Its number.</returns>
    public long Add(LocalDateTime madeAt, string what, long? undoes, IReadOnlyList<EntryWrite> writes)
    {
        Forget(madeAt);
        var change = connection.QuerySingle<long>(
            NamedSql.Query("House/add-change"),
            new
            {
                madeAt = Minute.Format(madeAt),
                what,
                undoes,
            }
        );
        connection.Execute(
            NamedSql.Query("House/add-change-entry"),
            writes.Select(write => new
            {
                change,
                list = write.Key.List,
                id = write.Key.Id,
                position = write.PositionBefore,
                before = write.Before,
                after = write.After,
            })
        );
        return change;
    }

    /// <summary>Those not older than <see cref="Kept"/>, the newest first.</summary>
    public IReadOnlyList<HouseChange> Newest(LocalDateTime now) =>
        [
            .. connection
                .Query<ChangeRow>(NamedSql.Query("House/changes"), new { oldest = Minute.Format(now - Kept) })
                .Select(row => new HouseChange(row.Number, Minute.Parse(row.MadeAt).Value, row.What, row.Undoes, row.UndoneBy)),
        ];

    public IReadOnlyList<EntryWrite> Of(long change) =>
        [
            .. connection
                .Query<EntryRow>(NamedSql.Query("House/entries-of-change"), new { change })
                .Select(row => new EntryWrite(new EntryKey(row.List, row.Id), row.Before, row.After, row.Position, row.Position)),
        ];

    /// <summary>The entry's JSON at a version that is not the present one; null when it was forgotten.</summary>
    public string? At(EntryKey key, long version) =>
        connection.QuerySingle<string?>(
            NamedSql.Query("House/entry-at-version"),
            new
            {
                version,
                list = key.List,
                id = key.Id,
            }
        );

    private sealed record ChangeRow
    {
        public long Number { get; init; }

        public string MadeAt { get; init; } = "";

        public string What { get; init; } = "";

        public long? Undoes { get; init; }

        public long? UndoneBy { get; init; }
    }

    private sealed record EntryRow
    {
        public string List { get; init; } = "";

        public string Id { get; init; } = "";

        public long Position { get; init; }

        public string? Before { get; init; }

        public string? After { get; init; }
    }
}
