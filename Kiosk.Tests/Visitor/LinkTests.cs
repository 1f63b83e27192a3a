using Kiosk.Core.Clocks;
using Kiosk.Core.Houses;
using Kiosk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace Kiosk.Tests.Visitor;

/// <summary>The pages as a web of links, walked without a browser.</summary>
public sealed class LinkTests
{
    private KioskHost _kiosk = null!;

    [OneTimeSetUp]
    public void Start() => _kiosk = KioskHost.Start();

    [OneTimeTearDown]
    public void Stop() => _kiosk.Dispose();

    [Test]
    public async Task Every_slip_of_a_service_and_of_what_is_on_today_is_at_most_four_touches_from_rest()
    {
        using var caller = _kiosk.Caller();
        var touches = await new Crawl(caller).TouchesFrom(
            "/rest",
            most: 4,
            link => link.StartsWith("/fr/", StringComparison.Ordinal) && IsPlain(link)
        );
        var now = _kiosk.Services.GetRequiredService<HouseClock>().Known!.Value;
        var slips = _kiosk
            .House.Services.Select(service => $"/fr/service/{service.Id}/slip")
            .Concat(
                _kiosk.House.ProgrammeOn(now.Date, now).Occurrences.Select(occurrence => $"/fr/activity/{occurrence.Activity.Id}/slip")
            );
        Assert.That(slips.Except(touches.Keys.Select(WithoutTopic)), Is.Empty);
    }

    /// <summary>GET is safe: it counts nothing, prints nothing, writes nothing.</summary>
    [Test, Category("Long")]
    public async Task Every_link_of_every_page_in_every_language_leads_somewhere_and_asking_for_it_changes_nothing_that_is_kept()
    {
        using var caller = _kiosk.Caller(followsRedirects: true);
        await caller.GetAsync(new Uri("/fr/", UriKind.Relative));
        var before = FolderContents.Of(_kiosk.DataFolder);
        var crawl = new Crawl(caller);
        await crawl.Everything(EveryPage, IsPlain);
        await caller.GetAsync(new Uri("/health", UriKind.Relative));
        await caller.GetAsync(new Uri("/fr/nowhere", UriKind.Relative));
        Assert.That(crawl.Broken, Is.Empty);
        Assert.That(crawl.Count, Is.GreaterThan(EveryPage.Count()), "a screen file is linked to besides");
        Assert.That(FolderContents.Of(_kiosk.DataFolder), Is.EqualTo(before));
    }

    [Test, Category("Long")]
    public async Task The_ways_of_showing_a_page_lead_on_in_every_combination()
    {
        using var caller = _kiosk.Caller(followsRedirects: true);
        var crawl = new Crawl(caller);
        await crawl.Everything(
            ["/ar/"],
            link => link.StartsWith("/ar/topic/", StringComparison.Ordinal) || link.StartsWith("/ar/?", StringComparison.Ordinal)
        );
        Assert.That(crawl.Broken, Is.Empty);
    }

    [Test]
    public async Task Every_service_of_a_crowded_topic_is_reached_by_seeing_more()
    {
        var house = _kiosk.House;
        var crowded = house.Services.Select(service => service with { TopicIds = ["work"] });
        _kiosk.CurrentHouse.Replace(
            new House(
                house.Profile,
                house.Organizations,
                house.Locations,
                house.Topics,
                [.. crowded],
                house.Rooms,
                house.Presences,
                house.Activities,
                house.Notices
            )
        );
        try
        {
            using var caller = _kiosk.Caller();
            var touches = await new Crawl(caller).TouchesFrom(
                "/fr/topic/work",
                most: 10,
                link =>
                    link.StartsWith("/fr/topic/work?", StringComparison.Ordinal)
                    || link.StartsWith("/fr/service/", StringComparison.Ordinal)
            );
            Assert.That(house.Services.Select(service => $"/fr/service/{service.Id}").Except(touches.Keys.Select(WithoutTopic)), Is.Empty);
        }
        finally
        {
            _kiosk.CurrentHouse.Replace(house);
        }
    }

    private IEnumerable<string> EveryPage =>
        _kiosk.House.Profile.Languages.SelectMany(language => Pages.All(_kiosk.House, language.Value)).Prepend("/rest");

    /// <summary>The address of a service, whichever topic it was reached by.</summary>
    private static string WithoutTopic(string address) => address.Split("?topic=")[0];

    private static bool IsPlain(string link) => !link.Contains("with=", StringComparison.Ordinal);
}
