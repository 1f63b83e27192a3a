using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Machines;

/// <summary>
/// Bare Debians on which the package was installed as a house installs it, one of each release a run. Whoever changes something on one puts it back.
/// </summary>
[SetUpFixture, NonParallelizable]
internal sealed class InstalledMachines
{
    /// <summary>Where a slip goes: a file takes the bytes as a printer on USB does, and says nothing.</summary>
    public const string Paper = "/var/lib/kiosk/paper";

    /// <summary>The display in place of the glass, on which a pointer can be moved.</summary>
    public const string TestDisplay = ":7";

    /// <summary>A compositor that draws without a display. Debian 12's (wlroots 0.15) then runs, but stops painting after its first picture.</summary>
    private const string Headless =
        """
        [Service]
        Environment=WLR_BACKENDS=headless WLR_RENDERER=pixman WLR_LIBINPUT_NO_DEVICES=1
        """;

    /// <summary>A compositor in a window of a display, and what it draws can be seen.</summary>
    private const string OnDisplay =
        $"""
        [Service]
        Environment=WLR_BACKENDS=x11 DISPLAY={TestDisplay} WLR_RENDERER=pixman WLR_LIBINPUT_NO_DEVICES=1
        """;

    /// <summary>Half a minute is a long time for a test.</summary>
    private const string ShortWatch =
        """
        [Service]
        WatchdogSec=4
        """;

    private const string Override = "/etc/systemd/system/kiosk-screen.service.d/test.conf";

    /// <summary>Also those on which the package could not be installed.</summary>
    private static readonly List<BootedMachine> Booted = [];

    private static readonly Dictionary<string, InstalledMachine> Installed = [];

    /// <param name="suite"><see cref="BootedMachine.Bookworm"/> or <see cref="BootedMachine.Trixie"/>.</param>
    public static async Task<InstalledMachine> Get(string suite)
    {
        Assume.That(BootedMachine.IsPossible, "Only root can boot a machine of its own.");
        if (!Installed.TryGetValue(suite, out var installed))
        {
            var machine = await BootedMachine.BootAsync(suite);
            Booted.Add(machine);
            Installed[suite] = installed = new InstalledMachine(machine, Install(machine), SetUp(machine));
            await machine.Until("active", "systemctl", "is-active", "kiosk-screen");
            LendDisplay(machine);
        }

        return installed;
    }

    /// <summary>What a screen needs where there is no display; before the package is installed.</summary>
    public static void DrawWithoutDisplay(BootedMachine machine) => machine.Write(Override, Headless);

    [OneTimeTearDown]
    public async Task SwitchOff()
    {
        foreach (var installed in Installed.Values)
        {
            installed.Tablet?.Dispose();
        }

        foreach (var machine in Booted)
        {
            await machine.DisposeAsync();
        }
    }

    private static string Install(BootedMachine machine)
    {
        DrawWithoutDisplay(machine);
        machine.Write("/etc/systemd/system/kiosk.service.d/test.conf", ShortWatch);
        machine.Run("apt-get", "update", "--quiet=2");
        return machine.Run("apt-get", "install", "--yes", "--quiet=2", "--no-install-recommends", machine.Bring(BuiltPackage.Path, "/root"));
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
        machine.Run("kiosk", "setup", "--name", "reception", "--Kiosk:ScreenOff=never", "--Kiosk:Clock=believe", $"--Kiosk:Printer=escpos:{Paper}");
}

/// <param name="SaidInstalling">What the package manager and the set-up said.</param>
/// <param name="SaidSettingUp">What <c>kiosk setup</c> said when it was asked for other settings.</param>
internal sealed record InstalledMachine(BootedMachine Machine, string SaidInstalling, string SaidSettingUp)
{
    /// <summary>The first tablet that was paired with it; none until a test needs one.</summary>
    public StaffForms? Tablet { get; set; }
}
