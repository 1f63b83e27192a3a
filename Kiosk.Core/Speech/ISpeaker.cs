using Kiosk.Core.Languages;

namespace Kiosk.Core.Speech;

/// <summary>What turns a sentence into sound.</summary>
public interface ISpeaker
{
    /// <summary>Whether it has a voice of that language.</summary>
    bool Speaks(LanguageTag language);

    /// <exception cref="SpeechException">It could not be said; the message tells why.</exception>
    Task<Sound> Speak(SpokenText text, CancellationToken cancel);
}

/// <summary>Sound could not be made; the message says what to do.</summary>
public sealed class SpeechException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>It is a sound, but a longer one than is read.</summary>
    public bool IsTooLong { get; init; }
}
