using Kiosk.App.Hosting;

namespace Kiosk.App.Display;

/// <summary>Looks after the screen: starts one anew that fell silent, and switches it by the house's hours.</summary>
internal sealed class ScreenWatch(ScreenWatchdog watchdog, ScreenSchedule schedule, ILogger<ScreenWatch> logger)
    : PeriodicService(TimeSpan.FromSeconds(5), logger)
{
    protected override void RunOnce()
    {
        watchdog.Look();
        schedule.Look();
    }
}
