using Kiosk.App.Shared.Clocks;
using Kiosk.App.Shared.Resilience;
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

    public static string Words => Path.Combine(Assets, "languages");

    private static string DemoHouse => Path.Combine(Assets, "demo", "house.json");

    /// <summary>What slips and screens are written with.</summary>
    private static readonly string[] Fonts =
    [
        "assets/fonts/Rubik-Regular.ttf",
        "assets/fonts/Rubik-Bold.ttf",
        "Visitor/Screen/fonts/rubik-latin.woff2",
        "Visitor/Screen/fonts/rubik-arabic.woff2",
    ];

    private static string Assets => Path.Combine(AppContext.BaseDirectory, "assets");

    /// <param name="use">How a command uses the data folder; null for the kiosk itself.</param>
    public static void AddHouse(this WebApplicationBuilder builder, Func<IServiceProvider, FolderUse>? use = null)
    {
        builder.Services.AddSingleton(use ?? UseOfKiosk);
        builder.Services.AddSingleton(ReadPictograms);
        builder.Services.AddSingleton<Pictograms>();
        builder.Services.AddSingleton(ReadPhrases);
        // for a page; what lives longer asks CurrentPhrases
        builder.Services.AddTransient(services => services.GetRequiredService<CurrentPhrases>().Current);
        builder.Services.AddSingleton<StaffPhrases>();
        builder.Services.AddSingleton<ScreenFiles>();
        builder.Services.AddSingleton(OpenFolder);
        builder.Services.AddSingleton(services => HouseDatabase.Open(services.GetRequiredService<DataFolder>(), Today(services)));
        builder.Services.AddSingleton(services => TallyDatabase.Open(services.GetRequiredService<DataFolder>(), Today(services)));
        builder.Services.AddSingleton(LoadHouse);
        builder.Services.AddSingleton<HouseEditor>();
        builder.Services.AddSingleton<Previews>();
        builder.Services.AddSingleton<PendingImports>();
        builder.Services.AddSingleton<Bell>();
        builder.Services.AddSingleton<LiveUpdates>();
        builder.Services.AddSingleton<TapCounter>();
        builder.Services.AddSingleton<NightlyCopies>();
        builder.Services.AddHostedService(services => services.GetRequiredService<NightlyCopies>());
        builder.Services.AddSingleton<Reports>();
        builder.Services.AddHostedService<ClosingPeriods>();
        builder.Services.AddSingleton<Health>();
    }

    /// <summary>Opens everything before the first page is asked for, so that what is wrong is said at once.</summary>
    public static Task OpenHouse(this WebApplication app) =>
        Task.Run(() =>
        {
            app.Services.GetRequiredService<TapCounter>();
            InventYear(app.Services);
            app.Services.GetRequiredService<Pairing.PairedDevices>();
            WriteNothingInAStandIn(app.Services);
            LookForFonts(app.Services.GetRequiredService<StartupState>());
            foreach (var notice in app.Services.GetRequiredService<Health>().Notices)
            {
                app.Logger.LogWarning("{Notice}", notice);
            }
        });

    /// <summary>What is wrong with the house file that an empty data folder would be filled with; none when it is not read.</summary>
    public static IEnumerable<string> ProblemsOf(string named, string dataFolder)
    {
        if (named.Length == 0 || DataFolder.HoldsHouse(dataFolder))
        {
            return [];
        }

        try
        {
            FirstHouse(named, new PictogramSet(OurPictograms, null), new StartupState(keepsGoing: false));
            return [];
        }
        catch (StartupException problem)
        {
            return [problem.Message];
        }
    }

    private static FolderUse UseOfKiosk(IServiceProvider services) =>
        FolderUse.OfKiosk(services.GetRequiredService<KioskSettings>(), services.GetRequiredService<StartupState>());

    private static DataFolder OpenFolder(IServiceProvider services)
    {
        services.GetRequiredService<FolderUse>(); // first, so that nothing of another process's is touched
        var (settings, start) = (services.GetRequiredService<KioskSettings>(), services.GetRequiredService<StartupState>());
        var below = RuntimeFolder.Given ?? Path.GetTempPath();
        if (start.IsWithoutData)
        {
            return StandInFolder.Make(settings.Data, below);
        }

        if (start.KeepsGoing)
        {
            StandInFolder.Remove(below);
        }

        return new DataFolder(settings.Data);
    }

    private static void WriteNothingInAStandIn(IServiceProvider services)
    {
        if (services.GetRequiredService<DataFolder>().IsStandIn)
        {
            services.GetRequiredService<HouseDatabase>().WriteNothing();
            services.GetRequiredService<TallyDatabase>().WriteNothing();
            services.GetRequiredService<StaffDatabase>().WriteNothing();
        }
    }

    /// <summary>Without them the machine's own letters stand in.</summary>
    private static void LookForFonts(StartupState start)
    {
        foreach (var font in Fonts.Where(font => start.KeepsGoing && !File.Exists(Path.Combine(AppContext.BaseDirectory, font))))
        {
            start.Note($"{font} is missing: install the program anew.");
        }
    }

    private static PictogramSet ReadPictograms(IServiceProvider services)
    {
        var start = services.GetRequiredService<StartupState>();
        var set = new PictogramSet(OurPictograms, services.GetRequiredService<DataFolder>().Pictograms);
        set.Missing += name =>
            start.Note($"The drawing {name} is missing, a plain one stands in: install the program anew, or bring it along on a tablet.");
        return set;
    }

    /// <summary>With <c>Kiosk:DemoYear</c>: a year of invented counts, once, in a data folder that has none.</summary>
    private static void InventYear(IServiceProvider services)
    {
        var tallies = services.GetRequiredService<TallyDatabase>();
        if (!services.GetRequiredService<KioskSettings>().DemoYear || tallies.IsInvented)
        {
            return;
        }

        var yesterday = services.GetRequiredService<HouseClock>().Presumed.Date.PlusDays(-1);
        var year = new SimulatedYear(services.GetRequiredService<CurrentHouse>().Current, seed: 1) { RisesFrom = yesterday.PlusMonths(-3) };
        try
        {
            tallies.Invent(year.Days(yesterday.PlusMonths(-25), yesterday));
        }
        catch (InvalidOperationException problem) when (services.GetRequiredService<StartupState>().KeepsGoing)
        {
            services.GetRequiredService<StartupState>().Note($"Kiosk:DemoYear was left out: {problem.Message}");
        }
        catch (InvalidOperationException)
        {
            throw new StartupException(
                "Kiosk:DemoYear is for an empty data folder, and this one has counts of its own: leave the setting out, or name "
                    + "another folder with --Kiosk:Data=demo."
            );
        }
    }

    /// <summary>Null also beside a running kiosk: what is done once a day is the kiosk's to do.</summary>
    private static NodaTime.LocalDate? Today(IServiceProvider services) =>
        services.GetRequiredService<FolderUse>().MayWrite ? services.GetRequiredService<HouseClock>().Known?.Date : null;

    private static CurrentPhrases ReadPhrases(IServiceProvider services)
    {
        var start = services.GetRequiredService<StartupState>();
        var phrases = Phrasebook.Load(Words, start.KeepsGoing ? start.Note : null);
        var logger = services.GetRequiredService<ILogger<Phrasebook>>();
        var told = new System.Collections.Concurrent.ConcurrentDictionary<string, bool>();
        phrases.Missing += key =>
        {
            if (told.TryAdd(key, true))
            {
                logger.LogWarning("No language has a phrase for {Key}: add it to assets/languages.", key);
            }
        };
        return new CurrentPhrases(phrases, services.GetRequiredService<HouseDatabase>().Wordings);
    }

    private static CurrentHouse LoadHouse(IServiceProvider services)
    {
        var (database, start) = (services.GetRequiredService<HouseDatabase>(), services.GetRequiredService<StartupState>());
        var pictograms = services.GetRequiredService<PictogramSet>();
        if (database.IsEmpty)
        {
            database.Load(FirstHouse(services.GetRequiredService<KioskSettings>().House, pictograms, start));
        }

        var house = Read(database.ToHouseFile(), pictograms, start, "The house in the data folder cannot be shown, because:");
        start.Languages = house.Profile.Languages;
        if (start.KeepsGoing && house.Profile.Demo && services.GetRequiredService<KioskSettings>().House is { Length: > 0 } named)
        {
            start.Note(
                $"The demo house is shown, because {named} could not be used when this kiosk was new: take it in on a tablet, "
                    + "under In and out."
            );
        }

        return new CurrentHouse(house, services.GetRequiredService<ILogger<CurrentHouse>>());
    }

    /// <summary>The house file that the settings name; as an appliance the demo house where that one cannot be used.</summary>
    private static string FirstHouse(string named, PictogramSet pictograms, StartupState start)
    {
        var file = named.Length > 0 ? named : DemoHouse;
        try
        {
            var text = TextOf(file);
            Read(text, pictograms, start, $"The house file {file} was not loaded, because:");
            return text;
        }
        catch (StartupException problem) when (start.KeepsGoing && named.Length > 0)
        {
            start.Note(problem.Message);
            return FirstHouse("", pictograms, start);
        }
    }

    private static string TextOf(string file)
    {
        try
        {
            return Directory.Exists(file)
                    ? throw new StartupException($"Kiosk:House names {file}, which is a folder: name the house file in it.")
                : File.Exists(file) ? File.ReadAllText(file)
                : throw new StartupException($"Kiosk:House names {file}, but there is no such file: correct the path.");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new StartupException(
                $"Kiosk:House names {file}, which cannot be read ({problem.Message}): give this user the right to read it."
            );
        }
    }

    /// <summary>As an appliance, a drawing that is missing keeps no house from being shown: a plain one stands in.</summary>
    private static House Read(string file, PictogramSet pictograms, StartupState start, string refusal)
    {
        var reading = HouseFile.Read(file, pictograms.Names);
        if (reading.House is null && start.KeepsGoing)
        {
            reading = HouseFile.Read(file, pictograms.Names.Concat(HouseFile.PictogramsIn(file)).ToHashSet());
        }

        return reading.House ?? throw new StartupException(refusal, reading.Problems);
    }
}
