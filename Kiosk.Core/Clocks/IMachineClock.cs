using NodaTime;

namespace Kiosk.Core.Clocks;

/// <summary>What the operating system can say of the time besides the time itself.</summary>
public interface IMachineClock
{
    /// <summary>The kernel was told by a time service, and not too long ago.</summary>
    bool KernelIsSynchronized { get; }

    /// <summary>When <c>systemd-timesyncd</c> last noted that it set the time; null when it never did since the start.</summary>
    Instant? NotedByTimesync { get; }

    /// <summary>What the clock with a battery says that the time was taken from at the start; null when there is none.</summary>
    Instant? Battery { get; }

    /// <summary>Since the machine was started, sleep included; no setting of the clock changes it.</summary>
    Duration SinceStart { get; }

    /// <summary>Tells this start of the machine from any other; null when it cannot be read.</summary>
    string? Boot { get; }
}
