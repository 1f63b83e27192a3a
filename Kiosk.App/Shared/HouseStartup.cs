using Kiosk.Core.Houses;
using Kiosk.Core.Languages;
using Kiosk.Core.Storage;

namespace Kiosk.App.Shared;

/// <summary>Loads the house at start.</summary>
internal static class HouseStartup
{
    private static string Assets => Path.Combine(AppContext.BaseDirectory, "assets");

    public static void AddHouse(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(_ => new Pictograms(Path.Combine(Assets, "pictograms")));
        builder.Services.AddSingleton(_ => Phrasebook.Load(Path.Combine(Assets, "languages")));
        builder.Services.AddSingleton<ScreenFiles>();
        builder.Services.AddSingleton(services => new DataFolder(services.GetRequiredService<KioskSettings>().Data));
        builder.Services.AddSingleton(LoadHouse);
    }

    private static HouseInForce LoadHouse(IServiceProvider services)
    {
        var settings = services.GetRequiredService<KioskSettings>();
        var file = settings.House.Length > 0 ? settings.House : Path.Combine(Assets, "demo", "house.json");
        var reading = HouseFile.Read(File.ReadAllText(file), services.GetRequiredService<Pictograms>().Names);
        return reading.House is { } house
            ? new HouseInForce(house)
            : throw new CannotStart($"The house file {file} was not loaded, because:", reading.Problems);
    }
}
