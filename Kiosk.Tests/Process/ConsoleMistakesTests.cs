using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Processes;

/// <summary>
/// Whoever makes a mistake at the console is told in a sentence what to do; the exit code is not 0, and nothing is left half done.
/// </summary>
[Category("Process"), Platform("Linux"), FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ConsoleMistakesTests : IDisposable
{
    private const string Report = "report --from 2025-10-01 --to 2025-10-31";

    private readonly KioskFolders _folders = new();

    public ConsoleMistakesTests()
    {
        Directory.CreateDirectory(Path.Combine(_folders.Work, "folder"));
        Directory.CreateDirectory(Path.Combine(_folders.Work, "folder.json"));
        Directory.CreateDirectory(Path.Combine(_folders.Work, "folder.csv"));
        File.WriteAllText(Path.Combine(_folders.Work, "organizations.csv"), "id,name\no1,Ancre\n");
        File.WriteAllText(Path.Combine(_folders.Work, "file"), "This card was found in a camera.");
    }

    public void Dispose() => _folders.Dispose();

    /// <summary>Before anything of the house is looked at.</summary>
    [TestCase(2, "backup", "'backup' needs FILE")]
    [TestCase(2, "report --from 1.10.2025 --to 31.10.2025", "A date is written as year, month and day")]
    [TestCase(2, "report --from 2025-13-01 --to 2025-10-31", "A date is written as year, month and day")]
    [TestCase(1, "doctor --root WORK/nowhere", "there is no such folder")]
    [TestCase(1, "restore WORK/nowhere.zip", "nowhere.zip. Nothing was changed.")]
    [TestCase(1, "restore WORK/file", "cannot be read as a backup")]
    [TestCase(1, "restore WORK/folder", "is a folder: name the backup in it")]
    [TestCase(1, "backup WORK/out.zip", "There is no house in")]
    [TestCase(1, "export --hsds WORK/out", "There is no house in")]
    [TestCase(1, "import --hsds WORK/nowhere", "There is no such folder or file")]
    [TestCase(1, Report, "There is no house in")]
    public async Task Words_that_make_no_sense_or_lead_nowhere_touch_nothing(int exit, string words, string sentence)
    {
        var before = Everything();
        Assert.That(await Complaint(exit, words), Does.Contain(sentence));
        Assert.That(Everything(), Is.EqualTo(before));
    }

    [TestCase("export --hsds WORK/file/out", "could not be written")]
    [TestCase("export --hsds WORK/folder.json", "could not be written")]
    [TestCase("export --hsds WORK/nowhere/out.json", "could not be written")]
    [TestCase("backup WORK/file/out.zip", "was not written")]
    [TestCase("import --hsds WORK/file", "holds no file of HSDS")]
    [TestCase("import --hsds WORK/folder", "holds no file of HSDS")]
    [TestCase("import --hsds WORK/nowhere", "There is no such folder or file")]
    [TestCase("import --hsds WORK/organizations.csv --topic huosing", "no topic 'huosing'. Nothing was changed: did you mean housing?")]
    [TestCase("restore WORK/nowhere.zip --yes", "nowhere.zip. Nothing was changed.")]
    [TestCase("report --from 2025-10-01 --to 2025-10-31", "There is no report from")]
    [TestCase("report --from 2025-10-02 --to 2025-10-31", "is no whole week")]
    [TestCase("report --from 2025-10-31 --to 2025-10-01", "write the earlier day first")]
    public async Task A_path_that_cannot_be_used_is_named_and_the_house_stays_as_it_is(string words, string sentence)
    {
        await UsedFolder.OfLePont.CopyToAsync(_folders);
        var (before, house) = (Everything(), await File.ReadAllBytesAsync(_folders.House));
        Assert.That(await Complaint(1, words), Does.Contain(sentence));
        Assert.That(Everything().Where(path => !path.EndsWith("in-use", StringComparison.Ordinal)), Is.SubsetOf(before));
        Assert.That(await File.ReadAllBytesAsync(_folders.House), Is.EqualTo(house));
    }

    /// <summary>What fits no more leaves no piece of itself, and what was there stays.</summary>
    [Test]
    public async Task A_disk_without_room_leaves_nothing_half_written()
    {
        await UsedFolder.OfLePont.CopyToAsync(_folders);
        var backup = Path.Combine(_folders.Work, "backup.zip");
        Assert.That((await ConsoleCommand.Run(_folders, "backup", backup)).Exit, Is.Zero);
        using var disk = SmallDisk.LaidOver(_folders);
        await UsedFolder.OfLePont.CopyToAsync(_folders);
        disk.Fill();
        var before = Everything();
        string[] all = ["export --hsds DATA/out", "export --hsds DATA/out.json", "backup DATA/out.zip", $"restore {backup} --yes"];
        foreach (var words in all.Select(words => words.Replace("DATA", _folders.Data, StringComparison.Ordinal)))
        {
            Assert.That(await Complaint(1, words), Does.Contain("could not be written").Or.Contain("was not written"), words);
            Assert.That(Everything(), Is.EqualTo(before), words);
        }
    }

    [Test]
    public async Task A_first_start_on_a_full_disk_is_explained_and_the_next_one_begins()
    {
        using var disk = SmallDisk.LaidOver(_folders);
        disk.Fill();
        await using (var kiosk = KioskProcess.Begin(_folders))
        {
            Assert.That(await kiosk.ExitAsync(), Is.EqualTo(1));
            Assert.That(kiosk.Complained, Does.Contain("full").Or.Contain("No space left").And.Not.Contain("   at "));
        }

        disk.Empty();
        await using var next = await KioskProcess.StartAsync(_folders);
        Assert.That(await next.Health(), Does.Contain("\"sound\""));
    }

    [Test]
    public async Task A_file_that_may_not_be_read_and_a_folder_that_may_not_be_written_to_are_named()
    {
        Assume.That(Environment.IsPrivilegedProcess, "Only root can be somebody else.");
        await UsedFolder.OfLePont.CopyToAsync(_folders);
        var secret = _folders.Write("secret.json", "{}");
        Tool.Run("chmod", "--recursive", "a+rwX", _folders.Root);
        Tool.Run("chmod", "600", secret);
        Tool.Run("chmod", "755", _folders.Work);
        _folders.Command = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", .. _folders.Command];
        Assert.That(await OfAProcess($"restore {secret} --yes"), Does.Contain(secret).And.Contain("Nothing was changed"));
        Assert.That(await OfAProcess($"import --hsds {secret}"), Does.Contain("could not be read"));
        Assert.That(await OfAProcess("export --hsds out"), Does.Contain("could not be written"));
        Assert.That(await OfAProcess("backup out.zip"), Does.Contain("was not written"));
        Directory.Delete(_folders.Data, recursive: true);
        Assert.That(await OfAProcess($"--no-open --Kiosk:House={secret}"), Does.Contain("which cannot be read"));
    }

    [TestCase("folder", "which is a folder")]
    [TestCase("nowhere.json", "no such file")]
    [TestCase("file", "the reader stopped at line 1")]
    public async Task A_house_file_that_is_none_is_named(string file, string sentence) =>
        Assert.That(await OfAProcess($"--no-open --Kiosk:House={file}"), Does.Contain(sentence));

    [Test]
    public async Task A_file_in_place_of_the_data_folder_is_named() =>
        Assert.That(await OfAProcess("--no-open --Kiosk:Data=file"), Does.Contain("cannot be written to"));

    /// <summary>Every file and folder there is, with how large it is.</summary>
    private List<string> Everything() =>
        [
            .. new DirectoryInfo(_folders.Root)
                .EnumerateFileSystemInfos("*", SearchOption.AllDirectories)
                .Where(found => !found.FullName.StartsWith(_folders.Home, StringComparison.Ordinal))
                .Where(found => !found.FullName.StartsWith(_folders.Temporary, StringComparison.Ordinal))
                .Select(found => $"{(found as FileInfo)?.Length} {found.FullName}")
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>What a command says on standard error; sentences, never a stack trace.</summary>
    /// <param name="words">WORK is the folder of the test's files.</param>
    private async Task<string> Complaint(int exit, string words)
    {
        var (ended, said, complained) = await ConsoleCommand.Run(
            _folders,
            words.Replace("WORK", _folders.Work, StringComparison.Ordinal).Split(' ')
        );
        Assert.That(ended, Is.EqualTo(exit), $"{words}: {said}{complained}");
        return Sentences(complained, words);
    }

    /// <summary>The same of a process of its own, in the folder of the test's files: a command, or the kiosk itself.</summary>
    private async Task<string> OfAProcess(string words)
    {
        string[] data = [$"--Kiosk:Data={_folders.Data}"];
        await using var command = KioskProcess.Run(
            _folders,
            null,
            words.StartsWith('-') ? [.. data, .. words.Split(' ')] : [.. words.Split(' '), .. data]
        );
        Assert.That(await command.ExitAsync(), Is.EqualTo(1), () => $"{words}: {command.Said}{command.Complained}");
        return Sentences(command.Complained, words);
    }

    private static string Sentences(string complained, string words)
    {
        Assert.That(complained, Is.Not.Empty.And.Not.Contain("   at ").And.Not.Contain("Exception"), words);
        return complained;
    }
}
