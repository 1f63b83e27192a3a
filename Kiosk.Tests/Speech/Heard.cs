using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Kiosk.Tests.Speech;

/// <summary>What programs that know nothing of ours find in a sound: opusdec (Xiph's own) reads it, sox measures it.</summary>
/// <param name="Peak">Loudest sample, in dB of full scale.</param>
/// <param name="Loudness">Root mean square, in dB of full scale.</param>
internal sealed record Heard(double Peak, double Loudness, double Seconds)
{
    /// <param name="sound">A WAV file, or Opus or Vorbis in an Ogg file.</param>
    public static async Task<Heard> In(byte[] sound)
    {
        var isOpus = sound.AsSpan().IndexOf("OpusHead"u8) >= 0;
        var wav = isOpus ? (await Run("opusdec", ["--quiet", "--force-wav", "-", "-"], sound)).Sound : sound;
        var kind = !isOpus && sound.AsSpan().StartsWith("OggS"u8) ? "ogg" : "wav";
        var (_, said) = await Run("sox", ["-t", kind, "-", "-n", "stats"], wav);
        return new Heard(Of(said, "Pk lev dB"), Of(said, "RMS lev dB"), Of(said, "Length s"));
    }

    private static async Task<(byte[] Sound, string Said)> Run(string program, string[] arguments, byte[] given)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        using var sound = new MemoryStream();
        var (said, heard) = (process.StandardError.ReadToEndAsync(), process.StandardOutput.BaseStream.CopyToAsync(sound));
        await process.StandardInput.BaseStream.WriteAsync(given);
        process.StandardInput.Close();
        await heard;
        await process.WaitForExitAsync();
        return (sound.ToArray(), await said);
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
