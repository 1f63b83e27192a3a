using Kiosk.App.Shared;

namespace Kiosk.App.Setup;

/// <summary>The house and its counts without their pages, for a command.</summary>
internal sealed class OpenedHouse(WebApplication app) : IServiceProvider, IDisposable
{
    /// <param name="use">How the command uses the data folder.</param>
    public static OpenedHouse Of(Arguments arguments, Func<KioskSettings, string, FolderUse> use)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { Args = arguments.Settings, ContentRootPath = AppContext.BaseDirectory }
        );
        builder.RememberNobody();
        builder.AddSettings();
        builder.AddHouse(services => use(services.GetRequiredService<KioskSettings>(), arguments.Command));
        return new OpenedHouse(builder.Build());
    }

    public object? GetService(Type serviceType) => app.Services.GetService(serviceType);

    public void Dispose() => ((IDisposable)app).Dispose();
}
