using Dapper;
using Kiosk.Core.Storage;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Processes;

/// <summary>What systemd hears of the program (sd_notify(3)).</summary>
[Category("Process"), Platform("Linux"), FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SignOfLifeTests : IDisposable
{
    private const string WatchdogMicroseconds = "4000000"; // a sign of life every two seconds

    private readonly KioskFolders _folders = new();
    private readonly ManagerSocket _manager;

    public SignOfLifeTests()
    {
        _manager = new ManagerSocket(Path.Combine(_folders.Root, "notify"));
        _folders.Environment["NOTIFY_SOCKET"] = _manager.Path;
        _folders.Environment["WATCHDOG_USEC"] = WatchdogMicroseconds;
    }

    public void Dispose()
    {
        _manager.Dispose();
        _folders.Dispose();
    }

    [Test]
    public async Task It_says_that_it_is_ready_alive_again_and_again_and_stopping()
    {
        await using var kiosk = await KioskProcess.StartAsync(_folders);
        Assert.That(await _manager.HearAsync(), Is.EqualTo("READY=1"));
        for (var time = 0; time < 3; time++)
        {
            Assert.That(await _manager.HearAsync(), Is.EqualTo("WATCHDOG=1"));
        }

        Assert.That(await kiosk.StopAsync(), Is.Zero);
        Assert.That(_manager.HeardSince(), Has.Exactly(1).EqualTo("STOPPING=1").And.All.AnyOf("WATCHDOG=1", "STOPPING=1"));
    }

    /// <summary>The counts are locked away from it: its own look at itself waits, as a visitor's tap would.</summary>
    [Test]
    public async Task A_program_whose_look_at_itself_fails_says_nothing_until_it_is_well_again()
    {
        await using var kiosk = await KioskProcess.StartAsync(_folders);
        await _manager.HearAsync("WATCHDOG=1");
        using (var other = SqliteFile.Open(_folders.Tally))
        {
            other.Execute("BEGIN EXCLUSIVE");
            await Task.Delay(TimeSpan.FromSeconds(2)); // a look that was on its way has ended
            _ = _manager.HeardSince();
            await Task.Delay(TimeSpan.FromSeconds(5));
            Assert.That(_manager.HeardSince(), Is.Empty);
            other.Execute("ROLLBACK");
        }

        await _manager.HearAsync("WATCHDOG=1");
        Assert.That(kiosk.Complained, Does.Contain("does not answer itself"));
    }

    [Test]
    public async Task A_socket_of_the_abstract_namespace_is_told_too()
    {
        using var manager = new ManagerSocket("@kiosk-test-" + Path.GetFileName(_folders.Root));
        _folders.Environment["NOTIFY_SOCKET"] = manager.Path;
        await using var kiosk = await KioskProcess.StartAsync(_folders);
        Assert.That(await manager.HearAsync(), Is.EqualTo("READY=1"));
    }

    [Test]
    public async Task Without_anybody_who_listens_nothing_is_different()
    {
        _folders.Environment["NOTIFY_SOCKET"] = Path.Combine(_folders.Root, "nobody");
        await using var kiosk = await KioskProcess.StartAsync(_folders);
        Assert.That(await kiosk.StopAsync(), Is.Zero);
        Assert.That(kiosk.Complained, Is.Empty);
    }
}
