using Kiosk.Core.Counting;
using Kiosk.Core.Houses;
using Kiosk.Core.Reports;
using NodaTime;

namespace Kiosk.Tests.Support;

/// <summary>The days of a simulated year and what a kiosk would publish of them, without its files.</summary>
internal sealed class SimulatedHouse(House house, SimulatedYear year)
{
    private readonly HouseFigures _rules = new(house);
    private readonly Dictionary<LocalDate, IReadOnlyDictionary<Cell, uint>> _days = [];
    private readonly Dictionary<ReportPeriod, PublishedPeriod> _published = [];

    public long TapsOn(LocalDate date, Cell cell) => DayOf(date).GetValueOrDefault(cell);

    public PublishedPeriod Published(ReportPeriod period)
    {
        if (!_published.TryGetValue(period, out var published))
        {
            _published[period] = published = Publish(period);
        }

        return published;
    }

    private PublishedPeriod Publish(ReportPeriod period)
    {
        var sums = new Dictionary<string, RawTaps>();
        foreach (var date in period.Days)
        {
            foreach (var (cell, taps) in DayOf(date))
            {
                foreach (var figure in _rules.FiguresOf(date, cell))
                {
                    sums[figure] = sums.GetValueOrDefault(figure) + new RawTaps(taps);
                }
            }
        }

        return new PublishedPeriod(period, sums.ToDictionary(sum => sum.Key, sum => sum.Value.Rounded));
    }

    private IReadOnlyDictionary<Cell, uint> DayOf(LocalDate date)
    {
        if (!_days.TryGetValue(date, out var taps))
        {
            _days[date] = taps = year.TapsOf(date);
        }

        return taps;
    }
}
