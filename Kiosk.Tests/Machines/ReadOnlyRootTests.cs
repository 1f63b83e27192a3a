using System.Runtime.Versioning;
using Kiosk.App.Provisioning;
using Kiosk.Tests.Processes;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Machines;

/// <summary>
/// <c>setup --read-only-root</c> on a machine with a kernel and disks of its own: the system is read only from its first step on, what is
/// kept is kept, and a power cut in the middle of an update leaves the version before or the new one, whole.
/// </summary>
[TestFixture(BootedMachine.Bookworm)]
[TestFixture(BootedMachine.Trixie)]
[Category("Process"), Category("Machine"), Platform("Linux"), SupportedOSPlatform("linux"), NonParallelizable]
internal sealed class ReadOnlyRootTests(string suite)
{
    private const string Cell = "topic/housing";
    private const string Newer = "/root/newer.deb";
    private const string OfTheNewer = "# A line of the newer version.";
    private const string InForce = "readlink /opt/kiosk/current";
    private const string RootOf = "findmnt --noheadings --output SOURCE / | tail -n 1";
    private const string Answers = "curl --silent --fail --output /dev/null http://127.0.0.1:5080/health";

    /// <summary>
    /// Emulated, everything takes longer, and there is no display. A partition that is not found in a minute and a half would be gone
    /// without, as on a machine: here the emulator may be waiting for a processor.
    /// </summary>
    private static readonly (string Unit, string Text)[] Overrides =
    [
        ("../system.conf", "[Manager]\nDefaultDeviceTimeoutSec=900\nDefaultTimeoutStartSec=900\n"),
        ("kiosk.service", "[Service]\nWatchdogSec=0\nTimeoutStartSec=900\n"),
        ("kiosk-screen.service", "[Service]\nExecStartPre=\nExecStart=\nExecStart=/usr/bin/sleep infinity\n"),
    ];

    private VirtualDisks? _disks;

    [OneTimeSetUp]
    public async Task MakeDisks()
    {
        Assume.That(BootedMachine.IsPossible, "Only root can boot a machine of its own.");
        Assume.That(
            System.Runtime.InteropServices.RuntimeInformation.OSArchitecture,
            Is.EqualTo(System.Runtime.InteropServices.Architecture.X64),
            "Its kernel is a PC's."
        );
        await using var machine = await BootedMachine.BootAsync(suite);
        foreach (var (unit, text) in Overrides)
        {
            machine.Write($"/etc/systemd/system/{unit}.d/test.conf", text);
        }

        machine.Run("apt-get", "update", "--quiet=2");
        machine.Run("apt-get", "install", "--yes", "--quiet=2", "--no-install-recommends", machine.Bring(BuiltPackage.Path, "/root"));
        machine.Run("kiosk", "setup", "--Kiosk:Clock=believe", "--Kiosk:ScreenOff=never");
        machine.Run("sh", "-c", MakeNewer(machine.Bring(BuiltPackage.Path, "/root")));
        _disks = VirtualDisks.Of(machine);
    }

    [OneTimeTearDown]
    public void RemoveDisks() => _disks?.Dispose();

    /// <summary>One after the other on one machine: each step takes the minutes of a start.</summary>
    [Test]
    public async Task What_is_kept_is_kept_all_else_is_gone_with_the_power_and_a_cut_in_an_update_leaves_a_whole_kiosk()
    {
        await SwitchOn();
        await Change();
        var before = await WhatIsKept();
        foreach (var seconds in (int[])[5, 30, 90])
        {
            await CutInAnUpdate(seconds);
            await AWholeKiosk();
        }

        await Update(before);
        await WhatTheNewerOneBrings(before);
        await SwitchOffAndRemove();
    }

    private async Task SwitchOn()
    {
        await using var machine = await VirtualMachine.BootAsync(_disks!);
        await machine.Until(Answers);
        Assert.That(await machine.Run("kiosk setup --read-only-root"), Does.Contain("Restart the machine"));
        await machine.PowerOff();
        _disks!.ReadFirstStep();
    }

    private async Task Change()
    {
        await using var machine = await VirtualMachine.BootAsync(_disks!);
        await Runs(machine);
        Assert.That(await machine.Run(RootOf), Is.EqualTo("overlayroot"));
        Assert.That(
            (await machine.Try("kiosk doctor")).Said,
            Does.Match("well +The system is only read").And.Match("well +What is kept lies on its own partition")
        );
        await machine.Run("echo here | tee /etc/new-file >/var/log/new-file");
        await machine.Run($"curl --silent --fail --data cell={Cell} http://127.0.0.1:5080/tap");
        await machine.Run("sync");
        await machine.Cut();
    }

    /// <summary>It answers, and what is kept lies where it is kept: else it answers as it was before the system was only read.</summary>
    private static async Task Runs(VirtualMachine machine)
    {
        await machine.Until(Answers);
        var mounts = await machine.Run("findmnt --noheadings --output TARGET /dev/vdb");
        Assert.That(
            mounts.Split('\n').Select(mount => mount.Trim()),
            Is.EquivalentTo(ReadOnlyRoot.Folders.Keys.Append(ReadOnlyRoot.Kept)),
            (await machine.Try("journalctl --no-pager --boot | grep --ignore-case --extended-regexp 'mount|vdb|timed out'")).Said
        );
    }

    /// <returns>The version in force.</returns>
    private async Task<string> WhatIsKept()
    {
        await using var machine = await VirtualMachine.BootAsync(_disks!);
        await Runs(machine);
        Assert.That((await machine.Try("cat /etc/new-file /var/log/new-file")).Said, Does.Not.Contain("here\n"));
        Assert.That(await Taps(machine), Is.EqualTo(1));
        return await machine.Run(InForce);
    }

    private async Task CutInAnUpdate(int seconds)
    {
        await using var machine = await VirtualMachine.BootAsync(_disks!);
        await Runs(machine);
        await machine.Run($"systemd-run --quiet dpkg --install {Newer}");
        await Task.Delay(TimeSpan.FromSeconds(seconds)); // at a moment that nobody chose
        await machine.Cut();
    }

    /// <summary>
    /// It answers, with the program that was there before or the newer one, and the doctor finds nothing that was cut in two.
    /// </summary>
    private async Task AWholeKiosk()
    {
        await using var machine = await VirtualMachine.BootAsync(_disks!);
        await Runs(machine);
        await machine.Until("systemctl is-active --quiet multi-user.target"); // kiosk-again has ended
        Assert.That(await Taps(machine), Is.EqualTo(1));
        Assert.That(
            (await machine.Try("kiosk doctor")).Said,
            Does.Match("well +Files of the set-up").And.Match("well +The program in force")
        );
        await machine.PowerOff();
    }

    private async Task Update(string before)
    {
        await using var machine = await VirtualMachine.BootAsync(_disks!);
        await Runs(machine);
        await machine.Run($"dpkg --install {Newer}");
        Assert.That(await machine.Run(InForce), Is.Not.EqualTo(before));
        await machine.PowerOff();
    }

    private async Task WhatTheNewerOneBrings(string before)
    {
        await using var machine = await VirtualMachine.BootAsync(_disks!);
        await Runs(machine);
        Assert.That(await machine.Run(InForce), Is.Not.EqualTo(before));
        await machine.Until($"grep --quiet '{OfTheNewer}' /etc/systemd/system/kiosk.service");
        Assert.That(
            await machine.Run($"grep --count '{OfTheNewer}' /media/root-ro/etc/systemd/system/kiosk.service || true"),
            Is.EqualTo("0")
        );
        var (exit, said) = await machine.Try("kiosk setup --remove");
        Assert.That(exit, Is.EqualTo(1));
        Assert.That(said, Does.Contain("A restart would undo it"));
        Assert.That(await machine.Run("kiosk setup --writable-root"), Does.Contain("Restart the machine"));
        await machine.PowerOff();
    }

    private async Task SwitchOffAndRemove()
    {
        await using var machine = await VirtualMachine.BootAsync(_disks!);
        await machine.Until(Answers);
        Assert.That(await machine.Run(RootOf), Is.EqualTo("/dev/vda"));
        Assert.That(await Taps(machine), Is.EqualTo(1));
        Assert.That(await machine.Run("kiosk setup --remove"), Does.Contain("This machine is no kiosk any more"));
        Assert.That(
            await machine.Run("ls --directory /opt/kiosk /kiosk-data/* 2>/dev/null || true"),
            Is.EqualTo("/kiosk-data/backups\n/kiosk-data/data\n/kiosk-data/lost+found\n/kiosk-data/settings")
        );
        Assert.That(await Taps(machine), Is.EqualTo(1));
        await machine.PowerOff();
    }

    /// <summary>The same program with one more file, and one more line in its unit, as a package of a later version.</summary>
    private static string MakeNewer(string package) =>
        $"""
            set -e
            dpkg-deb --raw-extract {package} /root/newer
            sed --in-place 's/^Version: .*/&.newer/' /root/newer/DEBIAN/control
            echo newer >/root/newer/usr/lib/kiosk/assets/newer.txt
            echo '{OfTheNewer}' >>/root/newer/usr/lib/kiosk/assets/machine/etc/systemd/system/kiosk.service
            dpkg-deb -Zgzip -z5 --build /root/newer {Newer}
            rm --recursive /root/newer {package}
            """;

    /// <summary>All taps in the machine's data folder, over all days: a test may run across midnight.</summary>
    private static async Task<long> Taps(VirtualMachine machine)
    {
        using var folders = new KioskFolders();
        Directory.CreateDirectory(folders.Data);
        await File.WriteAllBytesAsync(
            folders.Tally,
            Convert.FromBase64String(await machine.Run("base64 --wrap=0 /var/lib/kiosk/tally.db"))
        );
        return Ledger.Count(folders).GetValueOrDefault(Cell);
    }
}
