using NAudio.Wave;
using NAudio.Wave.SampleProviders;

namespace Kiosk.Tests.Speech;

/// <summary>What a tablet's microphone might send.</summary>
internal static class Wav
{
    public const int Rate = 48_000;

    /// <summary>Room noise, far below speech.</summary>
    public static byte[] Silence(double seconds) => File(Pause(seconds));

    /// <summary>A tone with quiet before and after it.</summary>
    /// <param name="volume">Part of full scale; what is beyond 1 is cut off, as by a microphone that is shouted at.</param>
    public static byte[] Tone(double seconds, double volume)
    {
        var tone = new SignalGenerator(Rate, 1)
        {
            Type = SignalGeneratorType.Sin,
            Frequency = 440,
            Gain = volume,
        };
        return File(new ConcatenatingSampleProvider([Pause(1), tone.Take(TimeSpan.FromSeconds(seconds)), Pause(1)]));
    }

    /// <summary>Any sound as a file of 16 bits.</summary>
    public static byte[] File(ISampleProvider sound)
    {
        using var file = new MemoryStream();
        WaveFileWriter.WriteWavFileToStream(file, new SampleToWaveProvider16(sound));
        return file.ToArray();
    }

    private static ISampleProvider Pause(double seconds) =>
        new SignalGenerator(Rate, 1) { Type = SignalGeneratorType.White, Gain = 0.0002 }.Take(TimeSpan.FromSeconds(seconds));
}
