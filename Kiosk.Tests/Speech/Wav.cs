using System.Diagnostics;

namespace Kiosk.Tests.Speech;

/// <summary>Sounds that sox makes up: what a tablet's microphone might send.</summary>
internal static class Wav
{
    /// <summary>Room noise, far below speech.</summary>
    public static byte[] Silence(double seconds) => Made("trim", "0", Text(seconds));

    /// <summary>A tone with quiet before and after it.</summary>
    /// <param name="volume">Part of full scale.</param>
    public static byte[] Tone(double seconds, double volume) =>
        Made("synth", Text(seconds), "sine", "440", "vol", Text(volume), "pad", "1", "1");

    private static byte[] Made(params string[] effects)
    {
        using var process = Process.Start(
            new ProcessStartInfo("sox", ["-n", "-r", "48000", "-c", "1", "-b", "16", "-t", "wav", "-", .. effects])
            {
                RedirectStandardOutput = true,
            }
        )!;
        using var sound = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(sound);
        process.WaitForExit();
        return sound.ToArray();
    }

    private static string Text(double number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
