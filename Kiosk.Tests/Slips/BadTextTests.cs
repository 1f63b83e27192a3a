using System.Globalization;
using System.Text;
using Kiosk.Core.Slips;
using Kiosk.Tests.Houses;
using Kiosk.Tests.Services;
using NUnit.Framework;

namespace Kiosk.Tests.Slips;

/// <summary>Whatever stands in a text of the house, a slip comes out that can be read, and its phone number is right.</summary>
[TestFixture("service")]
[TestFixture("activity")]
internal sealed class BadTextTests(string kind)
{
    private const string PhoneNumber = "+32 2 555 01 00";

    [TestCase("bonjour ", 1_250, TestName = "{m}: many words")]
    [TestCase("a", 10_000, TestName = "{m}: one word")]
    [TestCase("أهلاً ", 2_000, TestName = "{m}: letters of two bytes")]
    [TestCase("👩‍👩‍👧 ", 1_250, TestName = "{m}: letters of eighteen bytes")]
    public void Ten_thousand_letters_come_out_in_their_rooms(string part, int times)
    {
        var slip = Compose(Repeated(part, times));
        foreach (var side in slip.Sides)
        {
            Assert.That(Letters(side.Heading.Text), Is.InRange(1, 80));
            Assert.That(Letters(side.Organization.Text), Is.InRange(1, 60));
            Assert.That(side.Lines.Select(line => Letters(line.Text.Text)), Is.All.InRange(1, 120));
            Assert.That(DemoSlips.Lines(side, "phone"), Is.EqualTo([PhoneNumber]));
        }

        Assert.That(Encoding.UTF8.GetByteCount(slip.QrText), Is.LessThanOrEqualTo(QrPayload.RoomBytes));
        Assert.That(VCard.Parse(slip.QrText)["TEL"], Is.EqualTo(["+3225550100"]));
    }

    [Test]
    public void Long_texts_end_between_two_words()
    {
        var side = Compose(Repeated("bonjour ", 1_250)).Sides[0];
        Assert.That(side.Heading.Text, Is.EqualTo(Repeated("bonjour ", 10).TrimEnd() + "…"));
        Assert.That(DemoSlips.Lines(side, "place")[0], Is.EqualTo(Repeated("bonjour ", 15).TrimEnd() + "…"));
    }

    [TestCase("<b>Bonjour</b>")]
    [TestCase("<script>alert(1)</script>")]
    [TestCase("&lt;img src=x&gt; \" ' \\;,")]
    [TestCase("مرحبا <b>A</b>")]
    public void Markup_stays_the_letters_it_is(string text)
    {
        var slip = Compose(text);
        Assert.That(slip.Sides[0].Heading.Text, Is.EqualTo(text));
        Assert.That(slip.Sides[0].Organization.Text, Is.EqualTo(text));
        Assert.That(slip.Sides[0].Lines.Count(line => line.Text.Text == text), Is.GreaterThanOrEqualTo(2));
        Assert.That(VCard.Parse(slip.QrText)["FN"], Is.EqualTo([text]));
    }

    [TestCase("\u0000\u0001\u001B", TestName = "{m}: controls")]
    [TestCase("\u202E\u202C\u2066", TestName = "{m}: controls of direction")]
    public void Of_a_text_with_nothing_to_read_the_neutral_words_and_no_empty_line_are_left(string text)
    {
        var slip = Compose(text);
        Assert.That(slip.Sides[0].Heading, Is.EqualTo(DemoHouse.Speaking("fr").Translate("slip.neutral")));
        Assert.That(slip.Sides[0].Organization.Text, Is.Empty);
        Assert.That(slip.Sides[0].Lines.Select(line => line.Text.Text), Has.None.Empty);
        Assert.That(slip.Sides[0].Lines.Select(line => line.Pictogram), Has.None.EqualTo("bring-papers").And.None.EqualTo("who"));
        Assert.That(VCard.Parse(slip.QrText).Names, Is.EqualTo(["N", "FN", "TEL", "ADR", "NOTE"]));
    }

    [Test]
    public void An_override_does_not_turn_what_follows_it() =>
        Assert.That(DemoSlips.Texts(Compose("\u202Eabc")).Where(text => text.Contains('\u202E', StringComparison.Ordinal)), Is.Empty);

    private Slip Compose(string text)
    {
        var (house, now) = (DemoHouseSaying.Everywhere(text), Brussels.At("2026-11-20 10:01"));
        return kind == "service"
            ? SlipComposer.Compose(house, house.FindService("midday-meal")!, null, DemoHouse.Speaking("fr"), now)
            : SlipComposer.Compose(house, house.FindActivity("film-night")!, null, DemoHouse.Speaking("fr"), now);
    }

    private static string Repeated(string part, int times) => string.Concat(Enumerable.Repeat(part, times));

    private static int Letters(string text) => new StringInfo(text).LengthInTextElements;
}
