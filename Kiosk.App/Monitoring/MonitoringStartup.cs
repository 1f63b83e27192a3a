namespace Kiosk.App.Monitoring;

/// <summary>How the kiosk is, and its signs of life to systemd.</summary>
internal static class MonitoringStartup
{
    public static void AddMonitoring(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<KioskHealth>();
        builder.Services.AddSingleton<SystemdNotifier>();
        builder.Services.AddHostedService<ServiceWatchdog>();
    }
}
