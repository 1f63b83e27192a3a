using System.Text.Json;
using Kiosk.App.Setup.Machine;
using Kiosk.App.Shared;

namespace Kiosk.App.Setup.Examining;

/// <summary>Whether the kiosk runs, and what it says of itself.</summary>
internal static class RunningChecks
{
    private static readonly (string Unit, string What)[] Units =
    [
        ("kiosk.service", "The kiosk"), ("kiosk-screen.service", "The screen"), ("kiosk-screen-wish.path", "Wishes for the screen"),
        ("kiosk-backup.timer", "The nightly backup"), ("avahi-daemon.service", "The name for tablets"),
    ];

    public static IEnumerable<Finding> Examine(KioskSettings settings)
    {
        foreach (var (unit, what) in Units)
        {
            var state = MachineCommands.Try("systemctl", "is-active", unit).Said.Trim();
            yield return Finding.Of(unit, $"{what}: {state}", state == "active", $"'sudo systemctl restart {unit}'; 'journalctl --unit {unit}' tells why it stopped.");
        }

        var said = KioskAnswer.Ask(settings.VisitorUrl);
        yield return Finding.Of("answer", $"The kiosk answers at {settings.VisitorUrl}", said is not null, "it does not; 'sudo systemctl restart kiosk', and 'journalctl --unit kiosk' tells why.");
        foreach (var finding in said is null ? [] : Own(JsonDocument.Parse(said).RootElement))
        {
            yield return finding;
        }
    }

    /// <summary>Of <c>/health</c>: what only the running kiosk knows.</summary>
    private static IEnumerable<Finding> Own(JsonElement health)
    {
        var notices = health.GetProperty("storage").GetProperty("notices").EnumerateArray().Select(notice => notice.GetString()).ToList();
        yield return Finding.Of("storage", "What the kiosk met when it started", notices.Count == 0, string.Join(" ", notices));
        yield return new Finding("copies", "Nightly copies", health.GetProperty("copies").GetProperty("trouble").GetString());
    }
}
