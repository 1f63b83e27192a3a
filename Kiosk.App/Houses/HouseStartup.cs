using System.Collections.Concurrent;
using Kiosk.App.Hosting;
using Kiosk.Core.Clocks;
using Kiosk.Core.Editing;
using Kiosk.Core.Languages;
using Kiosk.Core.Pictograms;
using Kiosk.Core.Storage;

namespace Kiosk.App.Houses;

/// <summary>The data folder, the house in it, its words and drawings, and how it is changed.</summary>
internal static class HouseStartup
{
    /// <param name="use">How a command uses the data folder; null for the kiosk itself.</param>
    public static void AddHouse(this WebApplicationBuilder builder, Func<KioskSettings, StartupState, DataFolderAccess>? use = null)
    {
        builder.Services.AddSingleton(use ?? DataFolderAccess.ForKiosk);
        builder.Services.AddSingleton<DataFolderAccess, KioskSettings, StartupState, DataFolder>(OpenFolder);
        builder.Services.AddSingleton<DataFolder, StartupState, PictogramSet>(ReadPictograms);
        builder.Services.AddSingleton<Pictograms>();
        builder.Services.AddSingleton<StartupState, HouseDatabase, ILogger<Phrasebook>, CurrentPhrases>(ReadPhrases);
        // for a page; what lives longer asks CurrentPhrases
        builder.Services.AddTransient(services => services.GetRequiredService<CurrentPhrases>().Current);
        builder.Services.AddSingleton<StaffPhrases>();
        builder.Services.AddSingleton<ScreenFiles>();
        builder.Services.AddSingleton(
            (DataFolder folder, DataFolderAccess used, HouseClock clock) =>
                HouseDatabase.Open(folder, used.MayWrite ? clock.Known?.Date : null)
        );
        builder.Services.AddSingleton(
            (DataFolder folder, DataFolderAccess used, HouseClock clock) =>
                TallyDatabase.Open(folder, used.MayWrite ? clock.Known?.Date : null)
        );
        builder.Services.AddSingleton<HouseLoader>();
        builder.Services.AddSingleton((HouseLoader loader) => loader.Load());
        builder.Services.AddSingleton<HouseEditor>();
        builder.Services.AddSingleton<Previews>();
        builder.Services.AddSingleton<PendingImports>();
        builder.Services.AddSingleton<NightlyCopies>();
        builder.Services.AddHostedService(services => services.GetRequiredService<NightlyCopies>());
    }

    /// <param name="_">First, so that nothing of another process's is touched.</param>
    private static DataFolder OpenFolder(DataFolderAccess _, KioskSettings settings, StartupState start)
    {
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

    private static PictogramSet ReadPictograms(DataFolder folder, StartupState start)
    {
        var set = new PictogramSet(ProgramFiles.Pictograms, folder.Pictograms);
        set.Missing += name =>
            start.Note($"The drawing {name} is missing, a plain one stands in: install the program anew, or bring it along on a tablet.");
        return set;
    }

    private static CurrentPhrases ReadPhrases(StartupState start, HouseDatabase database, ILogger<Phrasebook> logger)
    {
        var phrases = Phrasebook.Load(ProgramFiles.Words, start.KeepsGoing ? start.Note : null);
        var told = new ConcurrentDictionary<string, bool>();
        phrases.Missing += key =>
        {
            if (told.TryAdd(key, true))
            {
                logger.LogWarning("No language has a phrase for {Key}: add it to assets/languages.", key);
            }
        };
        return new CurrentPhrases(phrases, database.Wordings);
    }
}
