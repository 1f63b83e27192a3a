using Kiosk.Core.Languages;
using Kiosk.Core.Speech;
using NUnit.Framework;

namespace Kiosk.Tests.Speech;

internal sealed class SpokenTextTests
{
    private static readonly LanguageTag French = LanguageTag.Parse("fr");

    [TestCase("  Une\u00A0adresse \n pour vous ", "Une adresse pour vous")]
    [TestCase("Sprach\u00ADkurs", "Sprachkurs")]
    [TestCase("de 09:00–\u206012:00", "de 09:00–12:00")]
    [TestCase("\u2066+32\u00A02\u00A0555\u2069", "+32 2 555")]
    [TestCase("می\u200Cخواهم", "می\u200Cخواهم")]
    public void What_the_eye_alone_needs_is_not_said(string written, string said) =>
        Assert.That(SpokenText.Of(French, written)!.Text, Is.EqualTo(said));

    [TestCase("")]
    [TestCase(" … ")]
    [TestCase("\u00AD")]
    public void There_may_be_nothing_to_say(string written) => Assert.That(SpokenText.Of(French, written), Is.Null);

    [Test]
    public void More_than_a_sentence_is_not_taken() =>
        Assert.That(
            (SpokenText.Of(French, new string('a', 1000)), SpokenText.Of(French, new string('a', 1001))),
            Is.EqualTo((SpokenText.Of(French, new string('a', 1000)), (SpokenText?)null))
        );

    [Test]
    public void The_same_words_in_two_languages_are_two_sounds() =>
        Assert.That(
            SpokenText.Of(French, "Stop")!.Mark,
            Is.Not.EqualTo(SpokenText.Of(LanguageTag.Parse("nl"), "Stop")!.Mark).And.Length.EqualTo(32)
        );
}
