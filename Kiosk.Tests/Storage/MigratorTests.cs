using Dapper;
using Kiosk.Core.Storage;
using NUnit.Framework;

namespace Kiosk.Tests.Storage;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class MigratorTests : IDisposable
{
    private static readonly Migration Rooms = new(
        "house-2026-11-20-rooms",
        "CREATE TABLE room (id TEXT); INSERT INTO room VALUES ('garden');"
    );
    private static readonly Migration Doors = new("house-2027-01-05-doors", "CREATE TABLE door (id TEXT);");
    private static readonly Migration Broken = new(
        "house-2027-02-01-broken",
        "CREATE TABLE wall (id TEXT); DROP TABLE room; INSERT INTO nowhere VALUES (1);"
    );

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Test]
    public void Every_migration_is_made_once_and_remembered()
    {
        Migrate(Rooms);
        Migrate(Rooms, Doors);
        Migrate(Rooms, Doors);
        Assert.That(Ask("SELECT name FROM migration ORDER BY name"), Is.EqualTo(new[] { Rooms.Name, Doors.Name }));
        Assert.That(Ask("SELECT id FROM room"), Is.EqualTo(new[] { "garden" }));
    }

    [Test]
    public void A_database_that_holds_something_is_copied_before_it_is_changed()
    {
        Migrate(Rooms);
        Assert.That(_folder.Copies(), Is.Empty);
        Migrate(Rooms, Doors);
        Assert.That(_folder.Copies(), Is.EqualTo(new[] { "before-house-2027-01-05-doors.db" }));
        using var copy = SqliteFile.Open(Path.Combine(_folder.Data.Copies, "before-house-2027-01-05-doors.db"));
        Assert.That(copy.Query<string>("SELECT name FROM migration"), Is.EqualTo(new[] { Rooms.Name }));
    }

    [Test]
    public void A_failing_migration_leaves_the_file_as_it_was()
    {
        Migrate(Rooms);
        var before = File.ReadAllBytes(_folder.Data.HouseDatabase);
        Assert.That(() => Migrate(Rooms, Broken), Throws.TypeOf<MigrationException>().With.Message.Contains(Broken.Name));
        Assert.That(File.ReadAllBytes(_folder.Data.HouseDatabase), Is.EqualTo(before));
    }

    [Test]
    public void A_failing_first_migration_leaves_the_file_empty()
    {
        Assert.That(() => Migrate(Broken), Throws.TypeOf<MigrationException>());
        Assert.That(_folder.Data.HouseDatabase, Does.Not.Exist.Or.Matches<string>(path => new FileInfo(path!).Length == 0));
    }

    private void Migrate(params Migration[] migrations)
    {
        using var connection = SqliteFile.Open(_folder.Data.HouseDatabase);
        new Migrator(migrations, _folder.Data.Copies).BringUpToDate(connection);
    }

    private List<string> Ask(string sql)
    {
        using var connection = SqliteFile.Open(_folder.Data.HouseDatabase);
        return connection.Query<string>(sql).AsList();
    }
}
