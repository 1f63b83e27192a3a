using Kiosk.App.Clocks;
using Kiosk.App.Display;
using Kiosk.App.Hosting;
using Kiosk.App.Houses;
using Kiosk.App.Pairing;
using Kiosk.App.Printing;
using Kiosk.Core.Printing;
using Kiosk.Core.Storage;
using NodaTime.Text;

namespace Kiosk.App.Monitoring;

/// <summary>How the kiosk is.</summary>
public sealed class KioskHealth(
    HouseDatabase house,
    TallyDatabase tallies,
    StaffDatabase staff,
    DataFolder folder,
    HouseClock clock,
    ClockTrust trust,
    SlipPrinting printing,
    NightlyCopies nightly,
    ScreenWatchdog heartbeat,
    PairedDevices devices,
    StartupState start
)
{
    /// <summary>What staff have to know of the data: a damaged file that was replaced by its copy.</summary>
    public IReadOnlyList<string> Notices =>
        [.. new[] { house.OpeningNotice, tallies.OpeningNotice, staff.OpeningNotice }.OfType<OpeningNotice>().Select(n => n.ToString())];

    /// <summary>What somebody else did to the data since it was opened. It stays until the kiosk is started anew.</summary>
    public IReadOnlyList<string> ForeignChanges =>
        [
            .. new[]
            {
                (File: "house.db", Change: house.ForeignChange),
                (File: "tally.db", Change: tallies.ForeignChange),
                (File: "staff.db", Change: staff.ForeignChange),
            }
                .Where(seen => seen.Change is not null)
                .Select(seen => $"{seen.File} was {Word(seen.Change!.Value)} while the kiosk was running: restart the kiosk."),
        ];

    /// <summary>What the program had to do without when it started: a setting, a drawing, the data folder.</summary>
    public IReadOnlyList<string> Missing => start.Notices;

    /// <summary>The copies of what the house knows.</summary>
    public CopiesKept Copies => house.Copies;

    /// <summary>Why last night's copies are missing; null when they were made.</summary>
    public string? CopiesTrouble => nightly.Trouble;

    /// <summary>With less room than this somebody should look: fourteen copies of a large house, twice.</summary>
    public const long LittleRoomMegabytes = 500;

    /// <summary>What it means that no tablet is paired, and what to do.</summary>
    public const string NoTablet =
        "no tablet is paired: nobody changes the day or hears the bell. Hold the house's sign on the screen for five seconds; "
        + "'recover' on this machine gives the code to type there.";

    /// <summary>Room left on the disk of the data folder, millions of bytes.</summary>
    public long FreeMegabytes => new DriveInfo(folder.Root).AvailableFreeSpace / 1_000_000;

    private bool IsWell(IReadOnlyList<string> foreign) =>
        Notices.Count == 0
        && foreign.Count == 0
        && Missing.Count == 0
        && CopiesTrouble is null
        && trust.By is not null
        && printing.State.Advice() is null
        && heartbeat.State is not ScreenState.Silent;

    /// <summary>Reads from the databases before it says anything: an answer means that they answer too.</summary>
    public object Report()
    {
        _ = (house.LastChange, tallies.IsInvented);
        return Parts(ForeignChanges);
    }

    private object Parts(IReadOnlyList<string> foreign) =>
        new
        {
            status = IsWell(foreign) ? "well" : "look",
            version = ProgramVersion.Text,
            start = new
            {
                state = Missing.Count == 0 ? "whole"
                : start.IsWithoutData ? "without-data"
                : "replaced",
                notices = Missing,
            },
            storage = new
            {
                state = foreign.Count > 0 ? "changed"
                : Notices.Count == 0 ? "sound"
                : "replaced",
                notices = Notices.Concat(foreign),
                freeMegabytes = FreeMegabytes,
            },
            copies = new
            {
                count = Copies.Count,
                newest = Copies.Newest is { } newest ? LocalDatePattern.Iso.Format(newest) : null,
                trouble = CopiesTrouble,
            },
            printer = new
            {
                state = printing.Word,
                advice = printing.State.Advice(),
                failures = FailuresReport(),
            },
            screen = new { state = heartbeat.Word },
            tablets = new { paired = devices.All.Count, advice = devices.All.Count == 0 ? NoTablet : null },
            clock = ClockReport(trust.By),
        };

    private static string Word(ForeignChange change) =>
        change switch
        {
            ForeignChange.Removed => "removed",
            ForeignChange.Replaced => "replaced by another file",
            ForeignChange.Written => "changed by another program",
        };

    private object ClockReport(TimeSource? by) =>
        new
        {
            zone = clock.Presumed.Zone.Id,
            today = clock.Known is { } now ? LocalDatePattern.Iso.Format(now.Date) : null,
            known = by is not null,
            by = by?.ToString().ToLowerInvariant(),
        };

    /// <summary>Since the kiosk was started: how many slips could not be printed, and of the last one why and on which day.</summary>
    private object FailuresReport() =>
        printing.Failures is { } failures
            ? new
            {
                count = failures.Count,
                last = failures.Last.Word(),
                on = LocalDatePattern.Iso.Format(failures.On),
            }
            : new { count = 0 };
}
