using Kiosk.App.Hosting;
using Kiosk.Core.Speech;

namespace Kiosk.App.Speech;

/// <summary>Everything that can be heard.</summary>
internal static class VoiceStartup
{
    public static void AddVoice(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ISpeaker, EspeakSpeaker>();
        builder.Services.AddSingleton<Voice>();
        builder.Services.AddSingleton<SpeechPregenerator>();
        builder.Services.AddHostedService(services => services.GetRequiredService<SpeechPregenerator>());
    }
}
