using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Machines;

/// <summary>
/// A bare Debian on which the package was installed as a house installs it. Whoever changes something on it puts it back.
/// </summary>
internal sealed class InstalledMachine : IAsyncDisposable
{
    /// <summary>Where a slip goes: a file takes the bytes as a printer on USB does, and says nothing.</summary>
    public const string Paper = "/var/lib/kiosk/paper";

    /// <summary>The display in place of the glass, on which a pointer can be moved.</summary>
    public const string TestDisplay = ":7";

    /// <summary>
    /// A compositor that draws without a display. Debian 12's (wlroots 0.15) then runs, but stops painting after its first picture.
    /// </summary>
    private const string Headless = """
        [Service]
        Environment=WLR_BACKENDS=headless WLR_RENDERER=pixman WLR_LIBINPUT_NO_DEVICES=1
        """;

    /// <summary>A compositor in a window of a display, and what it draws can be seen.</summary>
    private const string OnDisplay = $"""
        [Service]
        Environment=WLR_BACKENDS=x11 DISPLAY={TestDisplay} WLR_RENDERER=pixman WLR_LIBINPUT_NO_DEVICES=1
        """;

    /// <summary>Half a minute is a long time for a test; where others run beside it, an answer may take seconds.</summary>
    private const string ShortWatch = """
        [Service]
        WatchdogSec=12
        """;

    private const string Override = "/etc/systemd/system/kiosk-screen.service.d/test.conf";

    private InstalledMachine(BootedMachine machine) => Machine = machine;

    public BootedMachine Machine { get; }

    /// <summary>What the package manager and the set-up said.</summary>
    public string SaidInstalling { get; private set; } = "";

    /// <summary>What <c>kiosk setup</c> said when it was asked for other settings.</summary>
    public string SaidSettingUp { get; private set; } = "";

    /// <summary>The first tablet that was paired with it; none until a test needs one.</summary>
    public StaffForms? Tablet { get; set; }

    /// <param name="suite"><see cref="BootedMachine.Bookworm"/> or <see cref="BootedMachine.Trixie"/>.</param>
    public static async Task<InstalledMachine> SwitchOnAsync(string suite)
    {
        Assume.That(BootedMachine.IsPossible, "Only root can boot a machine of its own.");
        var installed = new InstalledMachine(await BootedMachine.BootAsync(suite));
        try
        {
            installed.SaidInstalling = Install(installed.Machine);
            installed.SaidSettingUp = SetUp(installed.Machine);
            await installed.Machine.Until("active", "systemctl", "is-active", "kiosk-screen");
            LendDisplay(installed.Machine);
            return installed;
        }
        catch
        {
            await installed.DisposeAsync();
            throw;
        }
    }

    /// <summary>What a screen needs where there is no display; before the package is installed.</summary>
    public static void DrawWithoutDisplay(BootedMachine machine) => machine.Write(Override, Headless);

    public async ValueTask DisposeAsync()
    {
        Tablet?.Dispose();
        await Machine.DisposeAsync();
    }

    private static string Install(BootedMachine machine)
    {
        DrawWithoutDisplay(machine);
        machine.Write("/etc/systemd/system/kiosk.service.d/test.conf", ShortWatch);
        machine.Run("apt-get", "update", "--quiet=2");
        return machine.Run(
            "apt-get",
            "install",
            "--yes",
            "--quiet=2",
            "--no-install-recommends",
            machine.Bring(BuiltPackage.Path, "/root")
        );
    }

    /// <summary>In place of the glass, once the kiosk runs without it: so that nothing that comes with it can be missing unseen.</summary>
    private static void LendDisplay(BootedMachine machine)
    {
        machine.Run("apt-get", "install", "--yes", "--quiet=2", "--no-install-recommends", "xvfb", "xdotool");
        machine.Run("systemd-run", "--unit=test-display", "Xvfb", TestDisplay, "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-ac");
        machine.Write(Override, OnDisplay);
        machine.Run("systemctl", "daemon-reload");
        machine.Run("systemctl", "restart", "kiosk-screen");
    }

    private static string SetUp(BootedMachine machine) =>
        machine.Run(
            "kiosk",
            "setup",
            "--name",
            "reception",
            "--Kiosk:ScreenOff=never",
            "--Kiosk:Clock=believe",
            "--Kiosk:IdleSeconds=600", // on a busy machine a word on the screen is read for longer than a visitor stands there
            $"--Kiosk:Printer=escpos:{Paper}"
        );
}
