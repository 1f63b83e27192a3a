using Kiosk.App.Counts;
using Kiosk.App.Hosting;
using Kiosk.App.Monitoring.Checks;
using Kiosk.Core.Counts;
using Kiosk.Core.Storage;

namespace Kiosk.App;

/// <summary>Opens the house before the first page is asked for, so that what is wrong is said at once.</summary>
internal sealed class HouseOpening(
    DataFolder folder,
    HouseDatabase house,
    TallyDatabase tallies,
    StaffDatabase staff,
    TapCounter counter,
    DemoYear demoYear,
    StartupState start,
    DataFiles files,
    ILogger<HouseOpening> logger
)
{
    /// <summary>Opens it beside what the program does meanwhile; whoever awaits it hears what is wrong.</summary>
    public static Task Begin(WebApplication app) => Task.Run(() => ActivatorUtilities.CreateInstance<HouseOpening>(app.Services).Open());

    private void Open()
    {
        counter.LayOut(); // every cell of the house has its place in the counts
        demoYear.Invent();
        if (folder.IsStandIn)
        {
            house.WriteNothing();
            tallies.WriteNothing();
            staff.WriteNothing();
        }

        if (start.KeepsGoing)
        {
            ProgramFiles.MissingFonts.ToList().ForEach(font => start.Note($"{font} is missing: install the program anew."));
        }

        foreach (var notice in files.Notices)
        {
            logger.LogWarning("{Notice}", notice);
        }
    }
}
