using System.Globalization;
using NUnit.Framework;

namespace Kiosk.Tests.Bench;

/// <summary>Prints figures beside what they are compared with.</summary>
internal static class Table
{
    private const string LoadAverage = "/proc/loadavg"; // proc(5): runnable tasks over 1, 5 and 15 minutes

    /// <summary>The reference, then each that was measured with its ratio to the reference below it; milliseconds.</summary>
    public static void Print(string title, int[] percentiles, Durations reference, params Durations[] measured)
    {
        WriteLine($"{title}, ms ({Machine()})");
        Row("", percentiles.Select(percent => $"p{percent}"));
        Row($"{reference.Name} (n={reference.Count})", percentiles.Select(percent => Number(reference.Percentile(percent))));
        foreach (var side in measured)
        {
            Row($"{side.Name} (n={side.Count})", percentiles.Select(percent => Number(side.Percentile(percent))));
            Row("  ratio", percentiles.Select(percent => Number(side.RatioTo(reference, percent))));
        }
    }

    /// <summary>One figure that is no duration.</summary>
    public static void Print(string what, double figure, string unit) => Row(what, [Number(figure), unit]);

    private static string Machine()
    {
        var load = File.Exists(LoadAverage) ? $", load {File.ReadAllText(LoadAverage).Split(' ')[0]}" : "";
        return $"{Environment.ProcessorCount} cores{load}";
    }

    private static void Row(string name, IEnumerable<string> cells) =>
        WriteLine($"  {name, -60}{string.Concat(cells.Select(cell => $"{cell, 10}"))}");

    private static string Number(double number) => number.ToString("0.00", CultureInfo.InvariantCulture);

    private static void WriteLine(string line) => TestContext.Out.WriteLine(line);
}
