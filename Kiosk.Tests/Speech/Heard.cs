using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Kiosk.Tests.Speech;

/// <summary>What sox finds in a sound.</summary>
/// <param name="Peak">Loudest sample, in dB of full scale.</param>
/// <param name="Loudness">Root mean square, in dB of full scale.</param>
internal sealed record Heard(double Peak, double Loudness, double Seconds)
{
    public static async Task<Heard> In(byte[] ogg)
    {
        using var process = Process.Start(
            new ProcessStartInfo("sox", ["-t", "ogg", "-", "-n", "stats"]) { RedirectStandardInput = true, RedirectStandardError = true }
        )!;
        await process.StandardInput.BaseStream.WriteAsync(ogg);
        process.StandardInput.Close();
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Heard(Of(said, "Pk lev dB"), Of(said, "RMS lev dB"), Of(said, "Length s"));
    }

    private static double Of(string said, string what) =>
        double.TryParse(
            Regex.Match(said, $@"^{what} +(\S+)", RegexOptions.Multiline).Groups[1].Value,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : double.NegativeInfinity;
}
