using System.Globalization;
using Kiosk.Core.Languages;
using NUnit.Framework;

namespace Kiosk.Tests.Languages;

internal sealed class LanguageTagTests
{
    [TestCase("fr")]
    [TestCase("ti")]
    [TestCase("kab")]
    public void Two_or_three_lower_case_letters_are_a_language(string text)
    {
        Assert.That(LanguageTag.TryParse(text, out var tag), Is.True);
        Assert.That(tag!.ToString(), Is.EqualTo(text));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("f")]
    [TestCase("FR")]
    [TestCase("fr-BE")]
    [TestCase("fran")]
    [TestCase("f1")]
    [TestCase("fé")]
    [TestCase("fr\n")]
    public void Anything_else_is_none(string? text) => Assert.That(LanguageTag.TryParse(text, out _), Is.False);

    [Test]
    public void What_is_no_language_is_quoted_in_the_exception() =>
        Assert.That(() => LanguageTag.Parse("French"), Throws.TypeOf<FormatException>().With.Message.Contains("'French'"));

    /// <summary>Capitals by the rules of all languages are those of each: Turkish alone has another capital for an i.</summary>
    [Test]
    public void Its_name_begins_with_the_capital_of_its_own_alphabet() =>
        Assert.That(
            from culture in CultureInfo.GetCultures(CultureTypes.NeutralCultures)
            where LanguageTag.TryParse(culture.Name, out _)
            let name = LanguageTag.Parse(culture.Name).NativeName
            where name != culture.TextInfo.ToTitleCase(culture.NativeName)
            select $"{culture.Name}: {name}",
            Is.Empty
        );

    [TestCase("ar", "rtl")]
    [TestCase("fa", "rtl")]
    [TestCase("ur", "rtl")]
    [TestCase("fr", "ltr")]
    [TestCase("uk", "ltr")]
    [TestCase("ti", "ltr")]
    public void It_knows_its_direction(string text, string direction) =>
        Assert.That(LanguageTag.Parse(text).Direction, Is.EqualTo(direction));

    [TestCase("fr", "Français")]
    [TestCase("nl", "Nederlands")]
    [TestCase("en", "English")]
    [TestCase("ar", "العربية")]
    [TestCase("tr", "Türkçe")]
    [TestCase("uk", "Українська")]
    public void It_is_called_as_its_speakers_call_it(string text, string name) =>
        Assert.That(LanguageTag.Parse(text).NativeName, Is.EqualTo(name));
}
