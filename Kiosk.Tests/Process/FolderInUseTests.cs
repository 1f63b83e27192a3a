using System.Net;
using Kiosk.Core.Storage;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Processes;

/// <summary>One process at a time writes into a data folder; who comes second is told who has it, and changes nothing.</summary>
[Category("Process"), Platform("Linux"), FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class FolderInUseTests : IDisposable
{
    private const string Nobody = "65534"; // nobody and nogroup, on Debian

    private readonly KioskFolders _folders = new();

    public void Dispose() => _folders.Dispose();

    [Test]
    public async Task A_second_kiosk_at_other_addresses_is_told_who_has_the_folder_and_the_first_goes_on()
    {
        await using var first = await KioskProcess.StartAsync(_folders);
        (await first.Tap("topic/housing")).Dispose();
        var before = _folders.DataFiles();
        await using (var second = KioskProcess.Begin(_folders))
        {
            Assert.That(await second.ExitAsync(), Is.EqualTo(1), () => second.Said);
            Assert.That(
                second.Complained,
                Is.EqualTo(
                    $"The data folder {_folders.Data} is in use by another kiosk (process {first.Id}). Nothing was changed: stop that one "
                        + "first (Ctrl+C, or sudo systemctl stop kiosk), or name another folder with --Kiosk:Data=FOLDER."
                )
            );
        }

        Assert.That(_folders.DataFiles(), Is.EqualTo(before));
        await Counts(first);
        Assert.That(await first.Health(), Does.Contain("\"sound\""));
    }

    [Test]
    public async Task A_killed_kiosk_leaves_its_folder_to_the_next()
    {
        await using (var first = await KioskProcess.StartAsync(_folders))
        {
            first.Kill();
            await first.ExitAsync();
        }

        await using var next = await KioskProcess.StartAsync(_folders);
        await Counts(next);
    }

    /// <summary>As an appliance it comes up all the same, with the house as it is, and takes the folder when the other lets go.</summary>
    [Test]
    public async Task An_appliance_shows_the_house_meanwhile_says_who_has_the_folder_and_heals_by_itself()
    {
        await UsedFolder.OfLePont.CopyToAsync(_folders);
        using var held = DataLock.Take(_folders.Data, "import", "wait.");
        await using var kiosk = await KioskProcess.StartAppliance(_folders);
        Assert.That(await kiosk.Health(), Does.Contain($"in use by 'import' (process {Environment.ProcessId})"));
        using (var refused = await kiosk.Tap("topic/housing"))
        {
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        }

        held.Dispose();
        Assert.That(
            async () =>
            {
                using var answer = await Tried(kiosk);
                return answer?.StatusCode;
            },
            Is.EqualTo(HttpStatusCode.NoContent).After(2).Minutes.PollEvery(500).MilliSeconds
        );
    }

    /// <summary>It asks nobody's address: the kiosk may listen at another.</summary>
    [Test]
    public async Task Nothing_is_restored_beside_a_running_kiosk()
    {
        await using var kiosk = await KioskProcess.StartAsync(_folders);
        var backup = Path.Combine(_folders.Work, "backup.zip");
        Assert.That(await Run("backup", backup), Is.EqualTo((0, "")));
        var before = _folders.DataFiles();
        var (exit, complaint) = await Run("restore", backup, "--yes");
        Assert.That(exit, Is.EqualTo(1));
        Assert.That(complaint, Does.Contain($"in use by another kiosk (process {kiosk.Id}). Nothing was changed: stop it first"));
        Assert.That(_folders.DataFiles(), Is.EqualTo(before));
        await Counts(kiosk);
    }

    [Test]
    public async Task An_import_beside_a_running_kiosk_is_shown_and_not_made()
    {
        await using var kiosk = await KioskProcess.StartAsync(_folders);
        var file = _folders.Write("organizations.csv", "id,name\no1,Ancre\n");
        var before = _folders.DataFiles();
        var (exit, complaint) = await Run("import", "--hsds", file, "--yes");
        Assert.That(exit, Is.EqualTo(1));
        Assert.That(complaint, Does.Contain($"(process {kiosk.Id})").And.Contain("bring the file in on a tablet"));
        Assert.That((await Run("import", "--hsds", file)).Exit, Is.Zero, "It only shows what would change.");
        Assert.That(_folders.DataFiles(), Is.EqualTo(before));
    }

    [Test]
    public async Task What_only_reads_is_no_trouble_beside_a_running_kiosk_and_changes_nothing_under_it()
    {
        string[] report = ["report", "--from", "2025-01-01", "--to", "2025-12-31"];
        await using (var before = await KioskProcess.StartAsync(_folders, "--Kiosk:DemoYear=True"))
        {
            Assert.That(await before.StopAsync(), Is.Zero);
        }

        Assert.That(await Run(report), Is.EqualTo((0, "")), "It is published, because no kiosk runs that would.");
        await using var kiosk = await KioskProcess.StartAsync(_folders);
        var files = _folders.DataFiles();
        Assert.That((await Run("export", "--hsds", Path.Combine(_folders.Work, "out"))).Exit, Is.Zero);
        Assert.That(await Run(report), Is.EqualTo((0, "")));
        Assert.That((await Run("backup", Path.Combine(_folders.Work, "backup.zip"))).Exit, Is.Zero);
        Assert.That(_folders.DataFiles(), Is.EqualTo(files));
        Assert.That(await kiosk.Health(), Does.Contain("\"sound\""));
    }

    /// <summary>The folder belongs to the kiosk's own user; root starts a kiosk on it, and is killed.</summary>
    [Test]
    public async Task The_lock_holds_between_users_and_none_leaves_it_to_himself()
    {
        Assume.That(Environment.IsPrivilegedProcess, "Only root can be somebody else.");
        PairedFolder.Prepare(_folders.Data);
        Tool.Run("chown", "--recursive", $"{Nobody}:{Nobody}", _folders.Root);
        IReadOnlyList<string> asRoot = _folders.Command;
        IReadOnlyList<string> asNobody = ["setpriv", $"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups", .. asRoot];

        _folders.Command = asRoot;
        await using (var root = await Started())
        {
            await Refused(asNobody, by: root);
            root.Kill();
            await root.ExitAsync();
        }

        Tool.Run("chown", "--recursive", $"{Nobody}:{Nobody}", Path.Combine(_folders.Data, "secrets")); // what root made is root's
        foreach (var file in Directory.EnumerateFiles(_folders.Data, "*.db*", SearchOption.AllDirectories))
        {
            Tool.Run("chown", $"{Nobody}:{Nobody}", file);
        }

        _folders.Command = asNobody;
        await using var kiosk = await Started();
        await Refused(asRoot, by: kiosk);
        await Counts(kiosk);
    }

    /// <summary>A partition of its own for the data, as where the system is only read.</summary>
    [Test]
    public async Task The_lock_lies_with_the_data_on_a_disk_of_its_own()
    {
        using var disk = SmallDisk.LaidOver(_folders);
        await using var kiosk = await KioskProcess.StartAsync(_folders);
        await using var second = KioskProcess.Begin(_folders);
        Assert.That(await second.ExitAsync(), Is.EqualTo(1));
        Assert.That(second.Complained, Does.Contain($"(process {kiosk.Id})"));
    }

    private async Task<KioskProcess> Started()
    {
        var kiosk = KioskProcess.Begin(_folders);
        Assert.That(await kiosk.ReadyAsync(), () => kiosk.Said + kiosk.Complained);
        return kiosk;
    }

    private async Task Refused(IReadOnlyList<string> command, KioskProcess by)
    {
        var before = _folders.Command;
        _folders.Command = command;
        await using var second = KioskProcess.Begin(_folders);
        Assert.That(await second.ExitAsync(), Is.EqualTo(1), () => second.Said);
        Assert.That(second.Complained, Does.Contain($"in use by another kiosk (process {by.Id})"));
        _folders.Command = before;
    }

    private static async Task Counts(KioskProcess kiosk)
    {
        using var answer = await kiosk.Tap("topic/housing");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
    }

    /// <returns>Null while it starts anew.</returns>
    private static async Task<HttpResponseMessage?> Tried(KioskProcess kiosk)
    {
        try
        {
            return await kiosk.Tap("topic/housing");
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private async Task<(int Exit, string Complaint)> Run(params string[] words)
    {
        await using var command = KioskProcess.Run(_folders, null, [.. words, $"--Kiosk:Data={_folders.Data}"]);
        return (await command.ExitAsync(), command.Complained);
    }
}
