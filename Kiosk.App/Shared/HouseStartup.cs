using Kiosk.App.Shared.Clocks;
using Kiosk.Core.Houses;
using Kiosk.Core.Languages;
using Kiosk.Core.Pictograms;
using Kiosk.Core.Reports;
using Kiosk.Core.Storage;

namespace Kiosk.App.Shared;

/// <summary>Loads the house at start, from its database, or the first time from its house file.</summary>
internal static class HouseStartup
{
    public static string OurPictograms => Path.Combine(Assets, "pictograms");

    private static string Assets => Path.Combine(AppContext.BaseDirectory, "assets");

    public static void AddHouse(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(services => new PictogramSet(OurPictograms, services.GetRequiredService<DataFolder>().Pictograms));
        builder.Services.AddSingleton<Pictograms>();
        builder.Services.AddSingleton(ReadPhrases);
        builder.Services.AddSingleton<StaffPhrases>();
        builder.Services.AddSingleton<ScreenFiles>();
        builder.Services.AddSingleton(services => new DataFolder(services.GetRequiredService<KioskSettings>().Data));
        builder.Services.AddSingleton(services => HouseDatabase.Open(services.GetRequiredService<DataFolder>(), Today(services)));
        builder.Services.AddSingleton(services => TallyDatabase.Open(services.GetRequiredService<DataFolder>(), Today(services)));
        builder.Services.AddSingleton(LoadHouse);
        builder.Services.AddSingleton<HouseEditor>();
        builder.Services.AddSingleton<Previews>();
        builder.Services.AddSingleton<PlansWaiting>();
        builder.Services.AddSingleton<Bell>();
        builder.Services.AddSingleton<News>();
        builder.Services.AddSingleton<TapCounter>();
        builder.Services.AddSingleton<NightlyCopies>();
        builder.Services.AddHostedService(services => services.GetRequiredService<NightlyCopies>());
        builder.Services.AddSingleton<Reports>();
        builder.Services.AddHostedService<ClosingPeriods>();
        builder.Services.AddSingleton<Health>();
    }

    /// <summary>Opens everything before the first page is asked for, so that what is wrong is said at once.</summary>
    public static Task OpenHouse(this WebApplication app) => Task.Run(() =>
    {
        app.Services.GetRequiredService<TapCounter>();
        InventYear(app.Services);
        app.Services.GetRequiredService<Pairing.PairedDevices>();
        foreach (var notice in app.Services.GetRequiredService<Health>().Notices)
        {
            app.Logger.LogWarning("{Notice}", notice);
        }
    });

    /// <summary>With <c>Kiosk:DemoYear</c>: a year of invented counts, once, in a data folder that has none.</summary>
    private static void InventYear(IServiceProvider services)
    {
        var tallies = services.GetRequiredService<TallyDatabase>();
        if (!services.GetRequiredService<KioskSettings>().DemoYear || tallies.IsInvented)
        {
            return;
        }

        var yesterday = services.GetRequiredService<HouseClock>().Presumed.Date.PlusDays(-1);
        var year = new SimulatedYear(services.GetRequiredService<HouseInForce>().Current, seed: 1) { RisesFrom = yesterday.PlusMonths(-3) };
        try
        {
            tallies.Invent(year.Days(yesterday.PlusMonths(-25), yesterday));
        }
        catch (InvalidOperationException)
        {
            throw new CannotStart("Kiosk:DemoYear is for an empty data folder, and this one has counts of its own: leave the setting out, or name another folder with --Kiosk:Data=demo.");
        }
    }

    private static NodaTime.LocalDate? Today(IServiceProvider services) => services.GetRequiredService<HouseClock>().Known?.Date;

    private static Phrasebook ReadPhrases(IServiceProvider services)
    {
        var phrases = Phrasebook.Load(Path.Combine(Assets, "languages"));
        var logger = services.GetRequiredService<ILogger<Phrasebook>>();
        var told = new System.Collections.Concurrent.ConcurrentDictionary<string, bool>();
        phrases.Missing += key =>
        {
            if (told.TryAdd(key, true))
            {
                logger.LogWarning("No language has a phrase for {Key}: add it to assets/languages.", key);
            }
        };
        return phrases;
    }

    private static HouseInForce LoadHouse(IServiceProvider services)
    {
        var database = services.GetRequiredService<HouseDatabase>();
        var pictograms = services.GetRequiredService<PictogramSet>().Names;
        if (database.IsEmpty)
        {
            var file = services.GetRequiredService<KioskSettings>().House is { Length: > 0 } named ? named : Path.Combine(Assets, "demo", "house.json");
            var text = File.Exists(file) ? File.ReadAllText(file) : throw new CannotStart($"Kiosk:House names {file}, but there is no such file: correct the path.");
            Read(text, pictograms, $"The house file {file} was not loaded, because:");
            database.Load(text);
        }

        return new HouseInForce(Read(database.ToHouseFile(), pictograms, "The house in the data folder cannot be shown, because:"));
    }

    private static House Read(string file, IReadOnlySet<string> pictograms, string refusal)
    {
        var reading = HouseFile.Read(file, pictograms);
        return reading.House ?? throw new CannotStart(refusal, reading.Problems);
    }
}
