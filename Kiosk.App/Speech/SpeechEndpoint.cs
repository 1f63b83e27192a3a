using Kiosk.App.Hosting;
using Kiosk.Core.Languages;
using Kiosk.Core.Speech;

namespace Kiosk.App.Speech;

/// <summary><c>GET /speech/{language}?text=…</c>: a sentence to hear; 204 where there is no voice for it.</summary>
/// <remarks>What is said is what stands on the screen: the page asks for its own words. Nothing is counted or kept.</remarks>
internal static class SpeechEndpoint
{
    public static void MapSpeech(this WebApplication app) => app.MapGet("/speech/{language}", Speak).OnVisitorSide();

    private static async Task<IResult> Speak(string language, string? text, Voice voice, ILogger<Voice> logger, CancellationToken cancel)
    {
        if (!LanguageTag.TryParse(language, out var tag) || SpokenText.Of(tag, text ?? "") is not { } spoken)
        {
            return TypedResults.NoContent();
        }

        try
        {
            return await voice.Speak(spoken, cancel) is { } sound
                ? TypedResults.Bytes(sound.Bytes, sound.ContentType, enableRangeProcessing: true)
                : TypedResults.NoContent();
        }
        catch (SpeechException problem)
        {
            logger.LogWarning("A sentence could not be said. {Problem}", problem.Message); // which one, nobody is told
            return TypedResults.NoContent();
        }
    }
}
