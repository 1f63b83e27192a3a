using Kiosk.Core.Clocks;
using Kiosk.Core.Counting;
using Kiosk.Core.Editing;
using Kiosk.Core.Languages;
using Kiosk.Core.Reports;
using Kiosk.Core.Storage;
using NodaTime;

namespace Kiosk.Core.Counts;

/// <summary>The reports of closed periods, as they were published.</summary>
public sealed class PublishedReports(TallyDatabase tallies, CurrentHouse house, HouseClock clock)
{
    /// <summary>The counts are invented, to try reports out.</summary>
    public bool AreInvented => tallies.IsInvented;

    /// <summary>Null while the time is not known.</summary>
    public LocalDate? Today => clock.Known?.Date;

    /// <summary>Those that can be read, oldest first within each kind.</summary>
    public IReadOnlyList<ReportPeriod> Periods => tallies.PublishedPeriods();

    /// <summary>
    /// Publishes what closed since the last time; nothing while the time is not known, because a period is closed once and for ever.
    /// </summary>
    /// <exception cref="StorageException">It could not be written; it is tried again.</exception>
    public void PublishDue()
    {
        if (Today is { } today)
        {
            tallies.PublishDue(today, new HouseFigures(house.Current));
        }
    }

    /// <summary>Null when the period is not published.</summary>
    public ThresholdReport? Of(ReportPeriod period, Localizer words) => ThresholdReport.Of(period, tallies.Published, house.Current, words);
}
