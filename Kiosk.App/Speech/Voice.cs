using Kiosk.App.Hosting;
using Kiosk.Core.Languages;
using Kiosk.Core.Speech;
using Kiosk.Core.Storage;

namespace Kiosk.App.Speech;

/// <summary>A sound as it is sent to the screen.</summary>
public sealed record SoundFile(byte[] Bytes, string ContentType);

/// <summary>The kiosk's voice: what somebody recorded, else what was said ahead of time, else said now and kept nowhere.</summary>
/// <remarks>What is made for one visitor's touch never reaches the disk: it would tell what somebody listened to.</remarks>
public sealed class Voice(KioskSettings settings, DataFolder folder, ISpeaker speaker) : IDisposable
{
    /// <summary>At once: a page reads ahead by one sentence, and the sentences said ahead of time wait for both.</summary>
    private readonly SemaphoreSlim _turns = new(2);

    /// <summary>By volunteers of the house.</summary>
    public SpeechFolder Recorded { get; } = new(folder.Recordings);

    /// <summary>Made ahead of time; it can be made again.</summary>
    public SpeechFolder PregeneratedSpeech { get; } = new(folder.PregeneratedSpeech);

    /// <summary>Whether what nobody recorded can be heard in a language.</summary>
    public bool Speaks(LanguageTag language) => settings.Voice == KioskSettings.SynthesizedVoice && speaker.Speaks(language);

    /// <remarks>What is said now is sent as it is: to make it small would keep the visitor waiting, and it goes no further than the screen.
    /// </remarks>
    /// <returns>Null when the language has no voice and nobody recorded the text.</returns>
    /// <exception cref="SpeechException">It could not be said.</exception>
    public async Task<SoundFile?> Speak(SpokenText text, CancellationToken cancel) =>
        (Recorded.Find(text) ?? PregeneratedSpeech.Find(text)) is { } kept ? new SoundFile(kept, "audio/ogg")
        : Speaks(text.Language) ? new SoundFile((await Synthesize(text, cancel)).ToWav(), "audio/wav")
        : null;

    /// <summary>Says a text ahead of time, unless it is there.</summary>
    /// <exception cref="SpeechException">It could not be said.</exception>
    /// <exception cref="StorageException">It could not be kept.</exception>
    public async Task SpeakAhead(SpokenText text, CancellationToken cancel)
    {
        if (Speaks(text.Language) && !PregeneratedSpeech.Has(text))
        {
            PregeneratedSpeech.Keep(text, (await Synthesize(text, cancel)).ToOgg());
        }
    }

    public void Dispose() => _turns.Dispose();

    private async Task<Sound> Synthesize(SpokenText text, CancellationToken cancel)
    {
        await _turns.WaitAsync(cancel);
        try
        {
            return await speaker.Speak(text, cancel);
        }
        finally
        {
            _turns.Release();
        }
    }
}
