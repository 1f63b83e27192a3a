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

    /// <summary>To each of them, one after the other: what is said of one does not hide the next.</summary>
    [Test]
    public async Task What_was_done_is_told([Values] Deed deed)
    {
        string[] databases = ["house.db", "tally.db", "secrets/staff.db"];
        await UsedFolder.OfLePont.CopyToAsync(_folders);
        foreach (var name in databases)
        {
            File.Copy(Path.Combine(_folders.Data, name), CopyOf(name));
        }

        await using var kiosk = await KioskProcess.StartAsync(_folders);
        (await kiosk.Tap("topic/housing")).Dispose();
        foreach (var name in databases)
        {
            Write(file: CopyOf(name));
            Assert.That(await kiosk.Health(), Does.Not.Contain($"{Path.GetFileName(name)} was "));
            var word = Do(deed, Path.Combine(_folders.Data, name), CopyOf(name));
            for (var time = 0; time < 2; time++)
            {
                Assert.That(
                    await kiosk.Health(),
                    Does.Contain("\"changed\"")
                        .And.Contain("\"status\":\"look\"")
                        .And.Contain($"{Path.GetFileName(name)} was {word} while the kiosk was running: restart the kiosk.")
                );
            }
        }

        Assert.That(await kiosk.StopAsync(), Is.Zero);
        await using var again = await KioskProcess.StartAsync(_folders);
        Assert.That(await again.Health(), Does.Not.Contain("\"changed\""));
    }

    private string CopyOf(string name) => Path.Combine(_folders.Work, Path.GetFileName(name));

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
