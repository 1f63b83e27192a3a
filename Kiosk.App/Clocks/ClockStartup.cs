using Kiosk.App.Hosting;
using Kiosk.Core.Clocks;
using NodaTime;

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
        builder.Services.AddSingleton((KioskSettings settings) => DateTimeZoneProviders.Tzdb[settings.TimeZone]);
        builder.Services.AddSingleton(services =>
            ActivatorUtilities.CreateInstance<ClockTrust>(services, Checks(services.GetRequiredService<KioskSettings>()))
        );
        builder.Services.AddSingleton<HouseClock>();
        builder.Services.AddHostedService<ClockWatch>();
    }

    /// <summary>Only Linux says who vouches for its clock.</summary>
    private static bool Checks(KioskSettings settings) => settings.Clock == KioskSettings.CheckClock && OperatingSystem.IsLinux();
}
