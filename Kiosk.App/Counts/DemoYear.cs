using Kiosk.App.Hosting;
using Kiosk.Core.Clocks;
using Kiosk.Core.Editing;
using Kiosk.Core.Reports;
using Kiosk.Core.Storage;

namespace Kiosk.App.Counts;

/// <summary>With <c>Kiosk:DemoYear</c>: two years of invented counts, once, in a data folder that has none.</summary>
internal sealed class DemoYear(TallyDatabase tallies, CurrentHouse house, HouseClock clock, KioskSettings settings, StartupState start)
{
    /// <exception cref="StartupException">The folder has counts of its own, and the kiosk refuses what it cannot use.</exception>
    public void Invent()
    {
        if (!settings.DemoYear || tallies.IsInvented)
        {
            return;
        }

        var yesterday = clock.Presumed.Date.PlusDays(-1);
        var year = new SimulatedYear(house.Current, seed: 1) { RisesFrom = yesterday.PlusMonths(-3) };
        try
        {
            tallies.Invent(year.Days(yesterday.PlusMonths(-25), yesterday));
        }
        catch (InvalidOperationException problem) when (start.KeepsGoing)
        {
            start.Note($"Kiosk:DemoYear was left out: {problem.Message}");
        }
        catch (InvalidOperationException)
        {
            throw new StartupException(
                "Kiosk:DemoYear is for an empty data folder, and this one has counts of its own: leave the setting out, or name "
                    + "another folder with --Kiosk:Data=demo."
            );
        }
    }
}
