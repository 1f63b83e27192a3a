using Kiosk.Core.Counts;

namespace Kiosk.App.Counts;

/// <summary>Counts of taps, and the reports of closed periods.</summary>
internal static class CountsStartup
{
    public static void AddCounts(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<TapCounter>();
        builder.Services.AddSingleton<DemoYear>();
        builder.Services.AddSingleton<PublishedReports>();
        builder.Services.AddHostedService<ReportPublishing>();
    }
}
