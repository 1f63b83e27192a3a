using System.Globalization;

namespace Kiosk.Core.Counting;

/// <summary>A number that people may see: a sum of taps rounded to the nearest five, so that one tap more or less does not show.</summary>
/// <remarks>
/// The rounding of the United Kingdom's Higher Education Statistics Agency (HESA): 0, 1 and 2 become 0, others the nearest multiple of
/// five;
/// sums are rounded after summing; shares of fewer than 22.5 are not told.
/// </remarks>
public readonly record struct Figure
{
    public const int Step = 5;

    /// <summary>The smallest rounded sum that shares of are told: 22.5 and more round to it.</summary>
    public const int LeastForShares = 25;

    private Figure(long value) => Value = value;

    /// <summary>A multiple of five.</summary>
    public long Value { get; }

    /// <summary>How many hundredths of a whole this is, by the rounded figures; null when the whole is too small to tell.</summary>
    /// <remarks>From the rounded ones: an exact share beside a rounded whole would give the exact part away.</remarks>
    public int? ShareOf(Figure whole) =>
        whole.Value < LeastForShares ? null : (int)Math.Round(Math.Min(100.0, 100.0 * Value / whole.Value), MidpointRounding.AwayFromZero);

    /// <summary>As it was published.</summary>
    /// <exception cref="ArgumentException">No multiple of five.</exception>
    public static Figure Published(long value) =>
        value >= 0 && value % Step == 0 ? new Figure(value) : throw new ArgumentException($"{value} was never rounded.", nameof(value));

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    internal static Figure Of(long taps) => new((taps + (Step / 2)) / Step * Step);
}
