using System.Buffers.Binary;
using Dapper;
using Kiosk.Core.Counting;
using Microsoft.Data.Sqlite;
using NodaTime;
using NodaTime.Text;

namespace Kiosk.Core.Storage;

/// <summary>What was published of the counts: a closed period's figures, written once and never again.</summary>
internal sealed class TallyReports(SqliteConnection connection, Func<IReadOnlyList<string>> cells)
{
    /// <summary>The last day of all that were published; taps on it or before it can no longer be counted there.</summary>
    public LocalDate? ClosedThrough { get; private set; } = Day(connection.ExecuteScalar<string?>(NamedSql.Query("Tally/closed-through")));

    /// <summary>By their names.</summary>
    public IReadOnlySet<string> Names() =>
        connection.Query<string>(NamedSql.Query("Tally/published-periods")).ToHashSet(StringComparer.Ordinal);

    public PublishedPeriod? Find(ReportPeriod period) =>
        !Names().Contains(period.Name)
            ? null
            : new PublishedPeriod(
                period,
                connection
                    .Query<(string Name, long Value)>(NamedSql.Query("Tally/published-figures"), new { period = period.Name })
                    .ToDictionary(figure => figure.Name, figure => Figure.Published(figure.Value), StringComparer.Ordinal)
            );

    /// <summary>
    /// Every period that ended before <paramref name="today"/> and before the last day with taps, and was not published yet.
    /// </summary>
    /// <remarks>The last day with taps, because a clock that jumped ahead has seen no taps there yet.</remarks>
    public IReadOnlyList<ReportPeriod> Due(LocalDate today)
    {
        var days = connection.Query<string>(NamedSql.Query("Tally/days")).Select(iso => Day(iso)!.Value).ToList();
        var published = Names();
        return
        [
            .. days.SelectMany(day => Enum.GetValues<PeriodKind>().Select(kind => ReportPeriod.Holding(kind, day)))
                .Distinct()
                .Where(period => period.Last < today && period.Last < days[^1] && !published.Contains(period.Name))
                .OrderBy(period => period.Last)
                .ThenBy(period => period.Kind),
        ];
    }

    public void Publish(ReportPeriod period, IFigureRules rules, RawTaps undatedVisits)
    {
        var sums = Sums(period, rules);
        if (period.Kind != PeriodKind.Week)
        {
            sums[FigureName.UndatedVisits] = undatedVisits;
        }

        using var transaction = connection.BeginTransaction();
        connection.Execute(
            NamedSql.Query("Tally/add-published"),
            new { period = period.Name, lastDay = LocalDatePattern.Iso.Format(period.Last) },
            transaction
        );
        var figures = sums.Select(sum => new
            {
                period = period.Name,
                name = sum.Key,
                value = sum.Value.Rounded.Value,
            })
            .Where(figure => figure.value > 0);
        connection.Execute(NamedSql.Query("Tally/add-published-figure"), figures, transaction);
        transaction.Commit();
        ClosedThrough = ClosedThrough > period.Last ? ClosedThrough : period.Last;
    }

    private SortedDictionary<string, RawTaps> Sums(ReportPeriod period, IFigureRules rules)
    {
        var names = cells();
        var sums = new SortedDictionary<string, RawTaps>(StringComparer.Ordinal);
        var between = new { first = LocalDatePattern.Iso.Format(period.First), last = LocalDatePattern.Iso.Format(period.Last) };
        foreach (
            var (date, first, taps) in connection.Query<(string Date, long First, byte[] Taps)>(
                NamedSql.Query("Tally/days-between"),
                between
            )
        )
        {
            for (var place = 0; place < taps.Length / TallyRows.CounterBytes; place++)
            {
                if (BinaryPrimitives.ReadUInt32BigEndian(taps.AsSpan(place * TallyRows.CounterBytes)) is var count and > 0)
                {
                    Add(rules.FiguresOf(Day(date)!.Value, new Cell(names[(int)first + place])), new RawTaps(count));
                }
            }
        }

        return sums;

        void Add(IEnumerable<string> figures, RawTaps taps)
        {
            foreach (var figure in figures)
            {
                sums[figure] = sums.GetValueOrDefault(figure) + taps;
            }
        }
    }

    private static LocalDate? Day(string? iso) => iso is null ? null : LocalDatePattern.Iso.Parse(iso).Value;
}
