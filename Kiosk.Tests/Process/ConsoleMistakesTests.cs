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
    [TestCase(1, "doctor --root nowhere", "there is no such folder")]
    [TestCase(1, "restore nowhere.zip", "There is no file nowhere.zip. Nothing was changed.")]
    [TestCase(1, "restore file", "cannot be read as a backup")]
    [TestCase(1, "restore folder", "is a folder: name the backup in it")]
    [TestCase(1, "backup out.zip", "There is no house in")]
    [TestCase(1, "export --hsds out", "There is no house in")]
    [TestCase(1, "import --hsds nowhere", "There is no such folder or file")]
    [TestCase(1, Report, "There is no house in")]
    public async Task Words_that_make_no_sense_or_lead_nowhere_touch_nothing(int exit, string words, string sentence)
    {
        var before = Everything();
        Assert.That(await Complaint(exit, words), Does.Contain(sentence));
        Assert.That(Everything(), Is.EqualTo(before));
    }

    [TestCase("export --hsds file/out", "could not be written")]
    [TestCase("export --hsds folder.json", "could not be written")]
    [TestCase("export --hsds nowhere/out.json", "could not be written")]
    [TestCase("backup file/out.zip", "was not written")]
    [TestCase("import --hsds file", "holds no file of HSDS")]
    [TestCase("import --hsds folder", "holds no file of HSDS")]
    [TestCase("import --hsds nowhere", "There is no such folder or file")]
    [TestCase("import --hsds organizations.csv --topic huosing", "no topic 'huosing'. Nothing was changed: did you mean housing?")]
    [TestCase("restore nowhere.zip --yes", "There is no file nowhere.zip. Nothing was changed.")]
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
        await using (var command = Command($"backup {backup}"))
        {
            Assert.That(await command.ExitAsync(), Is.Zero, () => command.Complained);
        }

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
        Assert.That(await Complaint(1, $"restore {secret} --yes"), Does.Contain(secret).And.Contain("Nothing was changed"));
        Assert.That(await Complaint(1, $"import --hsds {secret}"), Does.Contain("could not be read"));
        Assert.That(await Complaint(1, "export --hsds out"), Does.Contain("could not be written"));
        Assert.That(await Complaint(1, "backup out.zip"), Does.Contain("was not written"));
        Directory.Delete(_folders.Data, recursive: true);
        Assert.That(await Complaint(1, $"--no-open --Kiosk:House={secret}"), Does.Contain("which cannot be read"));
    }

    [TestCase("folder", "which is a folder")]
    [TestCase("nowhere.json", "no such file")]
    [TestCase("file", "the reader stopped at line 1")]
    public async Task A_house_file_that_is_none_is_named(string file, string sentence) =>
        Assert.That(await Complaint(1, $"--no-open --Kiosk:House={file}"), Does.Contain(sentence));

    [Test]
    public async Task A_file_in_place_of_the_data_folder_is_named() =>
        Assert.That(await Complaint(1, "--no-open --Kiosk:Data=file"), Does.Contain("cannot be written to"));

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

    /// <param name="words">Where no command stands first, another data folder may stand among them.</param>
    private KioskProcess Command(string words) =>
        words.Split(' ') is [var command, .. var more] && !command.StartsWith('-')
            ? KioskProcess.Run(_folders, null, [command, .. more, $"--Kiosk:Data={_folders.Data}"])
            : KioskProcess.Run(_folders, null, [$"--Kiosk:Data={_folders.Data}", .. words.Split(' ')]);

    /// <summary>What a command says on standard error; sentences, never a stack trace.</summary>
    private async Task<string> Complaint(int exit, string words)
    {
        await using var command = Command(words);
        Assert.That(await command.ExitAsync(), Is.EqualTo(exit), () => $"{words}: {command.Said}{command.Complained}");
        Assert.That(command.Complained, Is.Not.Empty.And.Not.Contain("   at ").And.Not.Contain("Exception"), words);
        return command.Complained;
    }
}
