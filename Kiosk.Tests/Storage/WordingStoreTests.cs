using Kiosk.Core.Editing;
using Kiosk.Core.Languages;
using Kiosk.Core.Storage;
using Kiosk.Core.Storage.Backups;
using Kiosk.Tests.Houses;
using NodaTime;
using NUnit.Framework;

namespace Kiosk.Tests.Storage;

/// <summary>Corrections and ticks, through updates of the program, copies and backups.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class WordingStoreTests : IDisposable
{
    private const string Key = "open.until";

    private static readonly LanguageTag Dutch = LanguageTag.Parse("nl");
    private static readonly LocalDate Today = new(2026, 11, 20);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Test]
    public void Another_wording_by_an_update_is_unread_and_the_old_one_again_is_read()
    {
        using var house = HouseDatabase.Open(_folder.Data, null);
        Assert.That(IsRead(Book("Open tot {time}")), Is.False);
        house.Wordings.Write(new WordingChanges([], [], [WordingRead.Of(Key, new Wording("Open tot {time}", Dutch))], []));
        Assert.That(IsRead(Book("Open tot {time}")), Is.True);
        Assert.That(IsRead(Book("Nog open tot {time}")), Is.False);
        Assert.That(IsRead(Book("Open tot {time}")), Is.True);

        bool IsRead(Phrasebook shipped)
        {
            var phrases = new CurrentPhrases(shipped, house.Wordings);
            return phrases.Read().Contains(WordingRead.Of(Key, phrases.Current.Translate(Key, Dutch, Dutch)));
        }
    }

    [Test]
    public void A_correction_stays_through_an_update_and_rests_where_the_places_are_others()
    {
        using var house = HouseDatabase.Open(_folder.Data, null);
        new CurrentPhrases(Book("Open tot {time}"), house.Wordings).Change(
            new WordingChanges([new Correction(Dutch, Key, "Tot {time} open")], [], [], [])
        );
        Assert.That(After("Nog open tot {time}"), Is.EqualTo("Tot {time} open"));
        Assert.That(After("Open tot {hour}"), Is.EqualTo("Open tot {hour}"));

        string After(string shipped) => new CurrentPhrases(Book(shipped), house.Wordings).Current.Find(Key, Dutch)!;
    }

    [Test]
    public void A_correction_of_what_is_no_phrase_any_more_is_no_phrase()
    {
        using var house = HouseDatabase.Open(_folder.Data, null);
        house.Wordings.Write(new WordingChanges([new Correction(Dutch, "gone", "Weg")], [], [], []));
        Assert.That(new CurrentPhrases(Book("Open tot {time}"), house.Wordings).Current.Keys(Dutch), Is.EqualTo([Key]));
    }

    [Test]
    public void A_backup_and_its_restoring_keep_corrections_and_ticks()
    {
        var file = Path.Combine(_folder.Data.Root, "away.zip");
        var (correction, read) = (
            new Correction(Dutch, Key, "Tot {time} open"),
            WordingRead.Of("bar.person", new Wording("Iemand", Dutch))
        );
        using (var house = HouseDatabase.Open(_folder.Data, Today))
        {
            house.Load(DemoHouse.Json);
            house.Wordings.Write(new WordingChanges([correction], [], [read], []));
        }

        TallyDatabase.Open(_folder.Data, Today).Dispose();
        Backup.Write(_folder.Data, file, "0.1.0", Today.AtMidnight());
        using var there = new TemporaryFolder();
        Restoring.Apply(file, there.Data.Root, replaces: true, Today);
        // which makes the folder of copies that was moved aside
        using var restored = HouseDatabase.Open(new DataFolder(there.Data.Root), Today);
        Assert.That(restored.Wordings.Corrections(), Is.EqualTo([correction]));
        Assert.That(restored.Wordings.Read(), Is.EqualTo([read]));
    }

    [Test]
    public void A_damaged_file_is_replaced_by_the_copy_with_them()
    {
        var correction = new Correction(Dutch, Key, "Tot {time} open");
        using (var house = HouseDatabase.Open(_folder.Data, Today))
        {
            house.Load(DemoHouse.Json);
            house.Wordings.Write(new WordingChanges([correction], [], [], []));
            house.KeepCopy(Today);
        }

        File.WriteAllText(_folder.Data.HouseDatabase, "no database, and long enough to be looked at as one");
        using var again = HouseDatabase.Open(_folder.Data, Today);
        Assert.That(again.OpeningNotice, Is.Not.Null);
        Assert.That(again.Wordings.Corrections(), Is.EqualTo([correction]));
    }

    [Test]
    public void What_a_person_read_is_kept_without_its_words()
    {
        using (var house = HouseDatabase.Open(_folder.Data, null))
        {
            house.Wordings.Write(
                new WordingChanges([], [], [WordingRead.Of("services/teeth/name", new Wording("Onderwerp van een gesprek", Dutch))], [])
            );
        }

        Assert.That(
            System.Text.Encoding.UTF8.GetString(File.ReadAllBytes(_folder.Data.HouseDatabase)),
            Does.Contain("services/teeth/name").And.Not.Contain("gesprek")
        );
    }

    private static Phrasebook Book(string phrase) =>
        new(
            new Dictionary<LanguageTag, IReadOnlyDictionary<string, string>> { [Dutch] = new Dictionary<string, string> { [Key] = phrase } }
        );
}
