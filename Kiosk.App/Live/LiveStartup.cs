namespace Kiosk.App.Live;

/// <summary>What is told to open pages, and asked of the one on the screen.</summary>
internal static class LiveStartup
{
    public static void AddLive(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<VisitActivity>();
        builder.Services.AddSingleton<Bell>();
        builder.Services.AddSingleton<IdleScreenProbe>();
        builder.Services.AddSingleton<TouchTest>();
        builder.Services.AddSingleton<SoundTest>();
        builder.Services.AddSingleton<LiveUpdates>();
    }
}
