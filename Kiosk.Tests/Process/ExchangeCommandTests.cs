using System.IO.Compression;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Processes;

/// <summary>The commands <c>export --hsds</c> and <c>import --hsds</c>.</summary>
[Category("Process"), FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ExchangeCommandTests : IDisposable
{
    private readonly KioskFolders _folders = new();

    private string Folder => Path.Combine(_folders.Work, "out");

    private string Organizations => Path.Combine(Folder, "organizations.csv");

    [SetUp]
    public Task BeginWithAHouse() => UsedFolder.OfLePont.CopyToAsync(_folders);

    public void Dispose() => _folders.Dispose();

    [TestCase("out")]
    [TestCase("out.zip")]
    [TestCase("out.json")]
    public async Task What_is_written_changes_nothing_when_it_is_read(string name)
    {
        var path = Path.Combine(_folders.Work, name);
        Assert.That((await Run("export", "--hsds", path)).Exit, Is.Zero);
        var (exit, said) = await Run("import", "--hsds", path, "--yes");
        Assert.That(exit, Is.Zero, said);
        Assert.That(said, Does.Contain("Nothing is to be changed.").And.Contain("As it is already: 77."));
    }

    [Test]
    public async Task A_change_is_shown_first_and_made_only_when_it_is_wanted()
    {
        await Run("export", "--hsds", Folder);
        await File.WriteAllTextAsync(
            Organizations,
            (await File.ReadAllTextAsync(Organizations)).Replace("Le Pont", "Le Grand Pont", StringComparison.Ordinal)
        );
        var (exit, said) = await Run("import", "--hsds", Folder);
        Assert.That((exit, said), Is.EqualTo((0, said)));
        Assert.That(said, Does.Contain("name.fr: Le Pont -> Le Grand Pont").And.Contain("--yes"));
        Assert.That((await Run("import", "--hsds", Folder, "--yes")).Said, Does.Contain("Le Grand Pont").And.Contain("Done."));
        Assert.That((await Run("import", "--hsds", Folder, "--yes")).Said, Does.Contain("Nothing is to be changed."));
    }

    [Test]
    public async Task A_row_that_cannot_be_taken_is_named_and_the_rest_is_taken()
    {
        Directory.CreateDirectory(Folder);
        await File.WriteAllTextAsync(Organizations, "id,name\no1,Ancre\n,Sans nom\n");
        var (exit, said) = await Run("import", "--hsds", Folder, "--yes");
        Assert.That(exit, Is.EqualTo(1));
        Assert.That(said, Does.Contain("Not taken: organizations.csv, line 3").And.Contain("added    organizations ancre"));
    }

    /// <summary>A house file is the whole house; read as HSDS it would take lists and names for others.</summary>
    [TestCase("house.json")]
    [TestCase("house.zip")]
    public async Task A_house_file_is_no_HSDS_and_is_sent_to_the_tablet(string name)
    {
        var path = Path.Combine(_folders.Work, name);
        await Run("export", "--hsds", path + ".before.json");
        using (
            var zip = await ZipFile.OpenAsync(name.EndsWith(".zip", StringComparison.Ordinal) ? path : path + ".zip", ZipArchiveMode.Create)
        )
        {
            await zip.CreateEntryFromFileAsync(SourceTree.PathOf("assets/demo/house.json"), "house.json");
        }

        File.Copy(SourceTree.PathOf("assets/demo/house.json"), Path.Combine(_folders.Work, "house.json"));
        var (exit, said) = await Run("import", "--hsds", path, "--topic", "food", "--yes");
        await Run("export", "--hsds", path + ".after.json");
        Assert.That(exit, Is.EqualTo(1), said);
        Assert.That(said, Does.Contain("is a house file").And.Contain("\"In and out\"").And.Not.Contain("added"));
        Assert.That(await File.ReadAllTextAsync(path + ".after.json"), Is.EqualTo(await File.ReadAllTextAsync(path + ".before.json")));
    }

    [TestCase("recipes.csv")]
    [TestCase("services.json", "organizations.json")]
    [TestCase]
    public async Task A_folder_without_a_file_of_HSDS_is_refused_in_words(params string[] names)
    {
        Directory.CreateDirectory(Folder);
        foreach (var name in names)
        {
            await File.WriteAllTextAsync(Path.Combine(Folder, name), "id\n1\n");
        }

        var (exit, said) = await Run("import", "--hsds", Folder, "--yes");
        Assert.That(exit, Is.EqualTo(1), said);
        Assert.That(said, Does.Contain("holds no file of HSDS").And.Contain("services.csv").And.Contain("Nothing was changed"));
    }

    [TestCase(1, "import", "--hsds", "/nowhere")]
    [TestCase(2, "import")]
    [TestCase(2, "export", "--hsds")]
    [TestCase(2, "export", "--hsds", "out", "--yes")]
    public async Task What_makes_no_sense_is_refused_in_words(int code, params string[] words)
    {
        var (exit, said) = await Run(words);
        Assert.That(exit, Is.EqualTo(code), said);
        Assert.That(said, Is.Not.Empty.And.Not.Contain("   at Kiosk"));
    }

    private async Task<(int Exit, string Said)> Run(params string[] words)
    {
        var (exit, said, complained) = await ConsoleCommand.Run(_folders, words);
        return (exit, said + complained);
    }
}
