namespace Kiosk.Tests.Support;

/// <summary>How fast a transport takes bytes.</summary>
internal sealed class Pace
{
    private const int PortionsPerSecond = 50;

    /// <summary>Null for as fast as it can; 1 for one byte a second. At most: a timer that comes late is not made up for.</summary>
    public int? BytesPerSecond { get; set; }

    /// <summary>How many bytes to take at once.</summary>
    public int PortionBytes => BytesPerSecond is { } rate ? Math.Max(1, rate / PortionsPerSecond) : int.MaxValue;

    public Task AfterAsync(int bytes, CancellationToken cancel) =>
        BytesPerSecond is { } rate ? Task.Delay(TimeSpan.FromSeconds((double)bytes / rate), cancel) : Task.CompletedTask;
}
