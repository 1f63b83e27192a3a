using System.Globalization;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Kiosk.Tests.Houses;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Visitor;

/// <summary>An activity is found by what it is for, beside the services of the same topic, with its next date.</summary>
internal sealed class TopicActivitiesTests
{
    private const string Friday = "2026-11-20 14:20";

    private readonly KioskHost _host = KioskHost.StartAt(Friday);

    [TearDown]
    public void AsItWas()
    {
        _host.CurrentHouse.Replace(DemoHouse.Whole);
        _host.Time.StandAt(Friday);
    }

    [OneTimeTearDown]
    public void Stop() => _host.Dispose();

    [Test]
    public async Task Services_come_first_then_activities_by_their_next_date()
    {
        var cards = await Cards("food-clothes");
        Assert.That(cards.Select(Name), Is.EqualTo(["Des vêtements à choisir", "La donnerie", "Couture"]));
        Assert.That(cards.Skip(1).Select(Status), Is.EqualTo(["Demain 10:30", "Mardi 14:00"]));
    }

    [TestCase("2026-11-21 10:00", "open", "Maintenant 10:00–13:00")]
    [TestCase("2026-11-20 23:50", "later", "Demain 10:00")]
    [TestCase("2026-12-24 20:00", "later", "Lundi 4 janvier", TestName = "{m}: not while the house is closed for the holidays")]
    public async Task The_next_date_is_that_of_the_house(string now, string kind, string says)
    {
        _host.Time.StandAt(now);
        var cafe = (await Cards("talk")).Single(card => Name(card) == "Café ouvert");
        Assert.That((cafe.QuerySelector(".status")!.ClassList.Contains("status-" + kind), Status(cafe)), Is.EqualTo((true, says)));
    }

    [Test]
    public async Task What_is_the_same_as_a_service_of_the_topic_stands_there_once() =>
        Assert.That((await Cards("learn-computer")).Select(Name), Is.EqualTo(["Aide ordinateur et téléphone"]));

    [Test]
    public async Task One_that_never_comes_again_is_left_out_and_a_full_one_says_so()
    {
        Change(activity =>
        {
            if (Id(activity) == "sewing")
            {
                activity["schedules"] = new JsonArray();
            }
            else if (Id(activity) == "exchange")
            {
                activity["changes"] = new JsonArray(JsonNode.Parse("""{ "date": "2026-11-21", "full": true }"""));
            }
        });
        var cards = await Cards("food-clothes");
        Assert.That(cards.Select(Name), Is.EqualTo(["Des vêtements à choisir", "La donnerie"]));
        Assert.That(cards[1].QuerySelector(".change")!.TextContent.Trim(), Is.EqualTo("Complet"));
    }

    [Test]
    public async Task Of_forty_each_stands_on_one_page_of_the_topic()
    {
        Change(activity => activity["topicIds"] = new JsonArray("work"));
        var (names, page) = (new List<string>(), 1);
        while (await Page($"topic/work?page={page}") is { } found)
        {
            var cards = found.QuerySelectorAll("li.card");
            Assert.That(cards, Has.Length.InRange(1, 4), page.ToString(CultureInfo.InvariantCulture));
            names.AddRange(cards.Select(Name));
            page++;
        }

        Assert.That(names, Is.Unique);
        Assert.That(names, Is.SupersetOf(DemoHouse.Whole.Activities.Select(activity => DemoHouse.Speaking("fr").In(activity.Name).Text)));
    }

    /// <summary>Who came by a sensitive topic may have to leave quickly, and carries a slip that does not tell why.</summary>
    [Test]
    public async Task By_a_sensitive_topic_an_activity_is_discreet_and_by_the_programme_it_is_not()
    {
        Change(activity =>
        {
            if (Id(activity) == "sewing")
            {
                activity["topicIds"] = new JsonArray("learn", "safe");
            }
        });
        var card = (await Cards("safe")).Single(card => Name(card) == "Couture");
        var slip = (await Page(Below(card.QuerySelector("a.card-slip")!)))!;
        Assert.That(slip.QuerySelector(".paper")!.TextContent, Does.Contain("Pour revenir ici").And.Not.Contain("Couture"));
        var page = (await Page(Below(card.QuerySelector("a.card-main")!)))!;
        Assert.That(page.QuerySelector(".leave"), Is.Not.Null);
        Assert.That((await Page(Below(page.QuerySelector("a.take")!)))!.QuerySelector(".paper")!.TextContent, Does.Not.Contain("Couture"));

        Assert.That((await Page("activity/sewing"))!.QuerySelector(".leave"), Is.Null);
        Assert.That((await Page("activity/sewing/slip?topic=learn"))!.QuerySelector(".paper")!.TextContent, Does.Contain("Couture"));
    }

    private async Task<IElement[]> Cards(string topic) => [.. (await Page("topic/" + topic))!.QuerySelectorAll("li.card")];

    /// <summary>Null when there is no such page.</summary>
    private async Task<IDocument?> Page(string path)
    {
        using var caller = _host.Caller();
        using var answer = await caller.GetAsync(new Uri("/fr/" + path, UriKind.Relative));
        return answer.IsSuccessStatusCode ? await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync()) : null;
    }

    private void Change(Action<JsonNode> change) =>
        _host.CurrentHouse.Replace(DemoHouse.With(file => file["activities"]!.AsArray().ToList().ForEach(entry => change(entry!))).House!);

    private static string Id(JsonNode entry) => entry["id"]!.GetValue<string>();

    private static string Below(IElement link) => link.GetAttribute("href")!["/fr/".Length..];

    private static string Name(IElement card) => card.QuerySelector("strong")!.TextContent.Trim();

    private static string Status(IElement card) =>
        card.QuerySelector(".status")!.TextContent.Replace("\u2060", "", StringComparison.Ordinal).Trim(); // word joiners
}
