using Kiosk.App.Hosting;

namespace Kiosk.App.Clocks;

/// <summary>What time it is, and whether that is known.</summary>
internal static class ClockStartup
{
    public static void AddClock(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IMachineClock, LinuxClock>();
        builder.Services.AddSingleton(services => new ConfirmedTime(RuntimeFolder.Given, services.GetRequiredService<IMachineClock>()));
        builder.Services.AddSingleton<NewestDay>();
        builder.Services.AddSingleton<ClockTrust>();
        builder.Services.AddSingleton<HouseClock>();
        builder.Services.AddHostedService<ClockWatch>();
    }
}
