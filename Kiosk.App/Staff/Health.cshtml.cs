using System.Globalization;
using Kiosk.App.Shared;
using Kiosk.App.Shared.Certificates;
using Kiosk.Core.Languages;
using Kiosk.Core.Printing;
using NodaTime;
using NodaTime.Extensions;

namespace Kiosk.App.Staff;

/// <summary>How one part of the kiosk is.</summary>
/// <param name="How">In a sentence.</param>
/// <param name="Advice">What to do; null when all is well.</param>
public sealed record Finding(string Pictogram, Wording What, Wording How, Wording? Advice);

/// <summary>How the kiosk is, in words, with what to do.</summary>
public sealed class HealthPage(Health health, Heartbeat heartbeat, SlipPrinting printing, ServerCertificate certificate) : StaffPage
{
    private const long LittleRoomMegabytes = 500; // fourteen copies of a large house, twice
    private const int OldCopyDays = 2; // one night may have been missed: the kiosk was off

    public override string Place => "health";

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    public bool IsWell => Findings.All(finding => finding.Advice is null);

    public static string Version => Health.Version;

    public void OnGet() => Findings = [.. Start(), Printer(), Screen(), Clock(), Storage(), Room(), Copies(), Certificate()];

    private Finding Printer() => printing.Word is "browser"
        ? new Finding("print", Words.Say("health.printer"), Words.Say("health.printer-browser"), null)
        : new Finding(
            printing.State.CanPrint() ? "print" : "print-not", Words.Say("health.printer"),
            Words.Say("health.printer-" + printing.State.Word()),
            printing.State.Advice() is null ? null : Words.Say("health.printer-do-" + printing.State.Word()));

    /// <summary>Only where the kiosk had to do without something.</summary>
    private IEnumerable<Finding> Start() => health.Missing.Count == 0 ? [] :
    [
        new("repair", Words.Say("health.start"), Words.Say("health.start-without"), Words.Say("health.start-do", ("what", string.Join(" ", health.Missing)))),
    ];

    private Finding Screen() => new(
        "touch", Words.Say("health.screen"), Words.Say("health.screen-" + heartbeat.Word),
        heartbeat.State is ScreenState.Silent ? Words.Say("health.screen-do") : null);

    /// <summary>Whether it is right, only somebody with a watch can say.</summary>
    private Finding Clock() => new(
        "clock", Words.Say("health.clock"),
        Words.Say("health.clock-is", ("date", Words.LongDate(Now.Date)), ("time", Interpreter.Time(Now.TimeOfDay))), null);

    /// <summary>Notices name files and dates; what to do is the same for all.</summary>
    private Finding Storage() => health.Notices.Count == 0
        ? new Finding("papers", Words.Say("health.storage"), Words.Say("health.storage-sound"), null)
        : new Finding("papers", Words.Say("health.storage"), Words.Say("health.storage-replaced"), Words.Say("health.storage-do", ("files", string.Join(" ", health.Notices))));

    private Finding Room() => new(
        "room-hall", Words.Say("health.room"),
        Words.Say("health.room-free", ("gigabytes", (health.FreeMegabytes / 1000m).ToString("0.0", Words.Language.Culture))),
        health.FreeMegabytes < LittleRoomMegabytes ? Words.Say("health.room-do") : null);

    private Finding Copies() => new(
        "repeat", Words.Say("health.copies"),
        health.Copies.Newest is { } newest
            ? Words.Say("health.copies-kept", ("count", health.Copies.Count.ToString(CultureInfo.InvariantCulture)), ("date", Words.LongDate(newest)))
            : Words.Say("health.copies-none"),
        health.CopiesTrouble is not null || health.Copies.Newest is not { } last || Period.DaysBetween(last, Now.Date) > OldCopyDays ? Words.Say("health.copies-do") : null);

    /// <summary>The kiosk's own is renewed by itself; the authority lasts ten years, and then every tablet is told of the next.</summary>
    private Finding Certificate()
    {
        var (own, authority) = (DateOf(certificate.NotAfter), DateOf(certificate.Authority.NotAfter));
        return new Finding(
            "safe", Words.Say("health.certificate"),
            Words.Say("health.certificate-until", ("date", LongWithYear(own)), ("authority", LongWithYear(authority))),
            own <= Now.Date ? Words.Say("health.certificate-do") : null);
    }

    private LocalDate DateOf(DateTimeOffset moment) => moment.ToInstant().InZone(Now.Zone).Date;

    private string LongWithYear(LocalDate date) => $"{date.Day} {Words.Month(date)}";
}
