using System.Net;
using System.Text.RegularExpressions;
using Kiosk.App.Houses;
using Kiosk.App.Staff.Comprehension;
using Kiosk.Core.Devices;
using Kiosk.Core.Languages;
using Kiosk.Core.PictogramComprehension;
using Kiosk.Core.Pictograms;
using Kiosk.Core.Storage;
using Kiosk.Tests.Pictograms;
using Kiosk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace Kiosk.Tests.Staff;

/// <summary>The pictogram check, asked and answered without a browser.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed partial class CheckRequestTests : IDisposable
{
    private const string Check = "/guide/check";
    private const string Results = "/guide/check/results";

    private readonly KioskHost _kiosk = KioskHost.Start();
    private readonly StaffForms _tablet;

    /// <summary>In the round that was begun last.</summary>
    private LanguageTag _spoken = null!;

    public CheckRequestTests() => _tablet = new StaffForms(_kiosk.StaffCaller(Role.Staff));

    public void Dispose()
    {
        _tablet.Dispose();
        _kiosk.Dispose();
    }

    /// <summary>What a page asks about.</summary>
    private sealed record Question(string At, string Drawing, string Mark);

    private DrawingChecks Checks => _kiosk.Services.GetRequiredService<HouseDatabase>().Checks;

    private PictogramSet Set => _kiosk.Services.GetRequiredService<PictogramSet>();

    [Test]
    public async Task Answers_are_counted_for_their_drawing_and_language()
    {
        var first = await Begin("ar");
        await Answered(first, "right", ("said", "not kept with a right answer"));
        var second = await Asked();
        await Answered(second, "nearly", ("said", " Une  MAISON "), ("before", "prison"));
        var third = await Asked();
        await Answered(third, "opposite", ("said", " "), ("before", "prison"));
        Assert.That(
            Checks.All(),
            Is.EquivalentTo(
                new[]
                {
                    Counted(first, Understanding.Right, ""),
                    Counted(second, Understanding.Nearly, "une maison"),
                    Counted(third, Understanding.Opposite, "prison"),
                }
            )
        );
        Assert.That(new[] { first.Drawing, second.Drawing, third.Drawing }, Is.Unique);
    }

    [Test]
    public async Task What_cannot_be_counted_gets_a_sentence_and_changes_nothing()
    {
        (string Field, string Value, string Sentence)[] wrong =
        [
            ("answer", "perhaps", "Touchez une des réponses"),
            ("answer", "", "Touchez une des réponses"),
            ("said", "une histoire de plus de quarante lettres !", "trop long"),
            ("mark", "000000000000", "vient d’être remplacé"),
            ("drawing", "no-such-drawing", "déjà eu sa réponse"),
            ("at", "7", "déjà eu sa réponse"),
            ("at", "-1", "déjà eu sa réponse"),
            ("at", "x", "déjà eu sa réponse"),
        ];
        var question = await Begin("fr");
        using var all = Assert.EnterMultipleScope();
        foreach (var (field, value, sentence) in wrong)
        {
            var sent = new Dictionary<string, string>
            {
                ["at"] = question.At,
                ["drawing"] = question.Drawing,
                ["mark"] = question.Mark,
                ["answer"] = "else",
                ["said"] = "",
                [field] = value,
            };
            using var answer = await _tablet.Post(Check, Check + "?handler=Answer", [.. sent.Select(part => (part.Key, part.Value))]);
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), value);
            Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain(sentence), value);
            Assert.That(Checks.All(), Is.Empty, value);
            Assert.That(await Asked(), Is.EqualTo(question), value);
        }
    }

    [Test]
    public async Task Without_a_round_there_is_a_sentence()
    {
        (string Handler, string Field, string Value, string Sentence)[] sent =
        [
            ("Begin", "language", "ti", "Choisissez une des langues"),
            ("Begin", "language", "français", "Choisissez une des langues"),
            ("Answer", "answer", "right", "Cette série est terminée"),
            ("Undo", "x", "", "plus de réponse à annuler"),
        ];
        using var all = Assert.EnterMultipleScope();
        foreach (var (handler, field, value, sentence) in sent)
        {
            using var answer = await _tablet.Post(Check, $"{Check}?handler={handler}", (field, value));
            Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain(sentence).And.Contain("handler=Begin"), handler);
            Assert.That(Checks.All(), Is.Empty, handler);
        }
    }

    [Test]
    public async Task The_last_answer_can_be_taken_back_once()
    {
        var first = await Begin("fr");
        await Answered(first, "right");
        var second = await Asked();
        await Answered(second, "else", ("said", "église"));
        (await _tablet.Post(Check, Check + "?handler=Undo")).Dispose();
        Assert.That(await Asked(), Is.EqualTo(second));
        Assert.That(Checks.All(), Is.EqualTo(new[] { Counted(first, Understanding.Right, "") }));
        using var again = await _tablet.Post(Check, Check + "?handler=Undo");
        Assert.That(await again.Content.ReadAsStringAsync(), Does.Contain("plus de réponse à annuler"));
        Assert.That(Checks.All(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_finger_that_touches_twice_counts_once_and_another_answer_takes_the_place_of_the_first()
    {
        var question = await Begin("fr");
        await Answered(question, "right");
        await Answered(question, "right");
        Assert.That(Checks.All(), Is.EqualTo(new[] { Counted(question, Understanding.Right, "") }));
        await Answered(question, "unknown");
        Assert.That(Checks.All(), Is.EqualTo(new[] { Counted(question, Understanding.Unknown, "") }));
        Assert.That((await Asked()).At, Is.EqualTo("1"));
    }

    [Test]
    public async Task A_drawing_left_out_is_not_counted_and_two_tablets_ask_apart()
    {
        var question = await Begin("fr");
        using var other = new StaffForms(_kiosk.StaffCaller());
        (await other.Post(Check, Check + "?handler=Begin", ("language", "ar"))).Dispose();
        (await _tablet.Post(Check, Check + "?handler=Skip", ("at", question.At))).Dispose();
        (await _tablet.Post(Check, Check + "?handler=Skip", ("at", question.At))).Dispose();
        Assert.That((await Asked()).At, Is.EqualTo("1"));
        Assert.That(await other.Caller.GetStringAsync(Check), Does.Contain("name=\"at\" value=\"0\"").And.Contain("العربية"));
        Assert.That(Checks.All(), Is.Empty);
    }

    [Test]
    public async Task A_drawing_that_was_replaced_begins_anew_and_its_answers_of_before_are_not_shown()
    {
        var question = await Begin("fr");
        await Answered(question, "else", ("said", "prison"));
        Assert.That(await ResultsPage(), Does.Contain($"data-drawing=\"{question.Drawing}\"").And.Contain("prison"));
        Set.Keep(question.Drawing, new CleanDrawing(DrawingFormat.Png, Pngs.Made(8, 8)), new PictogramCredit("Ann", false));
        Assert.That(await ResultsPage(), Does.Not.Contain($"data-drawing=\"{question.Drawing}\"").And.Not.Contain("prison"));
        var anew = await Begin("fr");
        Assert.That(await _tablet.Caller.GetStringAsync(Check), Does.Not.Contain("prison"));
        Checks.Add(
            new CheckAnswer(
                new ShownDrawing(question.Drawing, Set[question.Drawing].Mark, LanguageTag.Parse("fr")),
                Understanding.Right,
                ""
            )
        );
        Assert.That(await ResultsPage(), Does.Contain("1 sur 1 justes"));
        Assert.That(anew.Mark, Is.EqualTo(Set[anew.Drawing].Mark));
    }

    [Test]
    public async Task A_share_is_told_from_five_answers_on()
    {
        var shown = new ShownDrawing("food", Set["food"].Mark, LanguageTag.Parse("ar"));
        for (var asked = 1; asked <= 4; asked++)
        {
            Checks.Add(new CheckAnswer(shown, asked == 1 ? Understanding.Right : Understanding.Other, ""));
        }

        Assert.That(Percent().Matches(await ResultsPage()), Is.Empty);
        Assert.That(await ResultsPage(), Does.Contain("Encore trop peu").And.Contain("1 sur 4 justes"));
        Checks.Add(new CheckAnswer(shown, Understanding.Other, ""));
        Assert.That(Percent().Match(await ResultsPage()).Groups[1].Value, Is.EqualTo("20"));
        Assert.That(
            await ResultsPage(),
            Does.Contain("check-fails").And.Contain("Mal compris").And.Contain("href=\"/guide/drawings?replace=food\"")
        );
    }

    [Test]
    public async Task One_drawing_or_all_can_be_forgotten_and_an_unknown_one_gets_a_sentence()
    {
        foreach (var drawing in new[] { "food", "housing" })
        {
            Checks.Add(new CheckAnswer(new ShownDrawing(drawing, Set[drawing].Mark, LanguageTag.Parse("fr")), Understanding.Other, ""));
        }

        using var unknown = await _tablet.Post(Results, Results + "?handler=Forget", ("drawing", "no-such-drawing"));
        Assert.That(await unknown.Content.ReadAsStringAsync(), Does.Contain("Ce dessin n’existe pas").And.Contain("data-drawing=\"food\""));
        Assert.That(Checks.All(), Has.Count.EqualTo(2));
        (await _tablet.Post(Results, Results + "?handler=Forget", ("drawing", "food"))).Dispose();
        Assert.That(Checks.All().Select(count => count.Answer.Shown.Drawing), Is.EqualTo(new[] { "housing" }));
        (await _tablet.Post(Results, Results + "?handler=Forget", ("all", "true"))).Dispose();
        Assert.That(Checks.All(), Is.Empty);
    }

    [Test]
    public async Task Who_comes_to_replace_a_drawing_finds_its_name_filled_in()
    {
        Assert.That(
            await _tablet.Caller.GetStringAsync("/guide/drawings?replace=food"),
            Does.Contain("name=\"drawingName\" value=\"food\"")
        );
        Assert.That(await _tablet.Caller.GetStringAsync("/guide/drawings?replace=no-such-drawing"), Does.Not.Contain("no-such-drawing"));
    }

    [Test]
    public void A_round_begins_with_what_was_asked_least_topics_first_and_differs_from_the_one_before()
    {
        var rounds = _kiosk.Services.GetRequiredService<ComprehensionSessions>();
        var drawings = CheckedDrawings.Of(_kiosk.House, In("fr"));
        IReadOnlyList<string> Order(int seed, Func<string, int> asked)
        {
            rounds.Begin(99, LanguageTag.Parse("fr"), drawings, asked, new Random(seed));
            return rounds.Find(99)!.Drawings;
        }

        var topics = drawings.Where(drawing => drawing.IsTopic).Select(drawing => drawing.Name).ToList();
        var (one, other) = (Order(1, _ => 0), Order(2, _ => 0));
        Assert.That(one, Is.EquivalentTo(drawings.Select(drawing => drawing.Name)).And.Not.EqualTo(other));
        Assert.That(one.Take(topics.Count), Is.EquivalentTo(topics));
        Assert.That(
            Order(3, drawing => one.Take(20).Contains(drawing) ? 1 : 0).TakeLast(20),
            Is.EquivalentTo(one.Take(20)),
            "Where the last round stopped the next goes on."
        );
    }

    [Test]
    public void Each_drawing_is_there_and_has_its_meaning_in_words([Values("fr", "nl", "en")] string language)
    {
        var words = In(language);
        var missing = new List<string>();
        words.Phrases.Missing += missing.Add;
        var drawings = CheckedDrawings.Of(_kiosk.House, words);
        Assert.That(missing, Is.Empty);
        Assert.That(drawings.Select(drawing => drawing.Name), Is.Unique.And.SubsetOf(Set.Names));
        Assert.That(drawings.Select(drawing => drawing.Means), Is.All.Not.Empty.And.All.Not.Contain("{"));
    }

    private Localizer In(string language) =>
        new(_kiosk.Services.GetRequiredService<StaffPhrases>().Phrases, LanguageTag.Parse(language), LanguageTag.Parse("fr"));

    private CheckCount Counted(Question question, Understanding understanding, string said) =>
        new(new CheckAnswer(new ShownDrawing(question.Drawing, question.Mark, _spoken), understanding, said), 1);

    private async Task<Question> Begin(string language)
    {
        _spoken = LanguageTag.Parse(language);
        (await _tablet.Post(Check, Check + "?handler=Begin", ("language", language))).Dispose();
        return await Asked();
    }

    private async Task<Question> Asked()
    {
        var page = await _tablet.Caller.GetStringAsync(Check);
        string Of(string name) => Regex.Match(page, $"name=\"{name}\" value=\"([^\"]*)\"").Groups[1].Value;
        return new Question(Of("at"), Of("drawing"), Of("mark"));
    }

    private async Task Answered(Question question, string answer, params (string, string)[] more)
    {
        using var response = await _tablet.Post(
            Check,
            Check + "?handler=Answer",
            [("at", question.At), ("drawing", question.Drawing), ("mark", question.Mark), ("answer", answer), .. more]
        );
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
    }

    private Task<string> ResultsPage() => _tablet.Caller.GetStringAsync(Results);

    [GeneratedRegex(@"<b>(\d+)[^<]*%</b>")]
    private static partial Regex Percent();
}
