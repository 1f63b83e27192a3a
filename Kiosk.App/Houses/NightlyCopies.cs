using Kiosk.App.Hosting;
using Kiosk.Core.Clocks;
using Kiosk.Core.Storage;
using NodaTime;

namespace Kiosk.App.Houses;

/// <summary>
/// Forgets what the house need not keep, and copies the house and the counts, every night at three, or as soon as the kiosk runs again and
/// knows the time.
/// </summary>
/// <remarks>At three nobody touches anything, and no summer-time night skips or repeats that hour here.</remarks>
public sealed class NightlyCopies(HouseDatabase house, TallyDatabase tallies, HouseClock clock, ILogger<NightlyCopies> logger)
    : PeriodicService(TimeSpan.FromMinutes(5), logger)
{
    private static readonly LocalTime Hour = new(3, 0);

    private LocalDate? _done;

    /// <summary>Why the last night's copies could not be made; null when they were.</summary>
    public string? Trouble { get; private set; }

    /// <summary>From three on, makes the day's copies when they were not made yet.</summary>
    public void CatchUp()
    {
        if (clock.Known is not { } now || now.TimeOfDay < Hour || now.Date == _done)
        {
            return;
        }

        try
        {
            Copy(now.LocalDateTime);
            (_done, Trouble) = (now.Date, null);
        }
        catch (StorageException problem)
        {
            logger.LogWarning("The nightly copies were not made; the kiosk tries again. {Problem}", problem.Message);
            Trouble = problem.Message;
        }
    }

    protected override bool BeginsAtOnce => true;

    protected override void RunOnce() => CatchUp();

    /// <summary>
    /// A house that was started today has its copy since then. What is not to be kept goes first, so that no copy holds it.
    /// </summary>
    private void Copy(LocalDateTime now)
    {
        house.Forget(now);
        var today = now.Date;
        if (house.Copies.Newest != today)
        {
            house.KeepCopy(today);
        }

        tallies.KeepCopy(today);
    }
}
