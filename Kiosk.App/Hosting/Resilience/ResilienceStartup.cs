namespace Kiosk.App.Hosting.Resilience;

/// <summary>What keeps visitors served when something fails.</summary>
internal static class ResilienceStartup
{
    public static void AddResilience(this WebApplicationBuilder builder)
    {
        // What goes on in the background may fail; visitors are served all the same. .NET would end the program.
        builder.Services.Configure<HostOptions>(host =>
            host.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore
        );
        builder.Services.AddHostedService<DataFolderRecovery>();
    }
}
