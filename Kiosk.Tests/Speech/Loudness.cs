using NAudio.Wave;
using NAudio.Wave.SampleProviders;

namespace Kiosk.Tests.Speech;

/// <summary>How loud a sound is to ears: ITU-R BS.1770-4 for one channel, in dB of full scale (LKFS).</summary>
internal static class Loudness
{
    private const int Rate = 48_000; // the one for which the standard gives its filters
    private const double Offset = -0.691; // the gain of the filters at 1 kHz
    private const double SilenceGate = -70;
    private const double RelativeGate = -10;

    public static double Of(ISampleProvider sound)
    {
        var samples = new List<double>();
        var (resampled, block) = (new WdlResamplingSampleProvider(sound, Rate), new float[Rate]);
        for (var read = resampled.Read(block); read > 0; read = resampled.Read(block))
        {
            samples.AddRange(block.Take(read).Select(sample => (double)sample));
        }

        // Annex 1, tables 1 and 2: what a head does to sound, and what ears hear of its low part.
        var weighted = Filter(samples, [1.53512485958697, -2.69169618940638, 1.19839281085285], [-1.69065929318241, 0.73248077421585]);
        weighted = Filter(weighted, [1, -2, 1], [-1.99004745483398, 0.99007225036621]);

        // Blocks of 400 ms, each beginning 100 ms after the one before.
        var powers = Enumerable
            .Range(0, Math.Max(1, (weighted.Count - (Rate * 4 / 10)) / (Rate / 10) + 1))
            .Select(block => weighted.Skip(block * Rate / 10).Take(Rate * 4 / 10).Average(sample => sample * sample))
            .Where(power => Decibels(power) > SilenceGate)
            .ToList();
        if (powers.Count == 0)
        {
            return double.NegativeInfinity;
        }

        var gate = Decibels(powers.Average()) + RelativeGate;
        return Decibels(powers.Where(power => Decibels(power) > gate).Average());
    }

    /// <param name="b">What stands before the samples.</param>
    /// <param name="a">What stands before those that were filtered; the first of them, 1, is left out.</param>
    private static List<double> Filter(List<double> samples, double[] b, double[] a)
    {
        var filtered = new List<double>(samples.Count);
        double x1 = 0,
            x2 = 0,
            y1 = 0,
            y2 = 0;
        foreach (var x in samples)
        {
            var y = (b[0] * x) + (b[1] * x1) + (b[2] * x2) - (a[0] * y1) - (a[1] * y2);
            filtered.Add(y);
            (x1, x2, y1, y2) = (x, x1, y, y1);
        }

        return filtered;
    }

    private static double Decibels(double power) => Offset + (10 * Math.Log10(power));
}
