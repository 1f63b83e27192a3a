using Kiosk.Core.Languages;
using Kiosk.Core.PictogramComprehension;
using NUnit.Framework;

namespace Kiosk.Tests.PictogramComprehension;

/// <summary>What is said of a drawing after some answers. The share is ISO 7001's two in three; the least number is ours.</summary>
internal sealed class CheckResultTests
{
    private static readonly ShownDrawing Housing = new("housing", "0123456789ab", LanguageTag.Parse("ar"));

    [TestCase(4, 0, Verdict.TooFew, null)]
    [TestCase(0, 4, Verdict.TooFew, null)]
    [TestCase(5, 0, Verdict.Passes, 100)]
    [TestCase(0, 5, Verdict.Fails, 0)]
    [TestCase(3, 2, Verdict.Fails, 60)]
    [TestCase(4, 2, Verdict.Passes, 67)]
    [TestCase(133, 67, Verdict.Fails, 66)]
    [TestCase(134, 66, Verdict.Passes, 67)]
    public void Two_in_three_have_to_be_right_of_five_at_least(int right, int other, Verdict verdict, int? percent)
    {
        var result = new CheckResult(Housing, [.. Counts((Understanding.Right, right), (Understanding.Other, other))]);
        Assert.That((result.Verdict, result.PercentRight), Is.EqualTo((verdict, percent)));
    }

    [TestCase(Understanding.Nearly)]
    [TestCase(Understanding.Other)]
    [TestCase(Understanding.Opposite)]
    [TestCase(Understanding.Unknown)]
    public void Nothing_but_right_counts_as_right(Understanding understanding) =>
        Assert.That(new CheckResult(Housing, [.. Counts((understanding, 6))]).Verdict, Is.EqualTo(Verdict.Fails));

    [Test]
    public void The_worst_come_first_and_those_with_too_few_answers_last()
    {
        IEnumerable<CheckCount> Of(string drawing, int right, int other) =>
            Counts((Understanding.Right, right), (Understanding.Other, other))
                .Select(count => count with { Answer = count.Answer with { Shown = Housing with { Drawing = drawing } } });
        var sorted = CheckResult.Sorted([.. Of("good", 6, 0), .. Of("few", 0, 4), .. Of("bad", 1, 5), .. Of("middling", 4, 2)]);
        Assert.That(sorted.Select(result => result.Shown.Drawing), Is.EqualTo(new[] { "bad", "middling", "good", "few" }));
    }

    [Test]
    public void What_was_said_is_counted_whatever_it_was_taken_for()
    {
        CheckCount Said(Understanding understanding, string words, int times) => new(new CheckAnswer(Housing, understanding, words), times);
        var result = new CheckResult(
            Housing,
            [
                Said(Understanding.Other, "prison", 1),
                Said(Understanding.Nearly, "village", 1),
                Said(Understanding.Other, "village", 2),
                Said(Understanding.Other, "", 7),
            ]
        );
        Assert.That(result.Said, Is.EqualTo(new[] { ("village", 3), ("prison", 1) }));
    }

    [TestCase("  Une\u00A0 MAISON\n", "fr", "une maison")]
    [TestCase("e\u0301cole", "fr", "\u00e9cole")]
    [TestCase("I\u015EIK", "tr", "\u0131\u015F\u0131k")]
    [TestCase("\u202Ebad\u0007\u200B", "en", "bad")]
    [TestCase("\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645", "fa", "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645")]
    [TestCase("\U0001E900", "ff", "\U0001E922")]
    [TestCase(null, "fr", "")]
    public void The_same_words_are_written_the_same_way(string? typed, string language, string expected)
    {
        Assert.That(SaidWords.TryRead(typed, LanguageTag.Parse(language), out var said), Is.True);
        Assert.That(said, Is.EqualTo(expected));
    }

    [TestCase(40, true)]
    [TestCase(41, false)]
    public void Forty_letters_are_the_most(int letters, bool fits) =>
        Assert.That(SaidWords.TryRead(new string('x', letters) + "  ", LanguageTag.Parse("fr"), out _), Is.EqualTo(fits));

    private static IEnumerable<CheckCount> Counts(params (Understanding Understanding, int Times)[] given) =>
        given
            .Where(answer => answer.Times > 0)
            .Select(answer => new CheckCount(new CheckAnswer(Housing, answer.Understanding, ""), answer.Times));
}
