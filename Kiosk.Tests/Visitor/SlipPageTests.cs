using System.Net;
using Kiosk.Core.Houses;
using Kiosk.Tests.Houses;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Visitor;

/// <summary>The slip on screen stands, whatever somebody wrote into the house.</summary>
public sealed class SlipPageTests
{
    private static readonly string[] Slips = ["/fr/service/midday-meal/slip", "/ar/activity/film-night/slip"];

    private KioskHost _kiosk = null!;
    private House _demo = null!;

    [OneTimeSetUp]
    public void Start()
    {
        _kiosk = KioskHost.Start();
        _demo = _kiosk.House;
    }

    [OneTimeTearDown]
    public void Stop() => _kiosk.Dispose();

    [TearDown]
    public void PutTheDemoHouseBack() => _kiosk.CurrentHouse.Replace(_demo);

    [TestCaseSource(nameof(Slips))]
    public async Task Markup_in_a_text_is_shown_as_letters(string address) =>
        Assert.That(await Page(address, "<b>Bonjour</b>"), Does.Contain("&lt;b&gt;Bonjour&lt;/b&gt;").And.Not.Contain("<b>"));

    [TestCaseSource(nameof(Slips))]
    public async Task Ten_thousand_letters_are_shown_shortened(string address) =>
        Assert.That(
            await Page(address, string.Concat(Enumerable.Repeat("bonjour ", 1_250))),
            Does.Contain("bonjour…").And.Contain(" 2 555 01 00")
        );

    [TestCaseSource(nameof(Slips))]
    public async Task Texts_with_nothing_to_read_leave_no_empty_place(string address) =>
        Assert.That(
            await Page(address, "\u0001"),
            Does.Contain(" 2 555 01 00").And.Not.Contain("side-organization").And.Not.Contain("></span></li>")
        );

    [Test]
    public async Task A_sensitive_activity_is_left_quickly_and_its_slip_has_no_name()
    {
        _kiosk.CurrentHouse.Replace(WithSensitiveActivities());
        using var caller = _kiosk.Caller();
        Assert.That(await caller.GetStringAsync(new Uri("/fr/activity/games", UriKind.Relative)), Does.Contain("class=\"leave\""));
        Assert.That(
            await caller.GetStringAsync(new Uri("/fr/activity/games/slip", UriKind.Relative)),
            Does.Contain("class=\"leave\"").And.Contain("Pour revenir ici").And.Not.Contain("Jeux")
        );
    }

    [TestCase("rights", "Comprendre une lettre reçue", false)]
    [TestCase("papers", "Pour revenir ici", true)]
    public async Task A_service_that_a_sensitive_topic_led_to_is_left_quickly_and_its_slip_has_no_name(
        string topic,
        string heading,
        bool discreet
    )
    {
        using var caller = _kiosk.Caller();
        var page = await caller.GetStringAsync(new Uri($"/fr/service/letter-help?topic={topic}", UriKind.Relative));
        var slip = await caller.GetStringAsync(new Uri($"/fr/service/letter-help/slip?topic={topic}", UriKind.Relative));
        bool Leaves(string text) => text.Contains("class=\"leave\"", StringComparison.Ordinal);
        Assert.That((Leaves(page), Leaves(slip)), Is.EqualTo((discreet, discreet)));
        Assert.That(slip, Does.Contain(heading));
    }

    private async Task<string> Page(string address, string text)
    {
        _kiosk.CurrentHouse.Replace(DemoHouseSaying.Everywhere(text));
        using var caller = _kiosk.Caller();
        using var answer = await caller.GetAsync(new Uri(address, UriKind.Relative));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        return await answer.Content.ReadAsStringAsync();
    }

    private House WithSensitiveActivities() =>
        new(
            _demo.Profile,
            _demo.Organizations,
            _demo.Locations,
            _demo.Topics,
            _demo.Services,
            _demo.Rooms,
            _demo.Presences,
            [.. _demo.Activities.Select(activity => activity with { TopicIds = ["safe"] })],
            _demo.Notices
        );
}
