using Dapper;
using Kiosk.Core.Devices;
using Kiosk.Core.Storage;
using NodaTime;
using NUnit.Framework;

namespace Kiosk.Tests.Storage;

/// <summary>What a kiosk that was paired before keeps when its program is brought up to date.</summary>
internal sealed class StaffDatabaseTests
{
    [Test]
    public void A_file_from_before_coordinators_signed_in_keeps_its_tablets_its_PIN_and_its_wrong_guesses()
    {
        using var folder = new TemporaryFolder();
        var data = folder.Data;
        Directory.CreateDirectory(Path.GetDirectoryName(data.StaffDatabase)!);
        using (var before = SqliteFile.Open(data.StaffDatabase))
        {
            new Migrator([NamedSql.Migrations("Staff")[0]], data.Root).BringUpToDate(before);
            before.Execute(
                NamedSql.Query("Staff/add-device"),
                new
                {
                    name = "Bureau",
                    role = "coordinator",
                    language = "fr",
                    tokenHash = Token.Hash("a"),
                    today = "2026-11-02",
                }
            );
            before.Execute("INSERT INTO fact VALUES ('pin', 'its hash'), ('wrong-pins', '7'), ('wrong-codes', '3')");
        }

        using var staff = StaffDatabase.Open(data, new LocalDate(2026, 11, 22));
        Assert.That(
            (staff.Devices().Single().Device.Name, staff.PinHash, staff.WrongInARow("wrong-pins"), staff.WrongInARow("wrong-codes")),
            Is.EqualTo(("Bureau", "its hash", 7, 3))
        );
        staff.KeepWrongInARow("wrong-passphrases", 5);
        Assert.That(staff.WrongInARow("wrong-passphrases"), Is.EqualTo(5));
    }
}
