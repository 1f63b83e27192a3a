using System.Buffers.Binary;
using NAudio.Dsp;
using NAudio.Effects;
using NAudio.Wave;
using NAudio.Wave.SampleProviders;

namespace Kiosk.Core.Speech;

/// <summary>
/// A sentence as it is heard beside the others: no silence around it, no louder and no softer than they, one channel.
/// </summary>
public sealed class Sound
{
    /// <summary>Samples a second: all that speech needs, and a rate that Opus knows.</summary>
    public const int Rate = 24_000;

    /// <summary>The longest recording that is read, seconds.</summary>
    private const int MostSeconds = 180;

    /// <summary>Samples a second of recordings: a telephone's, and twice a studio's.</summary>
    private const int LowestRate = 8_000;
    private const int HighestRate = 192_000;

    /// <summary>Quieter than this part of full scale is silence, at both ends.</summary>
    private const float Silence = 0.003f;

    /// <summary>10 ms: a shorter noise is no beginning of speech.</summary>
    private const int Moment = Rate / 100;

    /// <summary>
    /// 30 ms before and 120 ms after, so that no loudspeaker swallows the first letter and sentences do not run into each other.
    /// </summary>
    private const int SamplesBefore = Rate * 30 / 1000;
    private const int SamplesAfter = Rate * 120 / 1000;

    /// <summary>Of full scale: a sample beyond it was cut off, or as good as.</summary>
    private const float Full = 0.9999f;

    /// <summary>So many of them in a row are no single peak.</summary>
    private const int FullInARow = 3;

    /// <summary>Milliseconds of a second that are cut off before it is heard.</summary>
    private const int MostClippedPerThousand = 2;

    private readonly float[] _samples;

    private Sound(float[] samples, bool isClipped) => (_samples, IsClipped) = (samples, isClipped);

    /// <summary>Whether it was too loud for whatever recorded it: its peaks are cut off, which is heard as a crackle.</summary>
    public bool IsClipped { get; }

    /// <param name="wav">A WAV file; a length in its head that is not so is no matter.</param>
    /// <returns>Null when there is nothing to hear in it.</returns>
    /// <exception cref="SpeechException">It is no sound, or one of a kind that is not read.</exception>
    public static Sound? Read(byte[] wav)
    {
        var (samples, isClipped) = Decode(wav);
        if (Trimmed(samples) is not { Length: > 0 } trimmed)
        {
            return null;
        }

        float[] spoken = [.. new float[SamplesBefore], .. trimmed, .. new float[SamplesAfter]];
        BiQuadFilter.HighPassFilter(Rate, cutoffFrequency: 70, q: 0.707f).Transform(spoken, spoken);
        BringTo(spoken, peakDecibels: -9);
        Compress(spoken);
        BringTo(spoken, peakDecibels: -3);
        return new Sound(spoken, isClipped);
    }

    /// <summary>As it is, in 16 bits: made at once, and seven times as large as <see cref="ToOgg"/>.</summary>
    public byte[] ToWav()
    {
        using var file = new MemoryStream();
        using (var writer = new WaveFileWriter(file, new WaveFormat(Rate, bits: 16, channels: 1)))
        {
            writer.WriteSamples(_samples, 0, _samples.Length);
        }

        return file.ToArray();
    }

    /// <summary>Opus in an Ogg file, to be kept.</summary>
    public byte[] ToOgg() => OggOpus.Encode(_samples, Rate);

    /// <summary>
    /// Soft parts are lifted: what is louder than -30 dB grows a quarter as fast, single peaks lose 3 dB, and all is made louder
    /// afterwards.
    /// </summary>
    private static void Compress(float[] samples)
    {
        var compressor = new CompressorEffect
        {
            ThresholdDb = -30,
            Ratio = 4,
            KneeDb = 6,
            AttackMs = 5,
            ReleaseMs = 250,
        };
        var limiter = new LimiterEffect
        {
            CeilingDb = -3,
            LookaheadMs = 5,
            ReleaseMs = 50,
        };
        var format = WaveFormat.CreateIeeeFloatWaveFormat(Rate, channels: 1);
        compressor.Configure(format);
        compressor.Process(samples);
        BringTo(samples, peakDecibels: 0);
        limiter.Configure(format);
        limiter.Process(samples);
    }

    /// <param name="peakDecibels">The loudest sample, of full scale.</param>
    private static void BringTo(float[] samples, double peakDecibels)
    {
        var gain = (float)Math.Pow(10, peakDecibels / 20) / samples.Max(MathF.Abs);
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] *= gain;
        }
    }

    private static float[] Trimmed(float[] samples)
    {
        var moments = samples.Length / Moment;
        var (first, last) = (0, moments - 1);
        while (first < moments && IsSilent(samples, first))
        {
            first++;
        }

        while (last > first && IsSilent(samples, last))
        {
            last--;
        }

        return first >= moments ? [] : samples[(first * Moment)..((last + 1) * Moment)];
    }

    private static bool IsSilent(float[] samples, int moment)
    {
        var power = 0f;
        foreach (var sample in samples.AsSpan(moment * Moment, Moment))
        {
            power += sample * sample;
        }

        return power < Silence * Silence * Moment;
    }

    private static (float[] Samples, bool IsClipped) Decode(byte[] wav)
    {
        try
        {
            using var reader = new WaveFileReader(new MemoryStream(WithTrueLengths(wav)));
            if (reader.WaveFormat is not { SampleRate: >= LowestRate and <= HighestRate, Channels: 1 or 2 })
            {
                throw new SpeechException(
                    $"It has {reader.WaveFormat.Channels} channels of {reader.WaveFormat.SampleRate} samples a second."
                );
            }

            var sound = reader.ToSampleProvider();
            var raw = ReadAll(sound.WaveFormat.Channels == 2 ? new StereoToMonoSampleProvider(sound) : sound);
            return (ReadAll(new WdlResamplingSampleProvider(raw.Provider(), Rate)).Samples, IsCutOff(raw.Samples));
        }
        catch (Exception problem) when (problem is not (OutOfMemoryException or SpeechException))
        {
            throw new SpeechException($"It is no sound that can be read: {problem.Message}", problem);
        }
    }

    /// <summary>A program that writes while it records does not know yet how long it will be, and says so by 0 or by too much.</summary>
    private static byte[] WithTrueLengths(byte[] wav)
    {
        var file = wav.ToArray();
        var data = file.AsSpan().IndexOf("data"u8) + sizeof(uint);
        if (file.AsSpan().StartsWith("RIFF"u8) && data > sizeof(uint) && data + sizeof(uint) <= file.Length)
        {
            var (length, rest) = (BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(data)), (uint)(file.Length - data - sizeof(uint)));
            BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(sizeof(uint)), (uint)file.Length - (2 * sizeof(uint)));
            BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(data), length == 0 ? rest : Math.Min(length, rest));
        }

        return file;
    }

    private static Raw ReadAll(ISampleProvider sound)
    {
        List<float> samples = [];
        var block = new float[sound.WaveFormat.SampleRate];
        for (var read = sound.Read(block); read > 0; read = sound.Read(block))
        {
            samples.AddRange(block.AsSpan(0, read));
            if (samples.Count > MostSeconds * sound.WaveFormat.SampleRate)
            {
                throw new SpeechException($"It is longer than {MostSeconds} seconds.") { IsTooLong = true };
            }
        }

        return new Raw([.. samples], sound.WaveFormat);
    }

    private static bool IsCutOff(float[] samples)
    {
        var (clipped, row) = (0, 0);
        foreach (var sample in samples)
        {
            row = MathF.Abs(sample) >= Full ? row + 1 : 0;
            clipped += row >= FullInARow ? 1 : 0;
        }

        return clipped * 1000L > samples.Length * MostClippedPerThousand;
    }

    /// <summary>What was recorded, in one channel.</summary>
    private sealed record Raw(float[] Samples, WaveFormat Format)
    {
        public ISampleProvider Provider() => new Memory(this);

        private sealed class Memory(Raw raw) : ISampleProvider
        {
            private int _at;

            public WaveFormat WaveFormat => raw.Format;

            public int Read(Span<float> buffer)
            {
                var count = Math.Min(buffer.Length, raw.Samples.Length - _at);
                raw.Samples.AsSpan(_at, count).CopyTo(buffer);
                _at += count;
                return count;
            }
        }
    }
}
