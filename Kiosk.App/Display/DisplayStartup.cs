using Kiosk.App.Hosting;

namespace Kiosk.App.Display;

/// <summary>The screen of this machine: whether it lives, when it is off, and what staff see of it from a tablet.</summary>
internal static class DisplayStartup
{
    public static void AddDisplay(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(services => new RuntimeFolder(
            RuntimeFolder.Given,
            services.GetRequiredService<ILogger<RuntimeFolder>>()
        ));
        builder.Services.AddSingleton<ScreenWatchdog>();
        builder.Services.AddSingleton<ScreenSchedule>();
        builder.Services.AddSingleton<RemoteScreen>();
        builder.Services.AddSingleton(services => new ScreenCamera(
            ScreenCamera.SocketOfTheMachine,
            services.GetRequiredService<ILogger<ScreenCamera>>()
        ));
        builder.Services.AddSingleton(services => new ScreenTurn(
            ScreenTurn.FileOfTheMachine,
            services.GetRequiredService<RuntimeFolder>(),
            services.GetRequiredService<ScreenWatchdog>()
        ));
        builder.Services.AddHostedService<ScreenWatch>();
    }
}
