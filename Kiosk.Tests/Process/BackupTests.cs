using System.IO.Compression;
using Dapper;
using Kiosk.Core.Storage;
using Kiosk.Core.Storage.Backups;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Processes;

/// <summary>The commands <c>backup FILE</c> and <c>restore FILE</c>: from one machine to another.</summary>
[Category("Process"), FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class BackupTests : IDisposable
{
    private const string LastYear = "report --from 2025-01-01 --to 2025-12-31";

    private readonly KioskFolders _here = new();
    private readonly KioskFolders _there = new();

    private string File => Path.Combine(_here.Work, "backup.zip");

    public void Dispose()
    {
        _here.Dispose();
        _there.Dispose();
    }

    [Test]
    public async Task On_another_machine_the_pages_and_the_reports_are_the_same()
    {
        string[] pages = ["/fr/", "/ar/topic/health", "/fr/service/teeth", "/nl/service/teeth/slip", "/fr/person", "/fr/topic/housing"];
        Dictionary<string, string> before;
        await using (
            var kiosk = await KioskProcess.StartAsync(
                _here,
                "--Kiosk:DemoYear=True",
                "--Kiosk:House="
                    + _here.Write("house.json", Houses.DemoHouse.Json.Replace("\"Le Pont\"", "\"La Passerelle\"", StringComparison.Ordinal))
            )
        )
        {
            using var today = await kiosk.Tap("topic/housing");
            before = await Read(kiosk, pages);
            Assert.That(await Run(_here, "backup", File), Is.EqualTo((0, "")), "A running kiosk is no hindrance.");
        }

        Assert.That(await Run(_there, "restore", File), Is.EqualTo((0, "")));
        var report = await Said(_here, LastYear.Split(' '));
        Assert.That(report, Does.Contain("  "));
        Assert.That(await Said(_there, LastYear.Split(' ')), Is.EqualTo(report));
        await using var restored = await KioskProcess.StartAsync(_there);
        Assert.That(await Read(restored, pages), Is.EqualTo(before));
        Assert.That(await restored.Health(), Does.Contain("\"sound\""));
    }

    /// <summary>Between two states of one day lies the order of its taps.</summary>
    [Test]
    public async Task No_day_that_still_goes_on_and_no_secret_is_in_it()
    {
        await using (var kiosk = await KioskProcess.StartAsync(_here))
        {
            using var tap = await kiosk.Tap("topic/housing");
            Assert.That(await Run(_here, "backup", File), Is.EqualTo((0, "")));
        }

        using var zip = await ZipFile.OpenReadAsync(File);
        Assert.That(zip.Entries.Select(entry => entry.FullName), Is.EqualTo(new[] { "manifest.json", "house.db", "tally.db" }));
        Assert.That(
            zip.Entries.Select(entry => entry.LastWriteTime.TimeOfDay),
            Is.All.EqualTo(TimeSpan.Zero),
            "Nothing in it is finer than a day."
        );
        var counts = Path.Combine(_here.Work, "tally.db");
        await zip.GetEntry("tally.db")!.ExtractToFileAsync(counts);
        using var tally = SqliteFile.Open(counts);
        Assert.That(tally.Query<string>("SELECT date FROM day"), Is.EqualTo(new[] { "unknown" }));
    }

    [Test]
    public async Task In_a_folder_each_day_has_one_and_the_newest_fourteen_stay()
    {
        await UsedFolder.OfLePont.CopyToAsync(_here);
        var folder = Directory.CreateDirectory(Path.Combine(_here.Work, "nightly")).FullName;
        for (var day = 1; day <= 20; day++)
        {
            await System.IO.File.WriteAllTextAsync(Path.Combine(folder, $"kiosk-2026-01-{day:00}.zip"), "");
        }

        await System.IO.File.WriteAllTextAsync(Path.Combine(folder, "kiosk-plan.zip"), "somebody's own");
        Assert.That(await Run(_here, "backup", folder), Is.EqualTo((0, "")));
        Assert.That(await Run(_here, "backup", folder), Is.EqualTo((0, "")));
        var kept = Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToList();
        Assert.That(
            kept,
            Has.Count.EqualTo(15).And.Member("kiosk-plan.zip").And.Member("kiosk-2026-01-20.zip").And.No.Member("kiosk-2026-01-07.zip")
        );
    }

    [Test]
    public async Task A_house_that_is_there_is_replaced_only_when_it_is_wanted_and_kept_aside()
    {
        await UsedFolder.OfLePont.CopyToAsync(_here);
        await Run(_here, "backup", File);
        await UsedFolder.OfLaPasserelle.CopyToAsync(_there);
        var before = _there.DataFiles();
        var (exit, complaint) = await Run(_there, "restore", File);
        Assert.That((exit, complaint), Is.EqualTo((1, complaint)));
        Assert.That(complaint, Does.Contain("--yes").And.Contain("Nothing was changed"));
        Assert.That(_there.DataFiles(), Is.EqualTo(before));

        Assert.That(await Run(_there, "restore", File, "--yes"), Is.EqualTo((0, "")));
        var aside = Directory.EnumerateDirectories(_there.Data, "before-restore-*").Single();
        Assert.That(await System.IO.File.ReadAllBytesAsync(Path.Combine(aside, "house.db")), Is.EqualTo(before["house.db"]));
        await using var kiosk = await KioskProcess.StartAsync(_there);
        Assert.That(kiosk.Said, Does.Contain("Kiosk is ready for Le Pont"));
    }

    [TestCase("cut short")]
    [TestCase("a byte changed")]
    [TestCase("no zip")]
    [TestCase("another zip")]
    [TestCase("newer")]
    [TestCase("leads outside")]
    [TestCase("not there")]
    [TestCase("a folder")]
    public async Task What_cannot_be_taken_as_a_whole_is_refused_in_words_and_nothing_is_changed(string what)
    {
        await UsedFolder.OfLePont.CopyToAsync(_here);
        await Run(_here, "backup", File);
        Spoil(what);
        var (exit, complaint) = await Run(_there, "restore", File);
        Assert.That(exit, Is.EqualTo(1));
        Assert.That(complaint, Does.Contain("Nothing was changed").And.Not.Contain("   at "));
        Assert.That(what != "newer" || complaint.Contains("newer kiosk", StringComparison.Ordinal), complaint);
        Assert.That(Directory.Exists(_there.Data), Is.False);
    }

    [Test]
    public async Task A_restoring_that_was_cut_short_is_finished_by_the_next_start([Values(0, 1, 2, 3)] int stepsDone)
    {
        await UsedFolder.OfLaPasserelle.CopyToAsync(_here);
        await Run(_here, "backup", File);
        await UsedFolder.OfLePont.CopyToAsync(_there);
        var laidOut = Path.Combine(_there.Data, "restoring");
        await ZipFile.ExtractToDirectoryAsync(File, laidOut);
        await System.IO.File.WriteAllTextAsync(Path.Combine(laidOut, "aside"), "before-restore-2026-11-20");
        var aside = Directory.CreateDirectory(Path.Combine(_there.Data, "before-restore-2026-11-20")).FullName;
        if (stepsDone > 0)
        {
            System.IO.File.Move(_there.House, Path.Combine(aside, "house.db"));
        }

        if (stepsDone > 1)
        {
            System.IO.File.Move(_there.Tally, Path.Combine(aside, "tally.db"));
            Directory.Move(Path.Combine(_there.Data, "copies"), Path.Combine(aside, "copies"));
            Directory.Move(laidOut, Path.Combine(_there.Data, "restored"));
        }

        if (stepsDone > 2)
        {
            System.IO.File.Move(Path.Combine(_there.Data, "restored", "house.db"), _there.House);
        }

        await using var kiosk = await KioskProcess.StartAsync(_there);
        Assert.That(kiosk.Said, Does.Contain("Kiosk is ready for La Passerelle"));
        Assert.That(await kiosk.Health(), Does.Contain("\"sound\""));
        Assert.That(System.IO.File.Exists(Path.Combine(aside, "house.db")));
        Assert.That(
            Directory.EnumerateDirectories(_there.Data).Select(Path.GetFileName),
            Has.No.Member("restoring").And.No.Member("restored")
        );
    }

    [Test]
    public async Task Without_a_house_there_is_nothing_to_back_up()
    {
        var (exit, complaint) = await Run(_here, "backup", File);
        Assert.That(exit, Is.EqualTo(1));
        Assert.That(complaint, Does.Contain("There is no house in"));
    }

    private void Spoil(string what)
    {
        switch (what)
        {
            case "cut short":
                using (var file = System.IO.File.Open(File, FileMode.Open))
                {
                    file.SetLength(file.Length / 2);
                }

                break;
            case "a byte changed":
                Change("house.db", content => content[5000] ^= 1);
                break;
            case "no zip":
                System.IO.File.WriteAllText(File, "This card was found in a camera.");
                break;
            case "another zip":
                System.IO.File.Delete(File);
                ZipFile.CreateFromDirectory(_here.Home, File);
                break;
            case "newer":
                Change(BackupManifest.Name, content => "zzzz"u8.CopyTo(content.AsSpan(content.AsSpan().IndexOf("house-2026"u8))));
                break;
            case "leads outside":
                Rename("house.db", "../house.db");
                break;
            case "a folder":
                System.IO.File.Delete(File);
                Directory.CreateDirectory(File);
                break;
            default:
                System.IO.File.Delete(File);
                break;
        }
    }

    private void Change(string name, Action<byte[]> change)
    {
        using var zip = ZipFile.Open(File, ZipArchiveMode.Update);
        var content = ContentOf(zip, name);
        change(content);
        zip.GetEntry(name)!.Delete();
        using var stream = zip.CreateEntry(name).Open();
        stream.Write(content);
    }

    /// <summary>Both in the zip and in what it says of itself.</summary>
    private void Rename(string name, string otherName)
    {
        using var zip = ZipFile.Open(File, ZipArchiveMode.Update);
        foreach (
            var (old, name2, content) in new[]
            {
                (name, otherName, ContentOf(zip, name)),
                (
                    BackupManifest.Name,
                    BackupManifest.Name,
                    System.Text.Encoding.UTF8.GetBytes(
                        System
                            .Text.Encoding.UTF8.GetString(ContentOf(zip, BackupManifest.Name))
                            .Replace($"\"{name}\"", $"\"{otherName}\"", StringComparison.Ordinal)
                    )
                ),
            }
        )
        {
            zip.GetEntry(old)!.Delete();
            using var stream = zip.CreateEntry(name2).Open();
            stream.Write(content);
        }
    }

    private static byte[] ContentOf(ZipArchive zip, string name)
    {
        using var stream = zip.GetEntry(name)!.Open();
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }

    private static async Task<Dictionary<string, string>> Read(KioskProcess kiosk, string[] pages)
    {
        var read = new Dictionary<string, string>();
        foreach (var page in pages)
        {
            read[page] = await kiosk.Client.GetStringAsync(new Uri(page, UriKind.Relative));
        }

        return read;
    }

    /// <summary>Exit code and complaint of a command; nobody listens at its visitor's address.</summary>
    private static async Task<(int Exit, string Complaint)> Run(KioskFolders folders, params string[] words)
    {
        var (exit, _, complained) = await ConsoleCommand.Run(
            folders,
            [words[0], $"--Kiosk:VisitorUrl=http://127.0.0.1:{KioskProcess.FreePort()}", .. words.Skip(1)]
        );
        return (exit, complained);
    }

    private static async Task<string> Said(KioskFolders folders, params string[] words)
    {
        var (exit, said, complained) = await ConsoleCommand.Run(folders, words);
        Assert.That(exit, Is.Zero, complained);
        return said;
    }
}
