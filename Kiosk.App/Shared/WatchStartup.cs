using Kiosk.App.Shared.Resilience;

namespace Kiosk.App.Shared;

/// <summary>What keeps the kiosk and its screen alive.</summary>
internal static class WatchStartup
{
    public static void AddWatches(this WebApplicationBuilder builder)
    {
        // What goes on in the background may fail; visitors are served all the same. .NET would end the program.
        builder.Services.Configure<HostOptions>(host =>
            host.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore
        );
        builder.Services.AddSingleton<SystemdNotifier>();
        builder.Services.AddHostedService<ServiceWatchdog>();
        builder.Services.AddSingleton(services => new RuntimeFolder(
            RuntimeFolder.Given,
            services.GetRequiredService<ILogger<RuntimeFolder>>()
        ));
        builder.Services.AddSingleton<ScreenWatchdog>();
        builder.Services.AddSingleton<VisitActivity>();
        builder.Services.AddSingleton<ScreenSwitch>();
        builder.AddScreenForStaff();
        builder.Services.AddHostedService<ScreenWatch>();
        builder.Services.AddHostedService<DataFolderRecovery>();
    }

    /// <summary>What staff see of the screen, and try on it, from a tablet.</summary>
    private static void AddScreenForStaff(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<RestingScreen>();
        builder.Services.AddSingleton<TabletScreen>();
        builder.Services.AddSingleton<TouchTest>();
        builder.Services.AddSingleton<SoundTest>();
        builder.Services.AddSingleton(services => new ScreenCamera(
            ScreenCamera.SocketOfTheMachine,
            services.GetRequiredService<ILogger<ScreenCamera>>()
        ));
        builder.Services.AddSingleton(services => new ScreenTurn(
            ScreenTurn.FileOfTheMachine,
            services.GetRequiredService<RuntimeFolder>(),
            services.GetRequiredService<ScreenWatchdog>()
        ));
    }
}
