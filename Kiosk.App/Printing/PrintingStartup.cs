using Kiosk.App.Hosting;
using Kiosk.Core.Printing;

namespace Kiosk.App.Printing;

/// <summary>Paper for slips.</summary>
internal static class PrintingStartup
{
    public static void AddPrinting(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(PrinterTimeouts.Usual);
        builder.Services.AddSingleton<SlipPrinting>();
        builder.Services.AddHostedService<PrinterWatch>();
    }
}
