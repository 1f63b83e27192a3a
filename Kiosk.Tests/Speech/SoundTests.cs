using System.Buffers.Binary;
using Kiosk.Core.Speech;
using NAudio.Wave;
using NAudio.Wave.SampleProviders;
using NUnit.Framework;

namespace Kiosk.Tests.Speech;

/// <summary>What becomes of a recording.</summary>
internal sealed class SoundTests
{
    [TestCase(0.9)]
    [TestCase(0.03)]
    public void It_is_trimmed_and_brought_to_the_same_level(double volume)
    {
        var sound = Measured(Sound.Read(Wav.Tone(seconds: 1, volume))!.ToWav());
        Assert.That((sound.Peak, sound.Seconds), Is.EqualTo((-3.0, 1.15)).Within(0.05));
    }

    [Test]
    public void Silence_is_nothing_to_hear() => Assert.That(Sound.Read(Wav.Silence(seconds: 2)), Is.Null);

    /// <summary>Somebody who speaks loudly is not refused; one whose voice crackles is.</summary>
    [TestCase(0.98, false)]
    [TestCase(1.0, false)]
    [TestCase(1.6, true)]
    [TestCase(5, true)]
    public void What_is_cut_off_is_known_for_it(double volume, bool isClipped) =>
        Assert.That(Sound.Read(Wav.Tone(seconds: 1, volume))!.IsClipped, Is.EqualTo(isClipped));

    /// <summary>A tablet may record in two channels, a telephone in 8 000 samples a second, a studio in 24 bits.</summary>
    [TestCase(8_000, 1, 16)]
    [TestCase(44_100, 2, 16)]
    [TestCase(96_000, 2, 24)]
    [TestCase(48_000, 1, 32)]
    public void Every_usual_kind_of_recording_is_read(int rate, int channels, int bits)
    {
        var tone = new SignalGenerator(rate, channels) { Frequency = 440, Gain = 0.3 }.Take(TimeSpan.FromSeconds(1));
        IWaveProvider wave = bits switch
        {
            16 => new SampleToWaveProvider16(tone),
            24 => new SampleToWaveProvider24(tone),
            _ => new SampleToWaveProvider(tone),
        };
        using var file = new MemoryStream();
        WaveFileWriter.WriteWavFileToStream(file, wave);
        Assert.That(Measured(Sound.Read(file.ToArray())!.ToWav()).Seconds, Is.EqualTo(1.15).Within(0.05));
    }

    /// <summary>A program that writes while it speaks does not know yet how long it will be.</summary>
    [Test]
    public void A_length_that_is_not_so_is_no_matter([Values(0u, 0x7FFFF000u, 0xFFFFFFFFu)] uint length)
    {
        var wav = Wav.Tone(seconds: 1, volume: 0.5);
        var whole = Sound.Read(wav)!.ToWav().Length;
        BinaryPrimitives.WriteUInt32LittleEndian(wav.AsSpan(4), length);
        BinaryPrimitives.WriteUInt32LittleEndian(wav.AsSpan(wav.AsSpan().IndexOf("data"u8) + 4), length);
        Assert.That(Sound.Read(wav)!.ToWav(), Has.Length.EqualTo(whole));
    }

    [TestCase("")]
    [TestCase("RIFFjunk")]
    [TestCase("OggS no wav")]
    public void What_is_no_sound_is_refused(string junk) =>
        Assert.That(() => Sound.Read(System.Text.Encoding.ASCII.GetBytes(junk)), Throws.InstanceOf<SpeechException>());

    /// <summary>A head that lies would ask for gigabytes, or for nothing, for ever.</summary>
    [TestCase(20, 0x00060001u)] // PCM, six channels
    [TestCase(24, 0u)]
    [TestCase(24, 2_000_000_000u)]
    [TestCase(24, 0xFFFFFFFFu)]
    public void A_head_that_no_recorder_writes_is_refused(int place, uint value)
    {
        var wav = Wav.Tone(seconds: 0.1, volume: 0.5);
        BinaryPrimitives.WriteUInt32LittleEndian(wav.AsSpan(place), value);
        Assert.That(() => Sound.Read(wav), Throws.InstanceOf<SpeechException>());
    }

    [Test]
    public void A_file_cut_anywhere_is_read_as_far_as_it_goes_or_refused()
    {
        var wav = Wav.Tone(seconds: 0.1, volume: 0.5);
        for (var length = 0; length < wav.Length; length += length < 60 ? 1 : 1001)
        {
            try
            {
                Sound.Read(wav[..length]);
            }
            catch (SpeechException)
            {
                // the only way it may be refused
            }
        }
    }

    [Test]
    public void The_same_sound_is_the_same_bytes()
    {
        var wav = Wav.Tone(seconds: 0.5, volume: 0.5);
        var first = Sound.Read(wav)!.ToOgg();
        Assert.That(Sound.Read(wav)!.ToOgg(), Is.EqualTo(first));
    }

    /// <summary>Against the values of ITU-R BS.1770-4: a sine of 997 Hz at full scale in one channel has -3.01 LKFS.</summary>
    [TestCase(0)]
    [TestCase(-20)]
    public void The_measure_of_loudness_is_that_of_the_standard(double decibels)
    {
        var sine = new SignalGenerator(Wav.Rate, 1) { Frequency = 997, Gain = Math.Pow(10, decibels / 20) };
        Assert.That(Loudness.Of(sine.Take(TimeSpan.FromSeconds(5))), Is.EqualTo(decibels - 3.01).Within(0.1));
    }

    /// <summary>Against what the filter ebur128 of ffmpeg 5.1.9 said of the same sounds on 30 November 2026, to a tenth of a dB.</summary>
    [TestCase("a hum", -26.6)]
    [TestCase("a whistle", -19.7)]
    [TestCase("a buzz", -20.0)]
    [TestCase("rising", -22.0)]
    [TestCase("loud, then quiet", -13.6)]
    public void The_measure_of_loudness_is_that_of_another_program(string sound, double lufs) =>
        Assert.That(
            Loudness.Of(
                sound switch
                {
                    "a hum" => Signal(SignalGeneratorType.Sin, 60, 0.1),
                    "a whistle" => Signal(SignalGeneratorType.Sin, 6_000, 0.1),
                    "a buzz" => Signal(SignalGeneratorType.Square, 440, 0.1),
                    "rising" => Signal(SignalGeneratorType.Sweep, 80, 0.1),
                    _ => new ConcatenatingSampleProvider([
                        Signal(SignalGeneratorType.Sin, 1_000, 0.3),
                        Signal(SignalGeneratorType.Sin, 1_000, 0.003),
                    ]),
                }
            ),
            Is.EqualTo(lufs).Within(0.1)
        );

    private static ISampleProvider Signal(SignalGeneratorType type, double hertz, double gain) =>
        new SignalGenerator(Wav.Rate, 1)
        {
            Type = type,
            Frequency = hertz,
            FrequencyEnd = 8_000,
            SweepLengthSecs = 5,
            Gain = gain,
        }.Take(TimeSpan.FromSeconds(5));

    internal static (double Peak, double Seconds, double Loudness) Measured(byte[] wav)
    {
        using var reader = new WaveFileReader(new MemoryStream(wav));
        var samples = new float[reader.SampleCount];
        reader.ToSampleProvider().Read(samples);
        reader.Position = 0;
        return (20 * Math.Log10(samples.Max(Math.Abs)), reader.TotalTime.TotalSeconds, Loudness.Of(reader.ToSampleProvider()));
    }
}
