using Dapper;
using Kiosk.Core.Counting;
using Kiosk.Core.Storage;
using Microsoft.Data.Sqlite;
using NUnit.Framework;

namespace Kiosk.Tests.Storage;

/// <summary>
/// The promises that no tap can be tied to a person (P1) and that nothing is ever crossed (P3), as the schema keeps them.
/// </summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class TallyDatabaseSchemaTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteConnection _file;

    public TallyDatabaseSchemaTests()
    {
        using var tallies = TallyDatabase.Open(_folder.Data, today: null);
        tallies.LayOut(CellCatalogue.For(["fr"], ["housing"], [], []));
        _file = SqliteFile.Open(_folder.Data.TallyDatabase);
    }

    public void Dispose()
    {
        _file.Dispose();
        _folder.Dispose();
    }

    [Test]
    public void The_file_holds_these_columns_and_no_other() =>
        Assert.That(
            _file.Query<string>(
                """
                SELECT s.name || '.' || c.name || ' ' || c.type
                  FROM sqlite_master s JOIN pragma_table_xinfo(s.name) c WHERE s.type = 'table'
                """
            ),
            Is.EquivalentTo(
                new[]
                {
                    "cell.position INTEGER",
                    "cell.name TEXT",
                    "day.id INTEGER",
                    "day.date TEXT",
                    "day.first_position INTEGER",
                    "day.taps BLOB",
                    "published.period TEXT",
                    "published.last_day TEXT",
                    "published_figure.period TEXT",
                    "published_figure.name TEXT",
                    "published_figure.value INTEGER",
                    "invented.years INTEGER",
                    "migration.name TEXT",
                }
            )
        );

    [Test]
    public void Beside_its_tables_the_file_holds_only_the_indexes_of_their_keys() =>
        Assert.That(
            _file.Query<string>("SELECT type || ' ' || name FROM sqlite_master WHERE type <> 'table'"),
            Is.EquivalentTo(new[] { "index sqlite_autoindex_cell_1", "index sqlite_autoindex_day_1" })
        );

    [TestCase("2026-11-20T14")]
    [TestCase("2026-11-20 14:05")]
    [TestCase("morning")]
    [TestCase("")]
    public void The_file_refuses_a_time_finer_than_the_day(string date) =>
        Assert.That(
            () => _file.Execute("INSERT INTO day (date, first_position, taps) VALUES (@date, 0, x'00000000')", new { date }),
            Throws.TypeOf<SqliteException>().With.Message.Contains("CHECK")
        );

    [Test]
    public void The_file_refuses_a_published_figure_that_was_not_rounded()
    {
        _file.Execute("INSERT INTO published (period, last_day) VALUES ('2026', '2026-12-31')");
        Assert.That(
            () => _file.Execute("INSERT INTO published_figure (period, name, value) VALUES ('2026', 'topic/housing', 7)"),
            Throws.TypeOf<SqliteException>().With.Message.Contains("CHECK")
        );
    }

    [TestCase("topic/housing/ar")]
    [TestCase("topic/housing/morning")]
    [TestCase("visit/begun/morning/fr")]
    [TestCase("somebody")]
    public void The_file_refuses_a_cell_of_two_dimensions(string name) =>
        Assert.That(
            () => _file.Execute("INSERT INTO cell (position, name) VALUES (999, @name)", new { name }),
            Throws.TypeOf<SqliteException>().With.Message.Contains("CHECK")
        );

    [Test]
    public void The_dictionary_is_the_catalogue_in_its_order()
    {
        var catalogue = CellCatalogue.For(["fr"], ["housing"], [], []);
        Assert.That(_file.Query<string>("SELECT name FROM cell ORDER BY position"), Is.EqualTo(catalogue.Cells.Select(cell => cell.Name)));
        Assert.That(
            _file.Query<long>("SELECT position FROM cell ORDER BY position"),
            Is.EqualTo(Enumerable.Range(0, catalogue.Cells.Count))
        );
    }

    [Test]
    public void The_migrations_of_the_counts_are_dated_and_in_order()
    {
        var names = NamedSql.Migrations("Tally").Select(migration => migration.Name).ToList();
        Assert.That(names, Is.Not.Empty.And.Ordered.And.All.Matches(@"^tally-\d{4}-\d\d-\d\d-[a-z-]+$"));
    }
}
