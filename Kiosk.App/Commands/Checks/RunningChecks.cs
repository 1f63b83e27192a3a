using System.Text.Json;
using Kiosk.App.Hosting;
using Kiosk.App.Provisioning;

namespace Kiosk.App.Commands.Checks;

/// <summary>Whether the kiosk runs, and what it says of itself.</summary>
internal static class RunningChecks
{
    private const string Wish = "/run/kiosk/screen";
    private const string DryRunFolder = "/run/kiosk-screen-dry-run";

    private static readonly (string Unit, string What)[] Units =
    [
        ("kiosk.service", "The kiosk"),
        ("kiosk-screen.service", "The screen"),
        ("kiosk-screen-wish.path", "Wishes for the screen"),
        ("kiosk-picture.socket", "The picture of the screen, for tablets"),
        ("kiosk-backup.timer", "The nightly backup"),
        ("avahi-daemon.service", "The name for tablets"),
    ];

    public static IEnumerable<Finding> Examine(KioskSettings settings)
    {
        foreach (var (unit, what) in Units)
        {
            var state = MachineCommands.Try("systemctl", "is-active", unit).Said.Trim();
            yield return IsAsleep(unit)
                ? new Finding(unit, $"{what}: off until the house opens")
                : Finding.Of(
                    unit,
                    $"{what}: {state}",
                    state == "active",
                    $"'sudo systemctl restart {unit}'; 'journalctl --unit {unit}' tells why it stopped."
                );
        }

        if (Environment.IsPrivilegedProcess)
        {
            yield return Compositor();
        }

        var said = HealthClient.Ask(settings.VisitorUrl);
        yield return Finding.Of(
            "answer",
            $"The kiosk answers at {settings.VisitorUrl}",
            said is not null,
            "it does not; 'sudo systemctl restart kiosk', and 'journalctl --unit kiosk' tells why."
        );
        foreach (var finding in said is null ? [] : Own(JsonDocument.Parse(said).RootElement))
        {
            yield return finding;
        }
    }

    /// <summary>
    /// Starts the screen's compositor as the screen's user, without a display and with nothing to show, which takes a moment. A running
    /// screen is not touched. Only root may do it.
    /// </summary>
    private static Finding Compositor()
    {
        MachineCommands.Try("install", "--directory", "--mode=700", "--owner=kiosk-screen", DryRunFolder);
        var (exit, said) = MachineCommands.Try(
            "runuser",
            "-u",
            "kiosk-screen",
            "--",
            "env",
            "-i",
            "PATH=/usr/bin:/bin",
            $"XDG_RUNTIME_DIR={DryRunFolder}",
            "WLR_BACKENDS=headless",
            "WLR_LIBINPUT_NO_DEVICES=1",
            "WLR_RENDERER=pixman",
            "timeout",
            "10",
            "cage",
            "--",
            "true"
        );
        MachineCommands.Try("rm", "--recursive", "--force", DryRunFolder);
        return Finding.Of(
            "compositor",
            "The screen's compositor (cage) starts",
            exit == 0,
            $"it does not; 'sudo kiosk setup' installs what it needs. It said: {string.Join(" / ", said.Trim().Split('\n').TakeLast(3))}"
        );
    }

    /// <summary>The kiosk itself wished the screen off.</summary>
    private static bool IsAsleep(string unit) => unit == "kiosk-screen.service" && ReadableFile.Text(Wish) == "off";

    /// <summary>Of <c>/health</c>: what the running kiosk's own checks found.</summary>
    public static IEnumerable<Finding> Own(JsonElement health) =>
        health
            .GetProperty("checks")
            .EnumerateArray()
            .Select(check => new Finding(
                Text(check, "name")!,
                Text(check, "how") is { } how ? $"{Text(check, "what")}: {how}" : Text(check, "what")!,
                Text(check, "advice"),
                IsNote: Text(check, "severity") == "note"
            ));

    private static string? Text(JsonElement check, string part) => check.GetProperty(part).GetString();
}
