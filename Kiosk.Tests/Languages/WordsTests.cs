using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kiosk.App.Staff.Shell;
using Kiosk.Core.Languages;
using Kiosk.Tests.Houses;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Languages;

/// <summary>
/// What every text keeps to, the program's and the demo house's: <c>docs/glossary.md</c> and <c>docs/languages.md</c> say why.
/// </summary>
internal sealed class WordsTests
{
    private static readonly string[] Staff = ["fr", "nl", "en"];

    private static IEnumerable<string> Languages =>
        SourceTree
            .Files("assets/languages", ".json")
            .Where(file => !file.Contains("staff", StringComparison.Ordinal))
            .Select(file => Path.GetFileNameWithoutExtension(file));

    [TestCaseSource(nameof(Languages))]
    public void Digits_are_Western(string language) =>
        Assert.That(EveryText.In(language).Where(text => text.Text.Any(c => char.IsDigit(c) && !char.IsAsciiDigit(c))), Is.Empty);

    [TestCase("ar")]
    [TestCase("fa")]
    [TestCase("ps")]
    public void Commas_and_question_marks_are_those_of_the_script(string language) =>
        Assert.That(
            EveryText
                .In(language)
                .Where(text => text.Text.AsSpan().IndexOfAny(",;?") >= 0 && !text.Place.Contains("address", StringComparison.Ordinal)),
            Is.Empty
        );

    /// <summary>The slip, and papers that allow to stay: one word for both leads to the wrong tile.</summary>
    [TestCase("fr", "Papier", "Séjour, identité")]
    [TestCase("nl", "Briefje", "Papieren")]
    [TestCase("en", "Slip", "Papers")]
    [TestCase("de", "Zettel", "Papiere")]
    [TestCase("es", "Papel", "Residencia, identidad")]
    [TestCase("pt", "Papel", "Documentos")]
    [TestCase("ro", "Bilețel", "Acte")]
    [TestCase("pl", "Kartka", "Dokumenty")]
    [TestCase("tr", "Kâğıt", "Belgeler")]
    [TestCase("uk", "Папірець", "Документи")]
    [TestCase("ar", "الورقة", "الإقامة والهوية")]
    [TestCase("fa", "برگه", "مدارک")]
    public void The_topic_of_papers_has_another_word_than_the_slip(string language, string slip, string topic)
    {
        var words = DemoHouse.Speaking(language);
        Assert.That(
            (words.Translate("topic.slip").Text, words.In(DemoHouse.Whole.FindTopic("papers")!.Name).Text),
            Is.EqualTo((slip, topic))
        );
    }

    /// <summary>The page says "Closed: …" before it.</summary>
    [TestCaseSource(nameof(Languages))]
    public void A_reason_for_closing_does_not_say_once_more_that_it_is_closed(string language)
    {
        var words = DemoHouse.Speaking(language);
        var closed = words.Translate("service.closed-reason").Text.Split(':', '፦')[0].Trim();
        var reasons = DemoHouse
            .Whole.Services.SelectMany(service => service.Closures)
            .Concat(DemoHouse.Whole.Profile.Closures)
            .Select(closure => closure.Reason)
            .OfType<LocalizedText>()
            .Select(reason => words.In(reason).Text);
        Assert.That(reasons, Is.Not.Empty);
        Assert.That(reasons, Has.None.StartsWith(closed));
    }

    [TestCase("fr", "papier", "ticket")]
    [TestCase("nl", "briefje", "ticket|bon|papier")]
    [TestCase("en", "slip", "ticket|receipt|printout")]
    public void A_slip_has_one_word(string language, string word, string others)
    {
        string[] keys =
        [
            "service.slip",
            "service.slip-of",
            "slip.print",
            "slip.printed",
            "slip.printing",
            "slip.sent",
            "slip.title",
            "topic.slip",
        ];
        string[] staffKeys =
        [
            "guide.field.phones",
            "guide.field.sensitive",
            "report.says.touches",
            "report.says.visits",
            "report.title.touches",
            "report.visit.with-slip",
            "texts.group.slip",
        ];
        var texts = keys.Select(key => Phrases(language)[key]).Concat(staffKeys.Select(key => Phrases("staff/" + language)[key]));
        Assert.That(texts, Is.All.Contains(word).IgnoreCase);
        Assert.That(texts.Where(text => others.Split('|').Any(other => HasWord(text, other))), Is.Empty);
        Assert.That(Phrases("staff/" + language).Where(phrase => HasWord(phrase.Value, others.Split('|')[0])), Is.Empty);
    }

    [TestCase("fr", "annul", "repris|reprenez|reprendre|revenir en arrière")]
    [TestCase("nl", "ongedaan", "teruggenomen|terugnemen|neem")]
    [TestCase("en", "undo", "taken back|take back|go back")]
    public void Undoing_has_one_word(string language, string word, string others)
    {
        string[] keys =
        [
            "change.undone",
            "check.undo",
            "check.wrong.undo",
            "common.undo",
            "guide.remove-what",
            "help.intro",
            "help.undo-how",
            "history.in-the-way",
            "history.undo",
            "history.undone",
            "history.what",
        ];
        var texts = keys.Select(key => Phrases("staff/" + language)[key]).ToList();
        Assert.That(texts, Is.All.Contains(word).IgnoreCase);
        Assert.That(texts.Where(text => others.Split('|').Any(other => HasWord(text, other))), Is.Empty);
    }

    [TestCase("fr", "sujet|repris|reprendre|annonces")]
    [TestCase("nl", "verslag|onderwerp|onderwerpen|je|jouw|annuleren|haar datum|lokalen")]
    public void A_thing_has_one_name_for_staff(string language, string others) =>
        Assert.That(Phrases("staff/" + language).Where(phrase => others.Split('|').Any(other => HasWord(phrase.Value, other))), Is.Empty);

    [TestCaseSource(nameof(Staff))]
    public void The_report_says_the_answers_as_the_screen_asks_for_them(string language)
    {
        var (screen, report) = (Phrases(language), Phrases("staff/" + language));
        Assert.That(
            new[] { "good", "middle", "bad" }.Select(face => report["report.face." + face]),
            Is.EqualTo(new[] { "good", "middle", "bad" }.Select(face => screen["face." + face]))
        );
        Assert.That(report["report.title.faces"].Trim('«', '»', '‘', '’', '“', '”', ' ', '\u00A0'), Is.EqualTo(screen["slip.faces"]));
        Assert.That(report["report.visit.nothing-fits"], Does.Contain(screen["topic.nothing-fits"]));
    }

    /// <summary>Health is a need, a telephone is for calling: a place of the tablet has a word and a drawing of its own.</summary>
    [TestCaseSource(nameof(Staff))]
    public void A_place_of_the_tablet_is_no_topic_of_the_house(string language)
    {
        var words = DemoHouse.Speaking(language);
        var places = StaffPlace.All.Where(place => place.Name is "health" or "devices").ToList();
        Assert.That(
            places.Select(place => Phrases("staff/" + language)["place." + place.Name]),
            Has.None.AnyOf([.. DemoHouse.Whole.Topics.Select(topic => words.In(topic.Name).Text)])
        );
        Assert.That(places.Select(place => place.Pictogram), Is.EqualTo(["tablet", "kiosk"]).And.SubsetOf(DemoHouse.Pictograms));
        Assert.That(
            JsonNode.Parse(DemoHouse.Json)!.ToJsonString(),
            Does.Not.Contain("\"pictogram\":\"tablet\"").And.Not.Contain("\"pictogram\":\"kiosk\"")
        );
    }

    [TestCaseSource(nameof(Staff))]
    public void Every_drawing_has_a_name_of_its_own_in_the_language_of_the_tablet(string language)
    {
        var names = DemoHouse.Pictograms.ToDictionary(drawing => drawing, drawing => Phrases("staff/" + language)["drawing." + drawing]);
        Assert.That(names.Values, Is.Unique);
        Assert.That(
            Phrases("staff/" + language).Keys.Where(key => key.StartsWith("drawing.", StringComparison.Ordinal)),
            Is.EquivalentTo(names.Keys.Select(drawing => "drawing." + drawing))
        );
    }

    private static bool HasWord(string text, string word) =>
        Regex.IsMatch(text, $@"\b{word}s?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static Dictionary<string, string> Phrases(string file) => EveryText.Phrases(file);
}
