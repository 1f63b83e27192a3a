using System.Text;
using Kiosk.Core.Languages;
using Kiosk.Core.Services;
using Kiosk.Core.Slips;
using Kiosk.Tests.Houses;
using Kiosk.Tests.Services;
using NUnit.Framework;
using ZXing.Common;
using static Kiosk.Tests.Services.Schedules;

namespace Kiosk.Tests.Slips;

internal sealed class QrPayloadTests
{
    private const int LargestGoodVersion = 10;
    private const int QuietZone = 4; // modules

    /// <summary>The services whose code is a card.</summary>
    private static IEnumerable<Service> WithCard => DemoHouse.Whole.Services.Where(service => service.QrContent == QrContent.VCard);

    [TestCaseSource(typeof(DemoSlips), nameof(DemoSlips.Languages))]
    public void Each_card_holds_name_phone_number_and_address(string language)
    {
        using var all = Assert.EnterMultipleScope();
        foreach (var service in WithCard)
        {
            AssertHoldsNamePhoneNumberAndAddress(service, language);
        }
    }

    private static void AssertHoldsNamePhoneNumberAndAddress(Service service, string language)
    {
        var card = VCard.Parse(Of(service, language));
        var words = DemoHouse.Speaking(language);
        var address = DemoHouse.Whole.Location(service.LocationId).Address;
        var name = Discretion.IsNeeded(DemoHouse.Whole, service) ? words.Translate("slip.neutral").Text : words.In(service.Name).Text;
        var shown = card["FN"].Single();
        Assert.That(name, Does.StartWith(shown.TrimEnd('…')), $"{service.Id}: a long name loses words from its end only");
        Assert.That(card["N"], Is.EqualTo([shown, "", "", "", ""]), service.Id);
        Assert.That(card["TEL"], Is.EqualTo([service.Phones[0].Number.Replace(" ", "", StringComparison.Ordinal)]), service.Id);
        Assert.That(
            card["ADR"],
            Is.EqualTo(["", "", words.In(address.Address1).Text, words.In(address.City).Text, "", address.PostalCode, address.Country]),
            service.Id
        );
    }

    /// <summary>By the other half of the library that made it; from paper two others read it (PaperReadBackTests).</summary>
    [TestCaseSource(typeof(DemoSlips), nameof(DemoSlips.Languages))]
    public void Each_code_holds_its_text(string language)
    {
        using var all = Assert.EnterMultipleScope();
        foreach (var subject in DemoSlips.Subjects)
        {
            var text = DemoSlips.Compose(subject, language).QrText;
            Assert.That(Decoded(QrSymbol.Encode(text)), Is.EqualTo(text));
        }
    }

    private static string? Decoded(QrSymbol symbol)
    {
        var modules = new BitMatrix(symbol.Size - (2 * QuietZone));
        for (var at = 0; at < modules.Width * modules.Height; at++)
        {
            var (x, y) = (at % modules.Width, at / modules.Width);
            modules[x, y] = symbol.IsDark(x + QuietZone, y + QuietZone);
        }

        return new ZXing.QrCode.Internal.Decoder().decode(modules, null)?.Text;
    }

    [TestCaseSource(typeof(DemoSlips), nameof(DemoSlips.Languages))]
    public void Each_code_reads_well_from_paper(string language)
    {
        using var all = Assert.EnterMultipleScope();
        foreach (var service in WithCard)
        {
            var text = Of(service, language);
            Assert.That(Encoding.UTF8.GetByteCount(text), Is.LessThanOrEqualTo(QrPayload.RoomBytes), service.Id);
            Assert.That(QrSymbol.Encode(text).Version, Is.LessThanOrEqualTo(LargestGoodVersion), service.Id);
        }
    }

    [Test]
    public void The_room_is_exactly_what_a_version_10_code_holds()
    {
        var full = new string('a', QrPayload.RoomBytes - 2) + "é";
        Assert.That(QrSymbol.Encode(full).Version, Is.EqualTo(LargestGoodVersion));
        Assert.That(QrSymbol.Encode(full + "a").Version, Is.EqualTo(LargestGoodVersion + 1));
    }

    [TestCase("french-course")]
    [TestCase("psychologist")]
    public void A_service_that_chose_its_web_address_holds_exactly_that(string id) =>
        Assert.That(DemoSlips.Languages.Select(language => Of(DemoSlips.Service(id), language)), Is.All.EqualTo(DemoSlips.Service(id).Url));

    /// <summary>It chose its web address, which would name it.</summary>
    [Test]
    public void By_a_sensitive_way_it_holds_neutral_words_and_no_web_address() =>
        Assert.That(
            VCard.Parse(DemoSlips.Compose(DemoSlips.Service("psychologist"), "fr", topicId: "habits").QrText)["FN"],
            Is.EqualTo([DemoHouse.Speaking("fr").Translate("slip.neutral").Text])
        );

    [TestCase("Rue d'En Bas, 3; porte B")]
    [TestCase(@"Au \ coin, \n n'est pas un retour")]
    [TestCase(@"\\;,;\")]
    public void What_vCard_reserves_comes_out_as_it_went_in(string name)
    {
        var service = DemoSlips.Service("midday-meal") with { Name = Text(name) };
        Assert.That(VCard.Parse(Of(service, "fr"))["FN"], Is.EqualTo([name]));
    }

    [Test]
    public void A_long_name_drops_hours_and_organization_but_never_phone_number_and_address()
    {
        var card = VCard.Parse(Of(DemoSlips.Service("midday-meal") with { Name = Text(Words("été", 20)) }, "fr"));
        Assert.That(card.Names, Is.EqualTo(["N", "FN", "TEL", "ADR"]));
        Assert.That(card["FN"].Single(), Does.StartWith("été été").And.EndsWith("été…"));
    }

    [Test]
    public void A_long_street_loses_words_and_leaves_the_rest_of_the_address_whole()
    {
        var house = DemoHouse.With("locations[0].address.address1", $$"""{"fr": "{{Words("Pré", 100)}}"}""").House!;
        var card = VCard.Parse(
            QrPayload.Of(house, house.FindService("midday-meal")!, false, DemoHouse.Speaking("ar"), Brussels.Date("2026-11-20"))
        );
        Assert.That(card["ADR"][2], Does.StartWith("Pré Pré").And.EndsWith("Pré…"));
        Assert.That(card["ADR"][3..], Is.EqualTo(["بروكسل", "", "1000", "BE"]));
        Assert.That(card["TEL"], Is.EqualTo(["+3225550100"]));
    }

    [Test]
    public void Hours_that_do_not_fit_are_left_out_whole_from_the_end()
    {
        var busy = DemoSlips.Service("midday-meal") with
        {
            Schedules = [.. "MO TU WE TH FR".Split(' ').Select(day => Weekly(day, "09:00-10:00"))],
        };
        var note = VCard.Parse(Of(busy, "fr"))["NOTE"].Single();
        Assert.That(note, Does.StartWith("lundi 09:00–10:00, mardi 09:00–10:00").And.EndsWith("10:00, …"));
    }

    [Test]
    public void A_web_address_too_long_for_good_reading_gives_way_to_the_card()
    {
        var service = DemoSlips.Service("french-course") with { Url = "https://encrier.example/" + new string('a', QrPayload.RoomBytes) };
        Assert.That(VCard.Parse(Of(service, "fr")).Names, Does.Contain("TEL"));
    }

    [Test]
    public void Hours_stand_in_the_note_and_the_organization_by_its_name()
    {
        var card = VCard.Parse(Of(DemoSlips.Service("midday-meal"), "fr"));
        Assert.That(card["NOTE"], Is.EqualTo(["lundi à vendredi 12:00–13:30"]));
        Assert.That(card["ORG"], Is.EqualTo(["Le Pont"]));
    }

    [Test]
    public void Without_a_phone_there_is_no_empty_line_for_it() =>
        Assert.That(VCard.Parse(Of(DemoSlips.Service("midday-meal") with { Phones = [] }, "fr")).Names, Does.Not.Contain("TEL"));

    private static string Of(Service service, string language) =>
        QrPayload.Of(
            DemoHouse.Whole,
            service,
            Discretion.IsNeeded(DemoHouse.Whole, service),
            DemoHouse.Speaking(language),
            Brussels.Date("2026-11-20")
        );

    private static string Words(string word, int count) => string.Join(' ', Enumerable.Repeat(word, count));

    private static LocalizedText Text(string french) => new([KeyValuePair.Create(LanguageTag.Parse("fr"), french)]);
}
