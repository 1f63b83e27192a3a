using Kiosk.Core.Clocks;
using Kiosk.Core.Devices;
using Kiosk.Tests.Services;
using Kiosk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>A kiosk that does not know the time, and the tablet that tells it. Each test has a kiosk of its own.</summary>
public sealed class ClockTests : StaffBrowserTest
{
    /// <summary>What the tablet's clock shows: in Brussels 14:23 on Friday.</summary>
    private static readonly DateTime TabletTime = new(2026, 11, 20, 13, 23, 30, DateTimeKind.Utc);

    protected override string[] Settings => ["Kiosk:Clock=check"];

    private HouseClock Clock => Kiosk.Services.GetRequiredService<HouseClock>();

    [SetUp]
    public void StartWithoutTime()
    {
        StopKiosk();
        StartKiosk();
        Kiosk.Machine.SetByHand("2026-11-01 06:07");
        Assert.That(Clock.Known, Is.Null);
    }

    [Test]
    public async Task One_touch_on_a_tablet_tells_the_kiosk_and_every_open_page_hears_it([Values] Role role)
    {
        var kiosk = await Screen();
        await kiosk.Open("/fr/");
        await kiosk.Waits(".time-unknown");
        var other = await Tablet(role);
        await other.Open("/week");
        await other.Waits(".clock-banner");
        var tablet = await Tablet(role);
        await tablet.ChangedPage.Clock.SetFixedTimeAsync(TabletTime);
        await tablet.Open("/");
        await tablet.Touch(".clock-banner");
        await tablet.Waits(".clock-set button.main:has-text('Il est 14:23, vendredi 20 novembre 2026')");
        Assert.That(await tablet.Sees(".clock-other form"), Is.False, "two fields are for who has another time");
        await tablet.Touch(".clock-set button.main");
        await kiosk.Waits(".entry:has-text('Maintenant')");
        await Assertions.Expect(other.Page.Locator(".clock-banner")).ToHaveCountAsync(0);
        await tablet.Waits(".finding:has-text('Confirmé par l’équipe')");
        Assert.That(await tablet.Sees(".clock-banner"), Is.False);
        Assert.That(Clock.Known!.Value.ToInstant(), Is.EqualTo(NodaTime.Instant.FromDateTimeUtc(TabletTime)));
    }

    [Test]
    public async Task Without_script_two_fields_do_it()
    {
        var tablet = await Tablet(scripts: false);
        await tablet.Open("/health");
        Assert.That(await tablet.Sees(".clock-set button.main"), Is.False);
        await tablet.Page.FillAsync("[name=date]", "2026-11-20");
        await tablet.Page.FillAsync("[name=time]", "14:25");
        await tablet.Touch(".clock-other button");
        await tablet.Waits(".finding:has-text('Confirmé par l’équipe')");
        Assert.That(Clock.Known, Is.EqualTo(Brussels.At("2026-11-20 14:25")));
    }

    [Test]
    public async Task What_can_be_no_time_is_refused_in_words()
    {
        var tablet = await Tablet();
        await tablet.ChangedPage.Clock.SetFixedTimeAsync(new DateTime(2019, 1, 1, 12, 0, 0, DateTimeKind.Utc));
        await tablet.Open("/health");
        await tablet.Touch(".clock-set button.main");
        await tablet.Waits(".clock-set .wrong");
        Assert.That(Clock.Known, Is.Null);
    }

    [Test]
    public async Task What_is_changed_meanwhile_is_refused_and_says_why()
    {
        var tablet = await Tablet();
        await tablet.Open("/?day=2026-11-20");
        await tablet.Touch(".slot [value=cancel]");
        await tablet.Waits(".wrong:has-text('ne sait pas quelle heure il est')");
    }

    [Test]
    public async Task The_kiosk_hears_when_the_network_brings_the_time_and_when_a_jump_takes_it()
    {
        var kiosk = await Screen();
        await kiosk.Open("/fr/");
        await kiosk.Waits(".time-unknown");
        Kiosk.Machine.Synchronize("2026-11-20 14:20");
        await kiosk.Waits(".day-title:has-text('vendredi 20 novembre')");
        Kiosk.Machine.Synchronize("2026-11-21 11:00");
        await kiosk.Waits(".day-title:has-text('samedi 21 novembre')");
        Kiosk.Machine.SetByHand("2026-11-23 09:00");
        await kiosk.Waits(".time-unknown");
    }

    [TestCaseSource(nameof(LanguagesBySample))]
    public async Task The_screens_stand_whole(string language)
    {
        var pages = Pages.Longest(Kiosk.House, language).Prepend("/rest?in=" + language);
        Assert.That(string.Join('\n', await Layout.Problems(await Screen(), pages, Display.All)), Is.Empty);
    }

    [Test]
    public async Task The_tablets_pages_stand_whole_with_the_banner()
    {
        var tablet = await Tablet();
        var wrong = new List<string>();
        foreach (var path in new[] { "/", "/health", "/guide/activities" })
        {
            await tablet.Open(path);
            await tablet.Waits(".clock-banner");
            wrong.AddRange(await Layout.Problems(tablet, StaffLayoutTests.Tablets, StaffLayoutTests.Measure));
        }

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    [Category("Pictures")]
    public async Task Pictures_are_taken(
        [Values("fr", "ar")] string language,
        [ValueSource(typeof(Display), nameof(Display.All))] Display size
    )
    {
        var screen = await Screen(size);
        await Pictures.Take(screen, "/rest?in=" + language, $"unknown-rest-{language}-{size}");
        foreach (
            var page in new[]
            {
                "",
                "today",
                "person",
                "service/teeth",
                "activity/games",
                "service/teeth/slip",
                "topic/" + Kiosk.House.FindService("teeth")!.TopicIds[0],
            }
        )
        {
            await Pictures.Take(
                screen,
                $"/{language}/{page}",
                $"unknown-{(page.Length == 0 ? "home" : page.Replace('/', '-'))}-{language}-{size}"
            );
        }
    }

    [Test]
    [Category("Pictures")]
    public async Task Pictures_of_the_tablet_are_taken()
    {
        foreach (var size in new[] { UprightTablet, Telephone, Display.Small })
        {
            var tablet = await Tablet(size: size);
            await tablet.ChangedPage.Clock.SetFixedTimeAsync(TabletTime);
            await Pictures.Take(tablet, "/", $"unknown-staff-today-{size}");
            await Pictures.Take(tablet, "/health", $"unknown-staff-health-{size}");
        }
    }
}
