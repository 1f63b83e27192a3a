using Kiosk.App.Hosting;
using Kiosk.Core.Editing;
using Kiosk.Core.Houses;
using Kiosk.Core.Pictograms;
using Kiosk.Core.Storage;

namespace Kiosk.App.Houses;

/// <summary>Loads the house at start, from its database, or the first time from its house file.</summary>
internal sealed class HouseLoader(
    HouseDatabase database,
    PictogramSet pictograms,
    KioskSettings settings,
    StartupState start,
    ILogger<CurrentHouse> logger
)
{
    private static string DemoHouse => Path.Combine(ProgramFiles.Assets, "demo", "house.json");

    /// <summary>What is wrong with the house file that an empty data folder would be filled with; none when it is not read.</summary>
    public static IEnumerable<string> ProblemsOf(string named, string dataFolder)
    {
        if (named.Length == 0 || DataFolder.HoldsHouse(dataFolder))
        {
            return [];
        }

        try
        {
            FirstHouse(named, new PictogramSet(ProgramFiles.Pictograms, null), new StartupState(keepsGoing: false));
            return [];
        }
        catch (StartupException problem)
        {
            return [problem.Message];
        }
    }

    public CurrentHouse Load()
    {
        if (database.IsEmpty)
        {
            database.Load(FirstHouse(settings.House, pictograms, start));
        }

        var house = Read(database.ToHouseFile(), pictograms, start, "The house in the data folder cannot be shown, because:");
        start.Languages = house.Profile.Languages;
        if (start.KeepsGoing && house.Profile.Demo && settings.House is { Length: > 0 } named)
        {
            start.Note(
                $"The demo house is shown, because {named} could not be used when this kiosk was new: take it in on a tablet, "
                    + "under In and out."
            );
        }

        return new CurrentHouse(house, logger);
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
