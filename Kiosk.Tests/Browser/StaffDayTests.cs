using Kiosk.Tests.Support;
using Microsoft.Playwright;
using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>The day, changed on a tablet and seen on the kiosk. Each test has a kiosk of its own.</summary>
public sealed class StaffDayTests : StaffBrowserTest
{
    private const string Games = ".slot:has-text('Jeux de société')";
    private const string OnKiosk = ".row:has-text('Jeux de société')";

    [SetUp]
    public void FreshKiosk()
    {
        StopKiosk();
        StartKiosk();
    }

    [Test]
    public async Task What_is_cancelled_is_cancelled_on_the_kiosk_and_undone_comes_back()
    {
        var (kiosk, tablet) = await KioskAndTablet("/fr/today");
        await tablet.Touch($"{Games} [value=cancel]");
        await kiosk.Waits($"{OnKiosk} .change:has-text('Annulé')");
        await tablet.Waits($"{Games}.gone");
        await tablet.Touch(".done button");
        await kiosk.Waits($"{OnKiosk} >> text='La salle du haut'");
        Assert.That(await tablet.Sees($"{Games}.gone"), Is.False);
    }

    [Test]
    public async Task What_is_put_back_is_as_planned()
    {
        var (kiosk, tablet) = await KioskAndTablet("/fr/today");
        await tablet.Touch($"{Games} [value=cancel]");
        await tablet.Touch($"{Games} [value=as-planned]");
        await tablet.Waits($"{Games} [value=cancel]");
        await kiosk.Waits($"{OnKiosk} >> text='La salle du haut'");
    }

    [Test]
    public async Task Half_an_hour_later_is_two_touches()
    {
        var (kiosk, tablet) = await KioskAndTablet("/fr/today");
        await tablet.Touch($"{Games} [popovertarget^=time]");
        await tablet.Touch(".drawer:popover-open button:has-text('18:30')");
        await kiosk.Waits($"{OnKiosk} .row-time:has-text('18:30')");
        await tablet.Waits($"{Games} .said:has-text('Était prévu')");
    }

    [Test]
    public async Task Any_other_time_and_day()
    {
        var (kiosk, tablet) = await KioskAndTablet("/fr/today");
        await tablet.Touch($"{Games} [popovertarget^=time]");
        await tablet.Page.FillAsync(".drawer-form:visible [name=starts]", "10:15");
        await tablet.Page.FillAsync(".drawer-form:visible [name=ends]", "11:45");
        await tablet.Page.FillAsync(".drawer-form:visible [name=to]", "2026-11-21");
        await tablet.Touch(".drawer:popover-open .main");
        await kiosk.Waits($"{OnKiosk} .change:has-text('Déplacé')");
        await tablet.Open("/?day=2026-11-21");
        Assert.That(await tablet.Page.Locator($"{Games} .slot-time").InnerTextAsync(), Does.Contain("10:15").And.Contain("11:45"));
    }

    [Test]
    public async Task Another_room_and_no_room_left()
    {
        var (kiosk, tablet) = await KioskAndTablet("/fr/today");
        await tablet.Touch($"{Games} [popovertarget^=room]");
        await tablet.Touch(".drawer:popover-open button[value=garden]");
        await kiosk.Waits($"{OnKiosk} >> text='Le jardin'");
        await tablet.Touch($"{Games} [value=full]");
        await kiosk.Waits($"{OnKiosk} .change:has-text('Complet')");
    }

    [Test]
    public async Task An_extra_of_today_stands_on_the_kiosk()
    {
        var (kiosk, tablet) = await KioskAndTablet("/fr/today");
        await tablet.Touch(".extra");
        await tablet.Page.FillAsync("[name=name]", "Goûter surprise");
        await tablet.Page.FillAsync("[name=starts]", "16:45");
        await tablet.Page.FillAsync("[name=ends]", "17:30");
        await tablet.Touch(".chooser label:has([value=coffee])");
        await tablet.Touch("form.extra-form .main");
        await kiosk.Waits(".row:has-text('Goûter surprise')");
        await tablet.Touch(".done button");
        await Assertions.Expect(kiosk.Page.Locator(".row:has-text('Goûter surprise')")).ToHaveCountAsync(0);
    }

    [Test]
    public async Task A_known_activity_once_more()
    {
        var (kiosk, tablet) = await KioskAndTablet("/fr/today");
        await tablet.Open("/extra");
        await tablet.Page.FillAsync("[name=starts]", "20:15");
        await tablet.Page.FillAsync("[name=ends]", "21:00");
        await tablet.Touch("button[name=activity][value=walk]");
        await kiosk.Waits(".row:has-text('Marche') .row-time:has-text('20:15')");
    }

    [Test]
    public async Task A_time_that_is_none_is_refused_in_words_and_nothing_typed_is_lost()
    {
        var tablet = await Tablet();
        await tablet.Open("/extra");
        await tablet.Page.FillAsync("[name=name]", "Goûter surprise");
        await tablet.Page.FillAsync("[name=starts]", "16:45");
        await tablet.Page.FillAsync("[name=ends]", "16:45");
        await tablet.Touch("form.extra-form .main");
        await tablet.Waits(".wrong");
        Assert.That(await tablet.Page.InputValueAsync("[name=name]"), Is.EqualTo("Goûter surprise"));
    }

    [Test]
    public async Task Who_is_here_is_here_on_the_kiosk()
    {
        var (kiosk, tablet) = await KioskAndTablet("/fr/person");
        await tablet.Touch(".person:has-text('Nadia')");
        await kiosk.Waits("li.here:has-text('Nadia')");
        await tablet.Touch(".person:has-text('Nadia')");
        await kiosk.Waits("li.away:has-text('Nadia')");
    }

    [Test]
    public async Task The_house_is_closed_and_opened_again_in_one_act()
    {
        var (kiosk, tablet) = await KioskAndTablet("/ar/");
        await tablet.Touch(".notice-line[href='/closing']");
        await tablet.Page.FillAsync("[name=reason]", "Le chauffage est en panne");
        await tablet.Page.PressAsync("[name=reason]", "Enter");
        await Assertions.Expect(tablet.Page.Locator("[name=reason]")).ToHaveValueAsync("Le chauffage est en panne");
        await tablet.Touch("button[value='today']");
        await kiosk.Waits(".notice.closed:has-text('Le chauffage')");
        await kiosk.Waits(".sign .status-later");
        Assert.That(await kiosk.Page.Locator(".entry-now").CountAsync(), Is.Zero);
        await tablet.Touch(".notice-line.up[href='/closing']");
        await tablet.Touch(".notice-up button");
        await kiosk.Waits(".sign .status-open");
        await Assertions.Expect(kiosk.Page.Locator(".notice")).ToHaveCountAsync(0);
        await kiosk.Waits(".entry-now");
    }

    [Test]
    public async Task It_closes_from_a_time_on_and_undoing_is_one_touch()
    {
        var (kiosk, tablet) = await KioskAndTablet("/nl/");
        await tablet.Touch(".notice-line[href='/closing']");
        await tablet.Page.FillAsync("[name=time]", "15:00");
        await tablet.Touch("button[value='from']");
        await kiosk.Waits(".notice.closed:has-text('15:00')");
        await kiosk.Waits(".sign .status-open:has-text('15:00')");
        await tablet.Touch(".done button");
        await Assertions.Expect(kiosk.Page.Locator(".notice")).ToHaveCountAsync(0);
    }

    [Test]
    public async Task A_ready_notice_stands_across_the_kiosk_in_its_language()
    {
        var (kiosk, tablet) = await KioskAndTablet("/ar/");
        await tablet.Touch(".notice-line[href='/notice']");
        await tablet.Touch(".ready-line:has([value='notice.full-house']) button");
        await kiosk.Waits(".notice:lang(ar)");
        await tablet.Touch(".notice-line[href='/notice']");
        await tablet.Touch(".notice-up button");
        await Assertions.Expect(kiosk.Page.Locator(".notice")).ToHaveCountAsync(0);
    }

    [Test]
    public async Task A_notice_in_the_houses_own_words_falls_back_to_its_language()
    {
        var (kiosk, tablet) = await KioskAndTablet("/ar/");
        await tablet.Open("/notice");
        await tablet.Page.FillAsync("textarea[lang=nl]", "Koffie is op");
        await tablet.Touch("form.sheet .main");
        await tablet.Waits(".wrong");
        Assert.That(await tablet.Page.InputValueAsync("textarea[lang=nl]"), Is.EqualTo("Koffie is op"));
        await tablet.Page.FillAsync("textarea[lang=fr]", "Plus de café");
        await tablet.Touch("form.sheet .main");
        await kiosk.Waits(".notice [lang=fr]:has-text('Plus de café')");
    }

    [Test]
    public async Task A_week_with_something_of_its_own_is_copied()
    {
        var tablet = await Tablet();
        await tablet.Open("/");
        await tablet.Touch($"{Games} [popovertarget^=room]");
        await tablet.Touch(".drawer:popover-open button[value=garden]");
        await tablet.Waits(".done");
        await tablet.Open("/week");
        await tablet.Touch(".copy button");
        await tablet.Waits(".done");
        await tablet.Open("/?day=2026-11-27");
        Assert.That(await tablet.Page.Locator($"{Games} .slot-room").InnerTextAsync(), Is.EqualTo("Le jardin"));
    }

    [Test]
    public async Task A_week_with_nothing_of_its_own_says_so()
    {
        var tablet = await Tablet();
        await tablet.Open("/week?from=2027-04-05");
        await tablet.Touch(".copy button");
        await tablet.Waits(".done:not(form)");
    }

    [Test]
    public async Task Who_comes_second_with_the_same_sees_both_and_chooses()
    {
        var (first, second) = (await Tablet(), await Tablet());
        await first.Open("/");
        await WithoutNews(second);
        await second.Open("/");
        await first.Touch($"{Games} [value=cancel]");
        await first.Waits($"{Games}.gone");
        await second.Touch($"{Games} [value=full]");
        await second.Waits(".conflict");
        Assert.That(await second.Page.Locator(".conflict-two > :nth-child(1)").InnerTextAsync(), Does.Contain("Annulé"));
        Assert.That(await second.Page.Locator(".conflict-two > :nth-child(2)").InnerTextAsync(), Does.Contain("Complet"));
        await second.Touch(".conflict .main");
        await second.Waits($"{Games} .said:has-text('Complet')");
        await first.Waits($"{Games} .said:has-text('Complet')");
    }

    [Test]
    public async Task Who_comes_second_with_something_else_has_it_too()
    {
        var (first, second) = (await Tablet(), await Tablet());
        await first.Open("/");
        await WithoutNews(second);
        await second.Open("/");
        await first.Touch($"{Games} [value=full]");
        await first.Waits(".done");
        await second.Touch($"{Games} [popovertarget^=room]");
        await second.Touch(".drawer:popover-open button[value=garden]");
        await second.Waits($"{Games} .slot-room:has-text('Le jardin')");
        Assert.That(await second.Sees($"{Games} .said:has-text('Complet')"), Is.True);
    }

    [Test]
    public async Task The_history_takes_any_of_it_back()
    {
        var (kiosk, tablet) = await KioskAndTablet("/fr/today");
        await tablet.Touch($"{Games} [value=full]");
        await tablet.Waits(".done");
        await tablet.Touch(".person:has-text('Nadia')");
        await tablet.Waits(".done");
        await tablet.Open("/history");
        await tablet.Touch(".history-entry:has-text('Jeux de société') button");
        await Assertions.Expect(kiosk.Page.Locator($"{OnKiosk} .change")).ToHaveCountAsync(0);
        await tablet.Waits(".history-entry.gone:has-text('Jeux de société')");
    }

    [Test]
    public async Task Everything_of_the_day_works_without_script()
    {
        var tablet = await Tablet(scripts: false);
        await tablet.Open("/");
        await tablet.Touch($"{Games} [value=cancel]");
        await tablet.Touch(".done button");
        await tablet.Touch($"{Games} [popovertarget^=room]");
        await tablet.Touch(".drawer:popover-open button[value=garden]");
        Assert.That(await tablet.Page.Locator($"{Games} .slot-room").InnerTextAsync(), Is.EqualTo("Le jardin"));
    }

    /// <summary>A tablet that sleeps: what changes meanwhile does not reach it.</summary>
    private static Task WithoutNews(Screen tablet) =>
        tablet.ChangedPage.RouteAsync("**/live", route => route.FulfillAsync(new() { Status = 204 }));

    private async Task<(Screen Kiosk, Screen Tablet)> KioskAndTablet(string path)
    {
        var (kiosk, tablet) = (await Screen(), await Tablet());
        await kiosk.Page.RunAndWaitForResponseAsync(
            () => kiosk.Open(path),
            response => response.Url.EndsWith("/live", StringComparison.Ordinal)
        );
        await tablet.Open("/");
        return (kiosk, tablet);
    }
}
