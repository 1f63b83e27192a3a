using FsCheck;
using FsCheck.Fluent;
using Kiosk.Core.Exchange;
using NUnit.Framework;

namespace Kiosk.Tests.Exchange;

internal sealed class PlainTextTests
{
    private static readonly Arbitrary<string> AnyText = Gen.Elements(
            "<",
            "b>",
            "&",
            "amp;",
            "a",
            " et ",
            "/",
            "&#39;",
            "br>",
            "é",
            "!--",
            "script>"
        )
        .ArrayOf()
        .Select(parts => string.Concat(parts).Trim())
        .ToArbitrary();

    [TestCase("<p>Soupe &amp; pain</p><p>Tous les jours</p>", "Soupe & pain\nTous les jours")]
    [TestCase("<ul><li>soupe</li><li>pain</li></ul>", "– soupe\n– pain")]
    [TestCase("Soupe<script>alert(1)</script><style>p{}</style>", "Soupe")]
    [TestCase("2 < 3 & 4 > 1", "2 < 3 & 4 > 1")]
    [TestCase("caf&eacute; &#x2615;", "café ☕")]
    [TestCase("<a href=\"https://example.org\">ici</a>", "ici")]
    [TestCase("<p title=\"a>b\">Soupe<br>et <b>pain</b></p>tous les jours", "Soupe\net pain\ntous les jours")]
    [TestCase("<h2>Soupe</h2><table><tr><td>lundi</td><td>12:00</td></tr></table>", "Soupe\nlundi\n12:00")]
    [TestCase("<b>Repas</b>\n 10&nbsp;€", "Repas 10\u00A0€")]
    public void Markup_becomes_words(string written, string plain) => Assert.That(PlainText.From(written), Is.EqualTo(plain));

    [Test]
    public void Any_text_comes_back_from_the_way_it_is_written() =>
        Prop.ForAll(AnyText, text => PlainText.From(PlainText.Written(text)) == text).QuickCheckThrowOnFailure();

    [TestCase("<!--")]
    [TestCase("<script>")]
    [TestCase("<div>")]
    [TestCase("<b>")]
    public void A_text_of_nothing_but_openings_stops_nobody(string opening) =>
        Assert.That(() => PlainText.From(string.Concat(Enumerable.Repeat(opening, 200_000))), Throws.Nothing);

    [Test]
    public void A_long_text_ends_between_words_with_an_ellipsis()
    {
        var text = PlainText.Shortened(string.Join(' ', Enumerable.Repeat("soupe", 400)));
        Assert.That(text, Has.Length.LessThanOrEqualTo(PlainText.LongestText));
        Assert.That(text, Does.EndWith("soupe…"));
    }
}
