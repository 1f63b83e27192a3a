using System.Text.Json.Nodes;
using Kiosk.App.Clocks;
using Kiosk.App.Counts;
using Kiosk.App.Hosting;
using Kiosk.App.Houses;
using Kiosk.Core.Editing;
using Kiosk.Core.Storage;

namespace Kiosk.App.Commands;

/// <summary>The house and its counts without their pages, for a command.</summary>
internal sealed class OpenedHouse(WebApplication app) : IServiceProvider, IDisposable
{
    /// <param name="command">Its name.</param>
    /// <param name="use">How the command uses the data folder.</param>
    public static OpenedHouse Of(string[] settings, string command, Func<KioskSettings, string, DataFolderAccess> use)
    {
        var builder = Startup.NewBuilder(settings);
        builder.ConfigureLoggingAndLimits();
        builder.AddSettings();
        builder.AddClock();
        builder.AddHouse((kiosk, _) => use(kiosk, command));
        builder.AddCounts();
        return new OpenedHouse(builder.Build());
    }

    /// <summary>The entries of the house, as they are stored.</summary>
    public IReadOnlyList<StoredEntry> Entries()
    {
        app.Services.GetRequiredService<CurrentHouse>(); // loads the first house into an empty data folder
        return app.Services.GetRequiredService<HouseDatabase>().Entries();
    }

    public JsonObject House() => HouseOf(Entries());

    /// <summary>The house file that entries make.</summary>
    public static JsonObject HouseOf(IReadOnlyList<StoredEntry> entries) =>
        JsonNode.Parse(HouseDatabase.Join(entries.Select(entry => (entry.Key.List, entry.Body))))!.AsObject();

    public object? GetService(Type serviceType) => app.Services.GetService(serviceType);

    public void Dispose() => ((IDisposable)app).Dispose();
}
