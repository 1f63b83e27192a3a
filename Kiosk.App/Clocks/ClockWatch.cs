using Kiosk.App.Hosting;
using Kiosk.Core.Clocks;

namespace Kiosk.App.Clocks;

/// <summary>Looks at the clock every few seconds, so that open pages hear when the time becomes known, is lost or was set.</summary>
internal sealed class ClockWatch(ClockTrust trust, ILogger<ClockWatch> logger) : PeriodicService(TimeSpan.FromSeconds(3), logger)
{
    protected override void RunOnce() => trust.Look();
}
