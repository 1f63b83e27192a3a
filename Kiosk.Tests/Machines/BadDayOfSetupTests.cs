using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Machines;

/// <summary>
/// <c>setup</c> on a bare Debian that has no network, whose package manager is cut short in the middle, or whose disk is full: it ends in a
/// sentence that says what to do, and the machine is as before; once that is done, it ends well.
/// </summary>
/// <remarks>On Debian 12: Debian 13's package manager was seen to mend what was cut short by itself.</remarks>
[TestFixture(BootedMachine.Bookworm)]
[Category("Process"), Category("Machine"), Platform("Linux")]
internal sealed class BadDayOfSetupTests(string suite)
{
    private const string Program = "/root/program/usr/lib/kiosk/Kiosk.App";

    /// <summary>As deploy-kiosk.ps1 calls it where there is no package: it installs ICU itself.</summary>
    private const string WithoutIcu = "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1";

    /// <summary>Every file and link of the kiosk's, with its length; but for what this test gives its screen.</summary>
    private const string Traces = """
        find /etc /opt /usr/local /var/lib -not -type d -ipath '*kiosk*' -not -path '*/kiosk-screen.service.d/*' -printf '%p %s %l\n' | sort
        """;

    private const string CutShort = """
        until [ -n "$(ls /var/lib/dpkg/updates)" ] && dpkg-query --show --showformat '${db:Status-Status}\n' | grep --quiet unpacked
        do sleep 0.1
        done
        systemctl kill --signal=KILL set-up
        """;

    private BootedMachine _machine = null!;

    [OneTimeSetUp]
    public async Task SwitchOn()
    {
        Assume.That(BootedMachine.IsPossible, "Only root can boot a machine of its own.");
        _machine = await BootedMachine.BootAsync(suite);
        InstalledMachine.DrawWithoutDisplay(_machine);
        _machine.Run("dpkg-deb", "--extract", _machine.Bring(BuiltPackage.Path, "/root"), "/root/program");
        _machine.Run("apt-get", "update", "--quiet=2");
    }

    [OneTimeTearDown]
    public async Task SwitchOff()
    {
        if (_machine is not null)
        {
            await _machine.DisposeAsync();
        }
    }

    /// <summary>One after the other on one machine, until it is a kiosk.</summary>
    [Test]
    public async Task Whatever_is_in_the_way_is_said_and_once_it_is_gone_the_machine_is_a_kiosk()
    {
        _machine.Unplug();
        AssertRefused("see whether this machine reaches the internet");

        await _machine.PlugInAsync();
        await CutTheInstallationShort();
        AssertRefused("run 'sudo dpkg --configure -a'");

        _machine.Run("dpkg", "--configure", "-a");
        _machine.Run("mount", "-t", "tmpfs", "-o", "size=20m", "tmpfs", "/opt");
        AssertRefused("make room on the disk");

        _machine.Run("umount", "/opt");
        _machine.Run(Program, "setup", "--Kiosk:Clock=believe", "--Kiosk:ScreenOff=never");
        await _machine.Until("active", "systemctl", "is-active", "kiosk-screen");
        Assert.That(_machine.Try("kiosk", "doctor").Said, Does.Not.Contain("LOOK"));
    }

    private void AssertRefused(string advice)
    {
        var before = _machine.Run("sh", "-c", Traces);
        var (exit, said) = _machine.Try("env", WithoutIcu, Program, "setup");
        Assert.That(exit, Is.Not.Zero, said);
        Assert.That(said, Does.Contain(advice));
        Assert.That(_machine.Run("sh", "-c", Traces), Is.EqualTo(before));
    }

    /// <summary>As a pulled plug does it, once packages are being unpacked: dpkg has not yet gathered up what it noted of them.</summary>
    private async Task CutTheInstallationShort()
    {
        _machine.Run("systemd-run", "--unit=set-up", "--setenv", WithoutIcu, Program, "setup");
        _machine.Run("timeout", "600", "sh", "-c", CutShort);
        await _machine.Until("failed", "systemctl", "is-active", "set-up");
    }
}
