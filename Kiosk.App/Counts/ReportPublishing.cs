using Kiosk.App.Hosting;
using Kiosk.Core.Counts;
using Kiosk.Core.Storage;

namespace Kiosk.App.Counts;

/// <summary>Publishes the figures of each week, month, quarter and year soon after it is over.</summary>
internal sealed class ReportPublishing(PublishedReports reports, ILogger<ReportPublishing> logger)
    : PeriodicService(TimeSpan.FromMinutes(5), logger)
{
    protected override void RunOnce()
    {
        try
        {
            reports.PublishDue();
        }
        catch (StorageException problem)
        {
            logger.LogWarning("The report was not published; the kiosk tries again. {Problem}", problem.Message);
        }
    }
}
