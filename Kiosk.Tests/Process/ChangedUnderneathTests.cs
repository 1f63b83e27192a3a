using Dapper;
using Kiosk.Core.Storage;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Processes;

/// <summary>A running kiosk notices what somebody else does to its databases, and says so until it is started anew.</summary>
[Category("Process"), Platform("Linux"), FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ChangedUnderneathTests : IDisposable
{
    private readonly KioskFolders _folders = new();

    public enum Deed
    {
        Removed,
        AnotherPutInItsPlace,
        CopyRestoredInto,
        WrittenByAnother,
    }

    public void Dispose() => _folders.Dispose();

    [Test]
    public async Task What_was_done_is_told([Values("house.db", "tally.db", "secrets/staff.db")] string name, [Values] Deed deed)
    {
        await UsedFolder.OfLePont.CopyToAsync(_folders);
        var file = Path.Combine(_folders.Data, name);
        var copy = Path.Combine(_folders.Work, "copy.db");
        File.Copy(file, copy);
        await using var kiosk = await KioskProcess.StartAsync(_folders);
        (await kiosk.Tap("topic/housing")).Dispose();
        Write(file: copy);
        Assert.That(await kiosk.Health(), Does.Contain("\"sound\""));

        var word = Do(deed, file, copy);
        for (var time = 0; time < 2; time++)
        {
            Assert.That(
                await kiosk.Health(),
                Does.Contain("\"changed\"")
                    .And.Contain("\"status\":\"look\"")
                    .And.Contain($"{Path.GetFileName(name)} was {word} while the kiosk was running: restart the kiosk.")
            );
        }

        Assert.That(await kiosk.StopAsync(), Is.Zero);
        await using var again = await KioskProcess.StartAsync(_folders);
        Assert.That(await again.Health(), Does.Not.Contain("\"changed\""));
    }

    /// <summary>SQLite reads everything anew after an error of the disk, as it does when another wrote.</summary>
    [Test]
    public async Task A_full_disk_is_no_change_by_another()
    {
        PairedFolder.Prepare(_folders.Data);
        using var disk = SmallDisk.LaidOver(_folders);
        await using var kiosk = await KioskProcess.StartAsync(_folders);
        disk.Fill();
        for (var time = 0; time < 3; time++)
        {
            using var refused = await kiosk.Tap("topic/housing", "language/ar");
            Assert.That(refused.IsSuccessStatusCode, Is.False);
        }

        disk.Empty();
        (await kiosk.Tap("topic/housing")).Dispose();
        Assert.That(await kiosk.Health(), Does.Contain("\"sound\""));
    }

    /// <returns>What is told of it.</returns>
    private static string Do(Deed deed, string file, string copy)
    {
        switch (deed)
        {
            case Deed.Removed:
                File.Delete(file);
                return "removed";
            case Deed.AnotherPutInItsPlace:
                File.Move(copy, file, overwrite: true);
                return "replaced by another file";
            case Deed.CopyRestoredInto:
                using (var from = File.OpenRead(copy))
                using (var into = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
                {
                    from.CopyTo(into);
                    into.SetLength(from.Length);
                }

                return "changed by another program";
            default:
                Write(file);
                return "changed by another program";
        }
    }

    private static void Write(string file)
    {
        using var connection = SqliteFile.Open(file);
        connection.Execute("CREATE TABLE IF NOT EXISTS elsewhere (a)");
        connection.Execute("INSERT INTO elsewhere VALUES (1)");
    }
}
