using Kiosk.App.Shared.KeepingGoing;

namespace Kiosk.App.Shared;

/// <summary>What keeps the kiosk and its screen alive.</summary>
internal static class WatchStartup
{
    public static void AddWatches(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ServiceManager>();
        builder.Services.AddHostedService<SelfWatch>();
        builder.Services.AddSingleton(services => new RuntimeFolder(RuntimeFolder.Given, services.GetRequiredService<ILogger<RuntimeFolder>>()));
        builder.Services.AddSingleton<Heartbeat>();
        builder.Services.AddSingleton<VisitNow>();
        builder.Services.AddSingleton<ScreenSwitch>();
        builder.Services.AddHostedService<ScreenWatch>();
        builder.Services.AddHostedService<DataHealing>();
    }
}
