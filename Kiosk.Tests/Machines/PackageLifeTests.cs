using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Machines;

/// <summary>
/// The package in the course of its life on a bare Debian: installed, upgraded, downgraded, removed, and purged. The house stays
/// throughout.
/// </summary>
[TestFixture(BootedMachine.Bookworm)]
[TestFixture(BootedMachine.Trixie)]
[Category("Process"), Category("Machine"), Platform("Linux")]
internal sealed class PackageLifeTests(string suite)
{
    private const string Cell = "topic/housing";

    private BootedMachine _machine = null!;
    private string _before = "";

    [OneTimeSetUp]
    public async Task SwitchOn()
    {
        Assume.That(BootedMachine.IsPossible, "Only root can boot a machine of its own.");
        _machine = await BootedMachine.BootAsync(suite);
        InstalledMachine.DrawWithoutDisplay(_machine);
        using var folders = new KioskFolders();
        _before = _machine.Bring(BuiltPackage.OfCommitBefore(folders.Work), "/root");
    }

    [OneTimeTearDown]
    public async Task SwitchOff()
    {
        if (_machine is not null)
        {
            await _machine.DisposeAsync();
        }
    }

    /// <summary>One after the other on one machine, as a house lives through it.</summary>
    [Test]
    public async Task The_house_outlives_every_change_of_the_package_until_somebody_says_otherwise()
    {
        _machine.Run("apt-get", "update", "--quiet=2");
        Apt("install", _before);
        _machine.Run("kiosk", "setup", "--Kiosk:Clock=believe", "--Kiosk:ScreenOff=never"); // no network tells it the time
        await _machine.TapAsync(Cell);
        var first = InForce();

        Apt("install", _machine.Bring(BuiltPackage.Path, "/root"));
        await _machine.TapAsync(Cell);
        Assert.That(InForce(), Is.Not.EqualTo(first));
        Assert.That(_machine.Taps(Cell), Is.EqualTo(2));
        Assert.That(_machine.Try("kiosk", "doctor").Said, Does.Not.Contain("LOOK"));

        Apt("install", "--allow-downgrades", _before);
        await _machine.TapAsync(Cell);
        Assert.That(InForce(), Is.EqualTo(first));
        Assert.That(_machine.Taps(Cell), Is.EqualTo(3));

        Assert.That(Apt("remove", "kiosk"), Does.Contain("/var/lib/kiosk"));
        Assert.That(
            _machine.Run(
                "find",
                "/etc/systemd",
                "/etc/chromium",
                "/usr/local",
                "/opt",
                "-iname",
                "*kiosk*",
                "-not",
                "-path",
                "*/kiosk-screen.service.d*"
            ),
            Is.Empty
        );
        Assert.That(_machine.Try("systemctl", "is-active", "kiosk", "kiosk-screen").Said, Does.Not.Match("(?m)^active"));
        Assert.That(_machine.Taps(Cell), Is.EqualTo(3));

        Apt("install", _machine.Bring(BuiltPackage.Path, "/root"));
        await _machine.TapAsync(Cell);
        Assert.That(_machine.Taps(Cell), Is.EqualTo(4));

        Apt("purge", "kiosk"); // nobody is there to answer: nothing of the house is lost
        Assert.That(_machine.Taps(Cell), Is.EqualTo(4));

        Apt("install", _machine.Bring(BuiltPackage.Path, "/root"));
        _machine.Run("sh", "-c", "echo 'kiosk kiosk/delete-data boolean true' | debconf-set-selections");
        Apt("purge", "kiosk");
        Assert.That(_machine.Try("ls", "/var/lib/kiosk", "/etc/kiosk", "/var/backups/kiosk").Exit, Is.Not.Zero);
    }

    private string Apt(string what, params string[] arguments) =>
        _machine.Run(["apt-get", what, "--yes", "--quiet=2", "--no-install-recommends", .. arguments]);

    private string InForce() => _machine.Run("readlink", "/opt/kiosk/current");
}
