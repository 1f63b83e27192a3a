using Dapper;
using Kiosk.Core.Storage;
using Kiosk.Tests.Support;
using NodaTime;
using NodaTime.Text;
using NUnit.Framework;

namespace Kiosk.Tests.Processes;

/// <summary>
/// Somebody went back to an older program after an update had changed the databases: it goes on with the newest copy it can read.
/// </summary>
[Category("Process"), FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class WentBackTests : IDisposable
{
    private readonly KioskFolders _folders = new();

    public void Dispose() => _folders.Dispose();

    [Test]
    public async Task A_database_of_a_newer_program_is_kept_aside_and_the_newest_copy_that_can_be_read_takes_its_place(
        [Values("house", "tally")] string database,
        [Values] bool copiedBeforeTheUpdate
    )
    {
        await UsedFolder.OfLaPasserelle.CopyToAsync(_folders);
        Update(database, copiedBeforeTheUpdate);
        var newer = await File.ReadAllBytesAsync(Path.Combine(_folders.Data, database + ".db"));
        await using var kiosk = await KioskProcess.StartAsync(_folders);
        var told = $"{database}.db was written by a newer program and is kept as {database}-newer-";
        Assert.That(kiosk.Complained, Does.Contain(told).And.Contain("took its place"));
        Assert.That(await kiosk.Health(), Does.Contain("\"replaced\"").And.Contain(told));
        Assert.That(
            Directory.EnumerateFiles(_folders.Data, database + "-newer-*.db").Select(File.ReadAllBytes),
            Is.EqualTo(new[] { newer })
        );
        Assert.That(await kiosk.Client.GetStringAsync(new Uri("/fr/", UriKind.Relative)), Does.Contain("La Passerelle"));
        using var tap = await kiosk.Tap("topic/housing");
        Assert.That(tap.StatusCode, Is.EqualTo(System.Net.HttpStatusCode.NoContent));
    }

    [Test]
    public async Task What_was_changed_since_the_last_dated_copy_is_in_the_one_made_before_the_update(
        [Values] bool machineIsADayBehindTheHouse // its zone is not the house's, and it is just after midnight there
    )
    {
        await UsedFolder.OfLaPasserelle.CopyToAsync(_folders);
        if (machineIsADayBehindTheHouse)
        {
            var dated = Directory.EnumerateFiles(Path.Combine(_folders.Data, "copies"), "house-*.db").Single();
            var day = LocalDatePattern.Iso.Parse(Path.GetFileNameWithoutExtension(dated)["house-".Length..]).Value;
            File.Move(dated, dated.Replace(Iso(day), Iso(day.PlusDays(1)), StringComparison.Ordinal));
        }

        using (var house = SqliteFile.Open(_folders.House))
        {
            house.Execute("UPDATE entry SET body = replace(body, 'La Passerelle', 'Le Grand Pont')");
        }

        Update("house", copiedBeforeTheUpdate: true);
        await using var kiosk = await KioskProcess.StartAsync(_folders);
        Assert.That(kiosk.Said, Does.Contain("Kiosk is ready for Le Grand Pont"));
    }

    private static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);

    /// <summary>What a newer program does when it starts: a copy, and then a change of schema.</summary>
    private void Update(string database, bool copiedBeforeTheUpdate)
    {
        using var connection = SqliteFile.Open(Path.Combine(_folders.Data, database + ".db"));
        if (copiedBeforeTheUpdate)
        {
            SqliteFile.Copy(connection, Path.Combine(_folders.Data, "copies", $"before-{database}-2099-01-01-future.db"));
        }

        connection.Execute("CREATE TABLE future (id TEXT)");
        connection.Execute("INSERT INTO migration (name) VALUES (@name)", new { name = $"{database}-2099-01-01-future" });
    }
}
