using Kiosk.Core.Clocks;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using NodaTime.Extensions;

namespace Kiosk.Tests.Support;

/// <summary>A machine without a time service and without a battery, as a Raspberry Pi on a bad day, until a test gives it one.</summary>
/// <remarks>
/// As on Linux: setting the clock by hand takes the kernel's word back and leaves the mark of timesyncd; the time since the start goes on
/// only.
/// </remarks>
public sealed class ManualMachine(TimeProvider time) : IMachineClock
{
    private Duration _sinceStart = Duration.FromMinutes(5);

    public bool KernelIsSynchronized { get; set; }

    public Instant? NotedByTimesync { get; private set; }

    public Instant? Battery { get; set; }

    public Duration SinceStart => _sinceStart;

    public string? Boot { get; private set; } = "first";

    private FakeTimeProvider Held => (FakeTimeProvider)time;

    /// <summary>Time passes, for every clock alike.</summary>
    public void GoOn(Duration by)
    {
        Held.GoOn(by);
        _sinceStart += by;
        Battery += by;
    }

    /// <summary>Somebody sets the clock: <c>date -s</c>.</summary>
    public void SetByHand(string brussels)
    {
        KernelIsSynchronized = false; // first: who looks in between must not take the jump for the network's
        Held.StandAt(brussels);
    }

    /// <summary>timesyncd sets the clock: one system call for time and kernel, then its mark.</summary>
    public void Synchronize(string brussels)
    {
        KernelIsSynchronized = true;
        Held.StandAt(brussels);
        NotedByTimesync = time.GetUtcNow().ToInstant();
    }

    /// <summary>Power off and on: what was in memory only is gone.</summary>
    public void StartAgain(string brussels)
    {
        (_sinceStart, Boot, KernelIsSynchronized, NotedByTimesync) = (Duration.FromMinutes(5), Boot + "-next", false, null);
        Held.StandAt(brussels);
    }

    /// <summary>As in a service that may see nothing of <c>/proc</c> but its own processes.</summary>
    public void HideBoot() => Boot = null;
}
