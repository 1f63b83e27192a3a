using Kiosk.Tests.Services;
using NodaTime;

namespace Kiosk.Tests.Support;

/// <summary>The kiosk's clock, standing where a test puts it. Timers are the system's: only the date and hour are held.</summary>
public sealed class ManualTime : TimeProvider
{
    private long _utcTicks;

    public ManualTime(string brussels) => StandAt(brussels);

    /// <param name="brussels">Wall time in Brussels: <c>2026-11-20 14:20</c>.</param>
    public void StandAt(string brussels) => Interlocked.Exchange(ref _utcTicks, Brussels.At(brussels).ToDateTimeUtc().Ticks);

    /// <summary>Later, as wall clocks go on by themselves.</summary>
    public void GoOn(Duration by) => Interlocked.Add(ref _utcTicks, by.BclCompatibleTicks);

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _utcTicks), TimeSpan.Zero);
}
