using Kiosk.Tests.Services;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace Kiosk.Tests.Support;

/// <summary>The kiosk's clock, standing where a test puts it. What waits for a time to pass waits until the test lets it.</summary>
internal static class StandingTime
{
    /// <param name="brussels">Wall time in Brussels: <c>2026-11-20 14:20</c>.</param>
    public static FakeTimeProvider At(string brussels) => new(Moment(brussels));

    /// <summary>Somebody sets the clock, forwards or back: no time passes.</summary>
    public static void StandAt(this FakeTimeProvider time, string brussels) => time.AdjustTime(Moment(brussels));

    /// <summary>Time passes.</summary>
    public static void GoOn(this FakeTimeProvider time, Duration by) => time.Advance(by.ToTimeSpan());

    private static DateTimeOffset Moment(string brussels) => Brussels.At(brussels).ToDateTimeOffset().ToUniversalTime();
}
