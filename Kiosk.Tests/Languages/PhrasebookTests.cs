using Kiosk.Core.Languages;
using NUnit.Framework;

namespace Kiosk.Tests.Languages;

internal sealed class PhrasebookTests
{
    private static readonly LanguageTag French = LanguageTag.Parse("fr");
    private static readonly LanguageTag Dutch = LanguageTag.Parse("nl");
    private static readonly LanguageTag Polish = LanguageTag.Parse("pl");

    private readonly List<string> _missing = [];

    private Phrasebook _phrases = null!;

    [SetUp]
    public void WriteTwoLanguages()
    {
        _phrases = new Phrasebook(
            new Dictionary<LanguageTag, IReadOnlyDictionary<string, string>>
            {
                [French] = new Dictionary<string, string> { ["hello"] = "Bonjour", ["open"] = "Ouvert de {from} à {to}" },
                [Dutch] = new Dictionary<string, string> { ["hello"] = "Dag" },
            }
        );
        _missing.Clear();
        _phrases.Missing += _missing.Add;
    }

    [Test]
    public void A_phrase_is_said_in_the_asked_language() =>
        Assert.That(_phrases.Translate("hello", Dutch, French), Is.EqualTo(new Wording("Dag", Dutch)));

    [Test]
    public void A_phrase_that_is_not_there_is_said_in_the_language_of_the_house() =>
        Assert.That(_phrases.Translate("open", Dutch, French), Is.EqualTo(new Wording("Ouvert de {from} à {to}", French)));

    [Test]
    public void A_language_that_is_not_there_falls_back_too() =>
        Assert.That(_phrases.Translate("hello", Polish, French), Is.EqualTo(new Wording("Bonjour", French)));

    [Test]
    public void A_phrase_that_nobody_wrote_is_its_key() =>
        Assert.That(_phrases.Translate("goodbye", Dutch, French), Is.EqualTo(new Wording("goodbye", French)));

    [Test]
    public void Each_miss_is_told_once_and_a_fallback_is_no_miss()
    {
        _phrases.Translate("hello", Polish, French);
        _phrases.Translate("open", Dutch, French);
        Assert.That(_missing, Is.Empty);
        _phrases.Translate("goodbye", Dutch, French);
        _phrases.Translate("goodbye", Dutch, French);
        Assert.That(_missing, Is.EqualTo(["goodbye", "goodbye"]));
    }

    [TestCase("pl", 1, "co 1 tydzień")]
    [TestCase("pl", 3, "co 3 tygodnie")]
    [TestCase("pl", 5, "co 5 tygodni")]
    [TestCase("fr", 2, "toutes les 2 semaines")]
    public void A_count_is_said_in_the_form_that_its_language_has_for_it(string language, int count, string words) =>
        Assert.That(Counting().Translate("weeks", count, LanguageTag.Parse(language), French).Text, Is.EqualTo(words));

    [Test]
    public void A_count_falls_back_to_the_form_of_the_language_that_is_said() =>
        Assert.That(Counting().Translate("weeks", 3, Dutch, French), Is.EqualTo(new Wording("toutes les 3 semaines", French)));

    [Test]
    public void A_language_needs_each_count_in_its_own_forms()
    {
        Assert.That(Counting().KeysNeeded(Polish), Is.EqualTo(["hello", "weeks.few", "weeks.many", "weeks.one", "weeks.other"]));
        Assert.That(Counting().KeysNeeded(Dutch), Is.EqualTo(["hello", "weeks.one", "weeks.other"]));
        Assert.That(Counting().PercentThere(Polish), Is.EqualTo(80));
        Assert.That(Counting().PercentThere(Dutch), Is.Zero);
    }

    private static Phrasebook Counting() =>
        new(
            new Dictionary<LanguageTag, IReadOnlyDictionary<string, string>>
            {
                [French] = new Dictionary<string, string>
                {
                    ["hello"] = "Bonjour",
                    ["weeks.one"] = "chaque semaine",
                    ["weeks.many"] = "tous les {count} de semaines",
                    ["weeks.other"] = "toutes les {count} semaines",
                },
                [Polish] = new Dictionary<string, string>
                {
                    ["weeks.one"] = "co {count} tydzień",
                    ["weeks.few"] = "co {count} tygodnie",
                    ["weeks.many"] = "co {count} tygodni",
                    ["weeks.other"] = "co {count} tygodnia",
                },
            }
        );

    [Test]
    public void Places_are_filled_and_a_place_nobody_fills_stays_visible() =>
        Assert.That(_phrases.Translate("open", French, Dutch, ("from", "09:00")).Text, Is.EqualTo("Ouvert de 09:00 à {to}"));

    [Test]
    public void It_knows_its_languages()
    {
        Assert.That(_phrases.Languages, Is.EqualTo([French, Dutch]));
        Assert.That(_phrases.Knows(Polish), Is.False);
        Assert.That(_phrases.Keys(Dutch), Is.EqualTo(["hello"]));
    }

    [TestCase("[]")]
    [TestCase("""{ "hello": { "you": "Dag" } }""")]
    [TestCase("""{ "hello": 1 }""")]
    [TestCase("")]
    public void A_file_that_is_no_flat_list_of_texts_is_named(string content)
    {
        var folder = Directory.CreateTempSubdirectory("phrases");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "nl.json"), content);
            Assert.That(() => Phrasebook.Load(folder.FullName), Throws.TypeOf<InvalidDataException>().With.Message.Contains("nl.json"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
