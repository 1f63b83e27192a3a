using Kiosk.Core.Languages;
using NUnit.Framework;

namespace Kiosk.Tests.Languages;

internal sealed class LocalizedTextTests
{
    private static readonly LocalizedText Garden = Text(("fr", "jardin"), ("nl", "tuin"), ("ar", "حديقة"));

    [TestCase("ar", "fr", "حديقة", "ar", TestName = "It is said in the asked language")]
    [TestCase("pl", "nl", "tuin", "nl", TestName = "It falls back to the language of the house")]
    [TestCase("pl", "de", "حديقة", "ar", TestName = "It falls back to the first language there is, by its letters")]
    public void Falls_back(string asked, string house, string text, string language) =>
        Assert.That(
            Garden.In(LanguageTag.Parse(asked), LanguageTag.Parse(house)),
            Is.EqualTo(new Wording(text, LanguageTag.Parse(language)))
        );

    [Test]
    public void Two_with_the_same_texts_are_equal()
    {
        var again = Text(("ar", "حديقة"), ("nl", "tuin"), ("fr", "jardin"));
        Assert.That(again, Is.EqualTo(Garden));
        Assert.That(again.GetHashCode(), Is.EqualTo(Garden.GetHashCode()));
        Assert.That(Text(("fr", "jardin")), Is.Not.EqualTo(Garden));
    }

    [Test]
    public void Without_any_text_it_cannot_be() => Assert.That(() => Text(), Throws.ArgumentException);

    [TestCase("")]
    [TestCase(" ")]
    public void Blank_it_cannot_be(string blank) => Assert.That(() => Text(("fr", "jardin"), ("nl", blank)), Throws.ArgumentException);

    private static LocalizedText Text(params (string Language, string Text)[] texts) =>
        new(texts.Select(t => KeyValuePair.Create(LanguageTag.Parse(t.Language), t.Text)));
}
