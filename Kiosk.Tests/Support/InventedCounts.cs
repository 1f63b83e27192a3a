using Kiosk.Core.Counts;
using Kiosk.Core.Houses;
using Kiosk.Core.Reports;
using Kiosk.Core.Storage;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Kiosk.Tests.Support;

/// <summary>
/// Nearly two invented years of a house's counts, up to the day the tests' clock stands at; a need rises in the last October.
/// </summary>
internal static class InventedCounts
{
    /// <summary>The newest week that is over.</summary>
    public const string Week = "2026-W46";

    /// <summary>The month in which a need rises.</summary>
    public const string Month = "2026-10";

    private static readonly LocalDate First = new(2025, 1, 1);
    private static readonly LocalDate Today = new(2026, 11, 20);

    /// <summary>Fills a kiosk that was never touched, and publishes what is closed.</summary>
    public static void FillWithInventedCounts(this KioskHost kiosk) =>
        Fill(kiosk.Services.GetRequiredService<TallyDatabase>(), kiosk.House);

    public static void Fill(TallyDatabase tallies, House house)
    {
        tallies.LayOut(TapCounter.CatalogueOf(house));
        tallies.Invent(new SimulatedYear(house, seed: 7) { RisesFrom = new LocalDate(2026, 10, 1) }.Days(First, Today));
        tallies.PublishDue(Today, new HouseFigures(house));
    }
}
