using Kiosk.Core.Languages;
using NUnit.Framework;

namespace Kiosk.Tests.Languages;

internal sealed class PhoneNumbersTests
{
    [TestCase("اتصل على +32 2 555 01 42 قبل الظهر", "اتصل على \u2066+32\u00A02\u00A0555\u00A001\u00A042\u2069 قبل الظهر")]
    [TestCase("02/555.01.42 أو 0470-12 34 56", "\u206602/555.01.42\u2069 أو \u20660470-12\u00A034\u00A056\u2069")]
    [TestCase("من 09:00 إلى 12:30", "من 09:00 إلى 12:30")]
    [TestCase("رقم 12، 1070", "رقم 12، 1070")]
    [TestCase("9:00-12:00", "9:00-12:00")]
    [TestCase("2,50-3,00 €", "2,50-3,00 €")]
    public void In_a_sentence_from_right_to_left_a_number_keeps_its_order(string text, string shown) =>
        Assert.That(PhoneNumbers.KeepWhole(new Wording(text, LanguageTag.Parse("ar"))), Is.EqualTo(shown));

    [Test]
    public void In_other_sentences_it_stays_on_one_line() =>
        Assert.That(
            PhoneNumbers.KeepWhole(new Wording("Appelez le +32 2 555 01 42", LanguageTag.Parse("fr"))),
            Is.EqualTo("Appelez le +32\u00A02\u00A0555\u00A001\u00A042")
        );
}
