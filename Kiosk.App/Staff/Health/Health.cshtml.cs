using Kiosk.App.Certificates;
using Kiosk.App.Clocks;
using Kiosk.App.Display;
using Kiosk.App.Hosting;
using Kiosk.App.Monitoring;
using Kiosk.App.Printing;
using Kiosk.App.Staff.Shell;
using Kiosk.Core.Languages;
using Kiosk.Core.Printing;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Extensions;

namespace Kiosk.App.Staff.Health;

/// <summary>How one part of the kiosk is.</summary>
/// <param name="How">In a sentence.</param>
/// <param name="Advice">What to do; null when all is well.</param>
public sealed record Finding(string Pictogram, Wording What, Wording How, Wording? Advice);

/// <summary>How the kiosk is, in words, with what to do.</summary>
public sealed partial class HealthPage(
    KioskHealth health,
    ScreenWatchdog heartbeat,
    SlipPrinting printing,
    ServerCertificate certificate,
    HouseClock clock,
    ClockTrust trust,
    TabletScreen screen
) : StaffPage
{
    private const long MostMilliseconds = 7_258_118_400_000; // the year 2200
    private const int OldCopyDays = 2; // one night may have been missed: the kiosk was off

    public override string Place => "health";

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    public bool IsWell => Findings.All(finding => finding.Advice is null);

    public static string Version => ProgramVersion.Text;

    /// <summary>Whether somebody with a watch is asked what time it is.</summary>
    public bool AsksForTime => trust.TakesConfirmation;

    /// <summary>What was confirmed can be no time of this kiosk.</summary>
    public bool IsTimeWrong { get; private set; }

    /// <summary>Date and time as they were typed.</summary>
    public (string? Date, string? Time) Typed { get; private set; }

    public void OnGet() => Findings = [.. Start(), Clock(), Printer(), Screen(), Storage(), Room(), Copies(), Certificate()];

    /// <summary>Somebody says what time it is.</summary>
    /// <param name="at">By the tablet's clock, milliseconds since 1970; left out where no script runs, or another time is written.</param>
    public IActionResult OnPostClock(long? at, string? date, string? time)
    {
        if ((Moment(at) ?? Written(date, time)) is { } said && trust.TryConfirm(said))
        {
            return Redirect("/health");
        }

        IsTimeWrong = true;
        Typed = (date, time);
        OnGet();
        return Page();
    }

    private static Instant? Moment(long? at) => at is > 0 and < MostMilliseconds ? Instant.FromUnixTimeMilliseconds(at.Value) : null;

    private Instant? Written(string? date, string? time) =>
        ReadDate(date) is { } day && ReadTime(time) is { } hour ? clock.At(day + hour) : null;

    private Finding Printer() =>
        printing.Word is "browser"
            ? new Finding("print", Words.Translate("health.printer"), Words.Translate("health.printer-browser"), null)
            : new Finding(
                printing.State.CanPrint() ? "print" : "print-not",
                Words.Translate("health.printer"),
                Words.Translate("health.printer-" + printing.State.Word()),
                printing.State.Advice() is null ? null : Words.Translate("health.printer-do-" + printing.State.Word())
            );

    /// <summary>Only where the kiosk had to do without something.</summary>
    private IEnumerable<Finding> Start() =>
        health.Missing.Count == 0
            ? []
            :
            [
                new(
                    "repair",
                    Words.Translate("health.start"),
                    Words.Translate("health.start-without"),
                    Words.Translate("health.start-do", ("what", string.Join(" ", health.Missing)))
                ),
            ];

    private Finding Screen() =>
        new(
            "touch",
            Words.Translate("health.screen"),
            Words.Translate("health.screen-" + heartbeat.Word),
            heartbeat.State is ScreenState.Silent ? Words.Translate("health.screen-do") : null
        );

    /// <summary>What time it is for the kiosk, and who vouches for it.</summary>
    private Finding Clock() =>
        trust.By is not { } by
            ? new Finding(
                "clock",
                Words.Translate("health.clock"),
                Words.Translate("health.clock-unknown"),
                Words.Translate("health.clock-do")
            )
            : new Finding(
                "clock",
                Words.Translate("health.clock"),
                Words.Translate(
                    "health.clock-" + by.ToString().ToLowerInvariant(),
                    ("date", Words.LongDate(Now.Date)),
                    ("time", Localizer.Time(Now.TimeOfDay))
                ),
                null
            );

    /// <summary>What is said of it names files and dates; what to do is the same for all.</summary>
    private Finding Storage() =>
        health.ForeignChanges is { Count: > 0 } changes ? Storage("changed", "health.storage-restart", changes)
        : health.Notices.Count > 0 ? Storage("replaced", "health.storage-do", health.Notices)
        : new Finding("papers", Words.Translate("health.storage"), Words.Translate("health.storage-sound"), null);

    private Finding Storage(string state, string advice, IReadOnlyList<string> files) =>
        new(
            "papers",
            Words.Translate("health.storage"),
            Words.Translate("health.storage-" + state),
            Words.Translate(advice, ("files", string.Join(" ", files)))
        );

    private Finding Room() =>
        new(
            "room-hall",
            Words.Translate("health.room"),
            Words.Translate("health.room-free", ("gigabytes", (health.FreeMegabytes / 1000m).ToString("0.0", Words.Language.Culture))),
            health.FreeMegabytes < KioskHealth.LittleRoomMegabytes ? Words.Translate("health.room-do") : null
        );

    private Finding Copies() =>
        new(
            "repeat",
            Words.Translate("health.copies"),
            health.Copies.Newest is { } newest
                ? Words.Translate("health.copies-kept", health.Copies.Count, ("date", Words.LongDate(newest)))
                : Words.Translate("health.copies-none"),
            health.CopiesTrouble is not null
            || (KnowsTime && !(health.Copies.Newest is { } last && Period.DaysBetween(last, Now.Date) <= OldCopyDays))
                ? Words.Translate("health.copies-do")
                : null
        );

    /// <summary>The kiosk's own is renewed by itself; the authority lasts ten years, and then every tablet is told of the next.</summary>
    private Finding Certificate()
    {
        var (own, authority) = (DateOf(certificate.NotAfter), DateOf(certificate.Authority.NotAfter));
        return new Finding(
            "safe",
            Words.Translate("health.certificate"),
            Words.Translate("health.certificate-until", ("date", Words.DateWithYear(own)), ("authority", Words.DateWithYear(authority))),
            KnowsTime && own <= Now.Date ? Words.Translate("health.certificate-do") : null
        );
    }

    private LocalDate DateOf(DateTimeOffset moment) => moment.ToInstant().InZone(Now.Zone).Date;
}
