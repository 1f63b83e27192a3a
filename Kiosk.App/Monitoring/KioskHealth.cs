using Kiosk.App.Display;
using Kiosk.App.Hosting;
using Kiosk.App.Houses;
using Kiosk.App.Monitoring.Checks;
using Kiosk.App.Pairing;
using Kiosk.App.Printing;
using Kiosk.Core.Clocks;
using Kiosk.Core.Languages;
using Kiosk.Core.Printing;
using Kiosk.Core.Storage;
using NodaTime.Text;

namespace Kiosk.App.Monitoring;

/// <summary>What <c>/health</c> answers: what the checks found, in English, and the state of each part for programs.</summary>
public sealed class KioskHealth(
    HealthChecks checks,
    StaffPhrases phrases,
    HouseDatabase house,
    TallyDatabase tallies,
    DataFiles files,
    DataFolder folder,
    HouseClock clock,
    ClockTrust trust,
    SlipPrinting printing,
    NightlyCopies nightly,
    ScreenWatchdog screen,
    PairedDevices devices,
    StartupState start
)
{
    private static readonly LanguageTag English = LanguageTag.Parse("en");

    /// <summary>Reads from the databases before it says anything: an answer means that they answer too.</summary>
    public object Report()
    {
        _ = (house.LastChange, tallies.IsInvented);
        var found = checks.Run(new Localizer(phrases.Phrases, English, English));
        return new
        {
            status = HealthChecks.IsWell(found) ? "well" : "look",
            version = ProgramVersion.Text,
            checks = found.Select(finding => new
            {
                name = finding.Check.Name,
                severity = finding.Result.Severity.ToString().ToLowerInvariant(),
                what = finding.What.Text,
                how = finding.Check.TellsTimeOfDay ? null : finding.Result.How.Text,
                advice = finding.Result.Advice?.Text,
            }),
            start = StartReport(),
            storage = StorageReport(files.Notices, files.ForeignChanges),
            copies = CopiesReport(house.Copies),
            printer = new
            {
                state = printing.Word,
                advice = printing.State.Advice(),
                failures = FailuresReport(),
            },
            screen = new { state = screen.Word },
            tablets = new { paired = devices.All.Count },
            clock = ClockReport(trust.By),
        };
    }

    private object StartReport() =>
        new
        {
            state = start.Notices.Count == 0 ? "whole"
            : start.IsWithoutData ? "without-data"
            : "replaced",
            notices = start.Notices,
        };

    private object StorageReport(IReadOnlyList<string> notices, IReadOnlyList<string> changes) =>
        new
        {
            state = changes.Count > 0 ? "changed"
            : notices.Count == 0 ? "sound"
            : "replaced",
            notices = notices.Concat(changes),
            freeMegabytes = DiskSpaceCheck.MegabytesIn(folder.Root),
        };

    private object CopiesReport(CopiesKept copies) =>
        new
        {
            count = copies.Count,
            newest = copies.Newest is { } newest ? LocalDatePattern.Iso.Format(newest) : null,
            trouble = nightly.Trouble,
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
