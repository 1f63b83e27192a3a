using Kiosk.Core.Houses;
using Kiosk.Core.Languages;
using Kiosk.Core.Services;
using Kiosk.Core.Slips;
using Kiosk.Tests.Houses;
using Kiosk.Tests.Services;
using NUnit.Framework;
using static Kiosk.Tests.Programme.Activities;

namespace Kiosk.Tests.Slips;

/// <summary>Whoever finds a slip in a pocket must not learn why somebody took it; who took a plain one must find the way by it.</summary>
internal sealed class DiscreetSlipTests
{
    private const string Friday = "2026-11-20 10:01";

    private static House House => DemoHouse.Whole;

    private static IEnumerable<string> Languages => House.Profile.Languages.Select(language => language.Value);

    /// <summary>Every way in the demo house that leads to a discreet slip: a service, and the topic that led there.</summary>
    private static IEnumerable<(Service Service, string? TopicId)> DiscreetWays =>
        from service in House.Services
        from topic in service.TopicIds.Append(null)
        where Discretion.IsNeeded(House, service, topic)
        select (service, topic);

    [TestCaseSource(nameof(Languages))]
    public void No_word_on_a_discreet_slip_gives_its_reason_away(string language)
    {
        Assert.That(DiscreetWays.Count(), Is.GreaterThanOrEqualTo(14));
        using var all = Assert.EnterMultipleScope();
        foreach (var (service, topic) in DiscreetWays)
        {
            var slip = DemoSlips.Compose(service, language, Friday, topic);
            Assert.That(ReasonWords.On(slip), Is.Empty, $"{service.Id} by {topic}");
            Assert.That(slip.Sides.Select(side => side.Heading.Text), Has.None.AnyOf([.. NamesOf(service)]), service.Id);
            Assert.That(slip.Pictogram, Is.EqualTo("place"), service.Id);
        }
    }

    /// <summary>Else the list would find nothing because it is a bad one.</summary>
    [TestCaseSource(nameof(Languages))]
    public void The_words_are_those_that_the_pages_of_such_services_say(string language)
    {
        var words = DemoHouse.Speaking(language);
        foreach (var id in new[] { "care-without-papers", "papers-lawyer", "safe-talk", "cut-down" })
        {
            var service = DemoSlips.Service(id);
            Assert.That(ReasonWords.In(words.In(service.Description).Text, language), Is.Not.Empty, id);
        }
    }

    [TestCase(null, "Comprendre une lettre reçue")]
    [TestCase("rights", "Comprendre une lettre reçue")]
    [TestCase("money-debts", "Comprendre une lettre reçue")]
    [TestCase("papers", "Pour revenir ici")]
    [TestCase("safe", "Comprendre une lettre reçue", TestName = "{m}: a topic that does not lead to it is no way there")]
    public void A_service_of_no_sensitive_kind_is_neutral_by_a_sensitive_way_only(string? topic, string heading) =>
        Assert.That(DemoSlips.Compose(DemoSlips.Service("letter-help"), "fr", Friday, topic).Sides[0].Heading.Text, Is.EqualTo(heading));

    [Test]
    public void A_service_of_a_sensitive_kind_is_neutral_by_every_way([Values(null, "health-doctor", "papers")] string? topic) =>
        Assert.That(
            DemoSlips.Compose(DemoSlips.Service("care-without-papers"), "fr", Friday, topic).Sides[0].Heading.Text,
            Is.EqualTo("Une adresse pour vous")
        );

    [Test]
    public void A_service_to_which_sensitive_topics_alone_lead_is_of_a_sensitive_kind() =>
        Assert.That(
            new[] { "papers-lawyer", "safe-talk", "cut-down", "letter-help", "psychologist", "teeth" }.Select(id =>
                Discretion.IsNeeded(House, DemoSlips.Service(id))
            ),
            Is.EqualTo([true, true, true, false, false, false])
        );

    [Test]
    public void How_to_get_in_is_said_in_general()
    {
        var side = DemoSlips.Compose(DemoSlips.Service("care-without-papers"), "fr", Friday).Sides[0];
        Assert.That(DemoSlips.Lines(side, "walk-in"), Is.EqualTo(["Entrez, sans rendez-vous"]));
        Assert.That(DemoSlips.Lines(side, "free"), Is.EqualTo(["Gratuit"]));
    }

    [Test]
    public void Price_and_papers_in_the_houses_own_words_stay_off()
    {
        var told = DemoSlips.Service("safe-talk") with
        {
            CostFree = false,
            FeesDescription = Text("5 € pour qui a peur"),
            RequiredDocuments = [Text("La plainte à la police")],
        };
        var slip = DemoSlips.Compose(told, "fr", Friday);
        Assert.That(
            slip.Sides[0].Lines.Select(line => line.Pictogram).Distinct(),
            Is.EqualTo(["place", "today", "clock", "phone", "walk-in", "fresh"])
        );
        Assert.That(ReasonWords.On(slip), Is.Empty);
    }

    /// <summary>Whatever a service comes to be told of: the name of each text is tried in its place.</summary>
    [TestCaseSource(nameof(TextsOfAService))]
    public void No_text_of_a_service_in_the_houses_own_words_is_on_it(System.Reflection.PropertyInfo text)
    {
        const string Marked = "Told in own words";
        var told = DemoSlips.Service("safe-talk") with { CostFree = false };
        text.SetValue(told, text.PropertyType.IsInstanceOfType(Text(Marked)) ? Text(Marked) : new[] { Text(Marked) });
        var slip = DemoSlips.Compose(told, "fr", Friday);
        Assert.That(
            slip.Sides.SelectMany(side => side.Lines.Select(line => line.Text.Text).Append(side.Heading.Text)).Append(slip.QrText),
            Has.None.Contains(Marked)
        );
    }

    private static IEnumerable<System.Reflection.PropertyInfo> TextsOfAService =>
        typeof(Service)
            .GetProperties()
            .Where(property =>
                property.PropertyType.IsAssignableFrom(typeof(LocalizedText))
                || property.PropertyType.IsAssignableFrom(typeof(LocalizedText[]))
            );

    [Test]
    public void An_organization_that_offers_nothing_else_stays_off_by_paper_and_code()
    {
        var house = DemoHouse
            .With(file =>
            {
                DemoHouse.Put(file, "organizations[1].name", """{"fr": "SOS Violence"}""");
                foreach (var entry in file["services"]!.AsArray().Concat(file["activities"]!.AsArray()))
                {
                    if (entry!["organizationId"]?.ToString() == "maison-medicale" && entry["id"]!.ToString() != "safe-talk")
                    {
                        entry["organizationId"] = "le-pont";
                    }
                }
            })
            .House!;
        var slip = SlipComposer.Compose(house, house.FindService("safe-talk")!, "safe", DemoHouse.Speaking("nl"), Brussels.At(Friday));
        Assert.That(slip.Sides.Select(side => side.Organization.Text), Is.All.Empty);
        Assert.That(VCard.Parse(slip.QrText).Names, Has.None.EqualTo("ORG"));
    }

    [Test]
    public void An_organization_that_offers_other_things_too_is_named() =>
        Assert.That(
            DemoSlips.Compose(DemoSlips.Service("safe-talk"), "fr", Friday).Sides[0].Organization.Text,
            Is.EqualTo("Maison médicale du Tisserand")
        );

    private static IEnumerable<string> NamesOf(Service service) =>
        Languages.Select(language => DemoHouse.Speaking(language).In(service.Name).Text);
}
