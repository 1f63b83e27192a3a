namespace Kiosk.Tests.Bench;

/// <summary>How long one side of a comparison took, time after time.</summary>
internal sealed class Durations(string name)
{
    private readonly List<double> _milliseconds = [];

    public string Name => name;

    public int Count => _milliseconds.Count;

    public void Add(double milliseconds) => _milliseconds.Add(milliseconds);

    public void Add(TimeSpan duration) => Add(duration.TotalMilliseconds);

    /// <summary>Milliseconds that so many of a hundred stay within, by nearest rank: always one that was measured.</summary>
    public double Percentile(int percent) => _milliseconds.Order().ElementAt((int)Math.Ceiling(percent / 100.0 * Count) - 1);

    public double RatioTo(Durations reference, int percent) => Percentile(percent) / reference.Percentile(percent);
}
