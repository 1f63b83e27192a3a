namespace Kiosk.Core.Speech;

/// <summary>
/// Makes of any recording a sound that stands beside the others: no silence around it, no louder and no softer than they.
/// </summary>
/// <remarks>By sox (LGPL): its <c>silence</c>, <c>compand</c> and <c>norm</c> effects, sox(1).</remarks>
public static class Sound
{
    /// <summary>Quieter than this part of full scale is silence, at both ends.</summary>
    private const string Silence = "0.3%";

    private static readonly string[] Trim = ["silence", "1", "0.01", Silence, "reverse", "silence", "1", "0.01", Silence, "reverse"];

    /// <summary>
    /// 30 ms before and 120 ms after, so that no loudspeaker swallows the first letter and sentences do not run into each other.
    /// </summary>
    private static readonly string[] Breath = ["pad", "0.03", "0.12"];

    /// <summary>Soft parts are lifted and loud ones held, then all is brought to a peak of -3 dB of full scale: nothing clips.</summary>
    private static readonly string[] Level =
    [
        "highpass",
        "70",
        "gain",
        "-n",
        "-9",
        "compand",
        "0.02,0.25",
        "-60,-60,-30,-15,-20,-12,-4,-8,0,-7",
        "0",
        "-20",
        "0.02",
        "norm",
        "-3",
    ];

    /// <summary>22 050 samples a second in one channel: what espeak-ng makes, and enough for speech.</summary>
    private static readonly string[] AsOgg = ["-t", "ogg", "-C", "2", "-r", "22050", "-c", "1", "-"];

    /// <summary>
    /// sox lays aside what it turns around: in memory, so that what was said at a visitor's touch never reaches the disk.
    /// </summary>
    private static readonly string[] InMemory = Directory.Exists("/dev/shm") ? ["--temp", "/dev/shm"] : [];

    /// <param name="wav">A WAV file; a length in its head that is not so is no matter.</param>
    /// <returns>An Ogg Vorbis file; null when there is nothing to hear in it.</returns>
    /// <exception cref="SpeechException">It is no sound, or sox is not here.</exception>
    public static async Task<byte[]?> Prepare(ReadOnlyMemory<byte> wav, CancellationToken cancel)
    {
        var ogg = await ExternalProcess.Run(
            "sox",
            ["-V1", .. InMemory, "-t", "wav", "-", .. AsOgg, .. Trim, .. Breath, .. Level],
            wav,
            cancel
        );
        return ogg.Length > LongestOfNothing ? ogg : null;
    }

    /// <summary>An Ogg file's heads, and the breath around no sound at all.</summary>
    private const int LongestOfNothing = 4200;
}
