using Kiosk.App.Display;
using Kiosk.App.Hosting;
using Kiosk.App.Monitoring;
using Kiosk.App.Staff.Shell;
using Kiosk.Core.Clocks;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Kiosk.App.Staff.Health;

/// <summary>How the kiosk is, in words, with what to do.</summary>
public sealed partial class HealthPage(HealthChecks checks, HouseClock clock, ClockTrust trust, RemoteScreen screen) : StaffPage
{
    private const long MostMilliseconds = 7_258_118_400_000; // the year 2200

    public override string Place => "health";

    public IReadOnlyList<HealthFinding> Findings { get; private set; } = [];

    public bool IsWell => HealthChecks.IsWell(Findings);

    public static string Version => ProgramVersion.Text;

    /// <summary>Whether somebody with a watch is asked what time it is.</summary>
    public bool AsksForTime => trust.TakesConfirmation;

    /// <summary>What was confirmed can be no time of this kiosk.</summary>
    public bool IsTimeWrong { get; private set; }

    /// <summary>Date and time as they were typed.</summary>
    public (string? Date, string? Time) Typed { get; private set; }

    public void OnGet() => Findings = checks.Run(Words);

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
}
