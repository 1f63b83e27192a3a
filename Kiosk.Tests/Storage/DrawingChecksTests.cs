using Dapper;
using Kiosk.Core.Languages;
using Kiosk.Core.PictogramComprehension;
using Kiosk.Core.Storage;
using Kiosk.Core.Storage.Backups;
using Kiosk.Tests.Houses;
using Microsoft.Data.Sqlite;
using NodaTime;
using NUnit.Framework;

namespace Kiosk.Tests.Storage;

/// <summary>How drawings were understood, as <c>house.db</c> keeps it: tallies, and nothing that answers could be told apart by.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class DrawingChecksTests : IDisposable
{
    private static readonly CheckAnswer Village = new(
        new ShownDrawing("housing", "0123456789ab", LanguageTag.Parse("ar")),
        Understanding.Other,
        "village"
    );

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Test]
    public void The_table_holds_these_columns_and_no_other()
    {
        using var house = Open(_folder);
        using var file = SqliteFile.Open(_folder.Data.HouseDatabase);
        Assert.That(
            file.Query<string>("SELECT name || ' ' || type FROM pragma_table_xinfo('drawing_check')"),
            Is.EqualTo(new[] { "drawing TEXT", "mark TEXT", "language TEXT", "understanding TEXT", "said TEXT", "times INTEGER" })
        );
        Assert.That(
            file.QuerySingle<string>("SELECT sql FROM sqlite_master WHERE name = 'drawing_check'"),
            Does.EndWith("WITHOUT ROWID"),
            "A row's number would say when it came."
        );
    }

    [TestCase("'2026-11-21'", "'other'", "''")]
    [TestCase("'0123456789ab'", "'other at 14:05'", "''")]
    [TestCase("'0123456789ab'", "'right'", "'a home'")]
    [TestCase("'0123456789ab'", "'other'", "'a story of more than forty letters, of somebody'")]
    public void The_file_refuses_what_is_no_tally(string mark, string understanding, string said)
    {
        using var house = Open(_folder);
        using var file = SqliteFile.Open(_folder.Data.HouseDatabase);
        Assert.That(
            () => file.Execute($"INSERT INTO drawing_check VALUES ('housing', {mark}, 'fr', {understanding}, {said}, 1)"),
            Throws.TypeOf<SqliteException>().With.Message.Contains("CHECK")
        );
    }

    [Test]
    public void The_same_answers_in_any_order_leave_the_same_file([Values(12, 200)] int answers)
    {
        var given = Given(answers, new Random(answers)).ToArray();
        var files = Enumerable.Range(0, 4).Select(order => FileAfter(given, new Random(order))).ToList();
        Assert.That(files.Select(Convert.ToHexString).Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public void Answers_add_up_and_can_be_taken_back_and_changed_and_forgotten()
    {
        using var house = Open(_folder);
        var (checks, right) = (house.Checks, Village with { Understanding = Understanding.Right, Said = "" });
        checks.Add(Village);
        checks.Add(Village);
        checks.Add(right);
        Assert.That(checks.All(), Is.EquivalentTo(new[] { new CheckCount(Village, 2), new CheckCount(right, 1) }));
        checks.Exchange(Village, right);
        Assert.That(checks.All(), Is.EquivalentTo(new[] { new CheckCount(Village, 1), new CheckCount(right, 2) }));
        checks.TakeBack(Village);
        Assert.That(checks.All(), Is.EqualTo(new[] { new CheckCount(right, 2) }));
        checks.TakeBack(Village);
        Assert.That(checks.All(), Is.EqualTo(new[] { new CheckCount(right, 2) }), "What is gone already stays gone.");
        var other = right with { Shown = right.Shown with { Drawing = "food" } };
        checks.Add(other);
        checks.Add(right with { Shown = right.Shown with { Mark = "ba9876543210", Language = LanguageTag.Parse("fr") } });
        checks.Forget("housing");
        Assert.That(checks.All(), Is.EqualTo(new[] { new CheckCount(other, 1) }));
        checks.ForgetAll();
        Assert.That(checks.All(), Is.Empty);
    }

    [Test]
    public void No_change_of_the_house_is_an_answer()
    {
        using var house = Open(_folder);
        house.Checks.Add(Village);
        Assert.That((house.LastChange, house.Changes(new LocalDateTime(2026, 11, 20, 14, 0)).Count), Is.EqualTo((0L, 0)));
        Assert.That(house.ToHouseFile(), Does.Not.Contain("village"));
    }

    [Test]
    public void Words_that_were_forgotten_cannot_be_read_from_the_file()
    {
        using (var house = Open(_folder))
        {
            house.Checks.Add(Village with { Said = "unmistakable" });
            house.Checks.TakeBack(Village with { Said = "unmistakable" });
        }

        Assert.That(File.ReadAllBytes(_folder.Data.HouseDatabase).AsSpan().IndexOf("unmistakable"u8), Is.EqualTo(-1));
    }

    [Test]
    public void A_backup_and_a_nightly_copy_take_the_tallies_along()
    {
        using var there = new TemporaryFolder();
        var (backup, day) = (Path.Combine(_folder.Data.Root, "backup.zip"), new LocalDate(2026, 11, 20));
        using (var house = Open(_folder))
        {
            house.Checks.Add(Village);
            house.KeepCopy(day);
        }

        Backup.Write(_folder.Data, backup, "1.0", day.At(new LocalTime(14, 0)));
        Restoring.Apply(backup, there.Data.Root, replaces: true, day);
        using var restored = HouseDatabase.Open(there.Data, today: null);
        Assert.That(restored.Checks.All(), Is.EqualTo(new[] { new CheckCount(Village, 1) }));
        using var copy = SqliteFile.Open(Path.Combine(_folder.Data.Copies, "house-2026-11-20.db"));
        Assert.That(copy.Query<string>("SELECT said FROM drawing_check"), Is.EqualTo(new[] { "village" }));
    }

    private static HouseDatabase Open(TemporaryFolder folder)
    {
        var house = HouseDatabase.Open(folder.Data, today: null);
        if (house.IsEmpty)
        {
            house.Load(DemoHouse.Json);
        }

        return house;
    }

    private static byte[] FileAfter(CheckAnswer[] given, Random order)
    {
        using var folder = new TemporaryFolder();
        var house = Open(folder);
        foreach (var answer in given.OrderBy(_ => order.Next()).ToList())
        {
            if (order.Next(9) == 0)
            {
                house.Dispose();
                house = Open(folder);
            }

            house.Checks.Add(answer);
        }

        house.Dispose();
        return File.ReadAllBytes(folder.Data.HouseDatabase);
    }

    private static IEnumerable<CheckAnswer> Given(int count, Random chance) =>
        from number in Enumerable.Range(0, count)
        let understanding = (Understanding)chance.Next(5)
        let said = understanding is Understanding.Nearly or Understanding.Other
            ? new string((char)('a' + chance.Next(9)), chance.Next(30))
            : ""
        select new CheckAnswer(
            new ShownDrawing("drawing-" + chance.Next(30), "0123456789ab", LanguageTag.Parse(chance.Next(2) == 0 ? "fr" : "ar")),
            understanding,
            said
        );
}
