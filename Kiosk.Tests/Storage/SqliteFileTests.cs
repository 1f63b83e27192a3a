using Dapper;
using Kiosk.Core.Counting;
using Kiosk.Core.Counts;
using Kiosk.Core.Storage;
using Kiosk.Tests.Houses;
using Kiosk.Tests.Support;
using NodaTime;
using NUnit.Framework;

namespace Kiosk.Tests.Storage;

/// <summary>The SQLite that the program brings along.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SqliteFileTests : IDisposable
{
    private static readonly LocalDate Monday = new(2026, 11, 30);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>Promises P2 and P6 rest on these; a build of SQLite may have others of its own.</summary>
    [TestCase("journal_mode", "delete")]
    [TestCase("synchronous", "3")]
    [TestCase("secure_delete", "1")]
    [TestCase("foreign_keys", "1")]
    public void Every_connection_keeps_nothing_of_what_is_deleted_and_is_on_disk_when_it_says_so(string pragma, string value)
    {
        using var connection = SqliteFile.Open(Path.Combine(_folder.Data.Root, "any.db"));
        Assert.That(connection.QuerySingle<string>($"PRAGMA {pragma}"), Is.EqualTo(value));
    }

    /// <summary>Debian 12's SQLite, 3.40.1, wrote it, through which the kiosk counted until November 2026.</summary>
    [Test]
    public void A_file_of_an_older_SQLite_is_counted_on()
    {
        File.Copy(SourceTree.PathOf("Kiosk.Tests/Approved/tally-of-sqlite-3.40.db"), _folder.Data.TallyDatabase);
        using var tallies = TallyDatabase.Open(_folder.Data, Monday);
        tallies.LayOut(TapCounter.CatalogueOf(DemoHouse.Whole));
        Cell housing = new("topic/housing");
        Assert.That(tallies.ReadDay(new TallyDate(Monday))[housing], Is.EqualTo(2));
        tallies.Count(new TallyDate(Monday), [housing]);
        Assert.That(tallies.ReadDay(new TallyDate(Monday))[housing], Is.EqualTo(3));
        Assert.That(SqliteFile.IsSound(_folder.Data.TallyDatabase));
    }
}
