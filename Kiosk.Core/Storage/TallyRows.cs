using System.Buffers.Binary;
using Dapper;
using Kiosk.Core.Counting;
using Microsoft.Data.Sqlite;
using NodaTime;
using NodaTime.Text;

namespace Kiosk.Core.Storage;

/// <summary>The table <c>day</c>: counters of four bytes, big-endian, that stop at 4 294 967 295.</summary>
internal sealed class TallyRows(SqliteConnection connection)
{
    /// <summary>Bytes of one counter.</summary>
    public const int CounterBytes = 4;

    /// <summary>Makes room for every position below <paramref name="width"/> on that day, as zeros, whichever cell is tapped.</summary>
    public IReadOnlyList<DayRow> Cover(TallyDate date, long width)
    {
        var rows = RowsOf(date);
        var covered = rows.Sum(row => row.Width);
        if (covered == width)
        {
            return rows;
        }

        connection.Execute(
            NamedSql.Query("Tally/add-row"),
            new
            {
                date = date.ToString(),
                firstPosition = covered,
                width = width - covered,
            }
        );
        return RowsOf(date);
    }

    /// <summary>Makes room on the day without a date, which never ends, and on the day begun last, which may still go on.</summary>
    /// <remarks>
    /// Were it left to the next tap, taps before and after it on these two could be told apart by the order of the rows.
    /// </remarks>
    public void LayOutPresentDays(long width)
    {
        Cover(TallyDate.Unknown, width);
        if (connection.QuerySingleOrDefault<string>(NamedSql.Query("Tally/day-begun-last")) is { } iso)
        {
            Cover(new TallyDate(LocalDatePattern.Iso.Parse(iso).Value), width);
        }
    }

    /// <summary>Adds one in place, by SQLite's incremental blob I/O: no row is rewritten, so nothing moves within the file.</summary>
    public void AddOne(IReadOnlyList<DayRow> rows, long position)
    {
        var row = rows.Last(row => row.FirstPosition <= position);
        using var blob = new SqliteBlob(connection, "day", "taps", row.Id);
        Span<byte> counter = stackalloc byte[CounterBytes];
        blob.Position = (position - row.FirstPosition) * CounterBytes;
        blob.ReadExactly(counter);
        var taps = BinaryPrimitives.ReadUInt32BigEndian(counter);
        BinaryPrimitives.WriteUInt32BigEndian(counter, taps == uint.MaxValue ? taps : taps + 1);
        blob.Position -= CounterBytes;
        blob.Write(counter);
    }

    /// <summary>
    /// The day's counters by position; fewer than the dictionary has when cells came after that day, none when nobody tapped.
    /// </summary>
    public IReadOnlyList<uint> Read(TallyDate date) =>
        [
            .. connection
                .Query<byte[]>(NamedSql.Query("Tally/taps-of-day"), new { date = date.ToString() })
                .SelectMany(taps => taps.Chunk(CounterBytes))
                .Select(counter => BinaryPrimitives.ReadUInt32BigEndian(counter)),
        ];

    /// <summary>Writes a whole day at once, by position. For invented days only: real ones grow tap by tap.</summary>
    public void Write(LocalDate date, IReadOnlyList<uint> counts)
    {
        var taps = new byte[counts.Count * CounterBytes];
        for (var position = 0; position < counts.Count; position++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(taps.AsSpan(position * CounterBytes), counts[position]);
        }

        connection.Execute(NamedSql.Query("Tally/add-whole-day"), new { date = new TallyDate(date).ToString(), taps });
    }

    private List<DayRow> RowsOf(TallyDate date) =>
        connection.Query<DayRow>(NamedSql.Query("Tally/rows-of-day"), new { date = date.ToString() }).AsList();

    /// <summary>The counters of one day from <see cref="FirstPosition"/> on, <see cref="Width"/> of them.</summary>
    internal sealed record DayRow
    {
        public long Id { get; init; }

        public long FirstPosition { get; init; }

        public long Width { get; init; }
    }
}
