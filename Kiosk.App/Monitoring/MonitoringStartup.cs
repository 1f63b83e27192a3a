using Kiosk.App.Monitoring.Checks;

namespace Kiosk.App.Monitoring;

/// <summary>How the kiosk is, and its signs of life to systemd.</summary>
internal static class MonitoringStartup
{
    public static void AddMonitoring(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DataFiles>();
        AddChecks(builder.Services);
        builder.Services.AddSingleton<HealthChecks>();
        builder.Services.AddSingleton<KioskHealth>();
        builder.Services.AddSingleton<SystemdNotifier>();
        builder.Services.AddHostedService<ServiceWatchdog>();
    }

    /// <summary>In the order in which staff read them.</summary>
    private static void AddChecks(IServiceCollection services)
    {
        services.AddSingleton<KioskCheck, StartCheck>();
        services.AddSingleton<KioskCheck, TimeCheck>();
        services.AddSingleton<KioskCheck, PrinterCheck>();
        services.AddSingleton<KioskCheck, ScreenCheck>();
        services.AddSingleton<KioskCheck, StorageCheck>();
        services.AddSingleton<KioskCheck, DiskSpaceCheck>();
        services.AddSingleton<KioskCheck, CopiesCheck>();
        services.AddSingleton<KioskCheck, CertificateCheck>();
        services.AddSingleton<KioskCheck, TabletsCheck>();
    }
}
