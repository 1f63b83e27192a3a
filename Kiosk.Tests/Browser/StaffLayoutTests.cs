using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>
/// Pairing stands whole on every kiosk, and the tablets' pages on a tablet and a telephone: nothing too small, nothing beside the screen.
/// </summary>
public sealed class StaffLayoutTests : StaffBrowserTest
{
    private static readonly string[] Paths =
    [
        "/",
        "/week",
        "/extra",
        "/notice",
        "/history",
        "/exchange",
        "/help",
        "/guide",
        "/guide/activities",
        "/texts",
        "/texts/ar?group=notice",
        "/texts/nl?show=all&group=services",
        "/devices",
        "/report/sign-in",
        "/health",
        "/report",
        "/report?period=2026-10",
        "/certificate",
        "/certificate?on=android",
        "/lost",
    ];

    internal static readonly Display[] Tablets = [UprightTablet, Telephone, Display.Small];

    /// <summary>Smallest target of a tablet, CSS pixels; nothing wider than its screen.</summary>
    internal const string Measure = """
        () => {
          const wrong = [], shown = e => e.checkVisibility({ visibilityProperty: true }) && e.getBoundingClientRect().width > 1;
          if (document.documentElement.scrollWidth > innerWidth)
            wrong.push(`wider than the screen: ${document.documentElement.scrollWidth}`);
          for (const e of [...document.querySelectorAll('a[href], button, summary, input:not([type=hidden]), select')].filter(shown)) {
            const r = e.getBoundingClientRect();
            const name = `${e.localName} "${e.textContent.trim().slice(0, 30)}"`;
            if (r.width < 47.5 || r.height < 47.5) wrong.push(`too small: ${name} ${r.width.toFixed()}x${r.height.toFixed()}`);
            if (e.scrollWidth > e.clientWidth + 1 && e.localName !== 'input') wrong.push(`words outside: ${name}`);
          }
          return wrong;
        }
        """;

    /// <summary>
    /// Goes through all that can be in focus, and tells what then lies under something that stays where it is while the page is scrolled.
    /// Of what is high, the first line counts: there one writes.
    /// </summary>
    private const string CoveredInFocus = """
        () => {
          for (const part of document.querySelectorAll('details')) part.open = true;
          scrollTo(0, 0);
          const stays = [...document.querySelectorAll('body *')].filter(e => ['fixed', 'sticky'].includes(getComputedStyle(e).position));
          return [...document.querySelectorAll('main a[href], main button, main input, main select, main textarea, main summary')]
            .filter(e => e.checkVisibility() && !e.disabled)
            .filter(e => {
              e.focus();
              const place = e.getBoundingClientRect(), end = Math.min(place.bottom, place.top + 24);
              return stays.filter(one => one.checkVisibility() && !one.contains(e)).map(one => one.getBoundingClientRect())
                .some(one => place.top < one.bottom && end > one.top && place.left < one.right && place.right > one.left);
            })
            .map(e => `${e.localName} ${e.name ?? ''} "${e.textContent.trim().slice(0, 30)}"`);
        }
        """;

    private const string NothingStays = """
        () => {
          for (const e of document.querySelectorAll('body *')) {
            if (['fixed', 'sticky'].includes(getComputedStyle(e).position)) e.style.position = 'static';
          }
        }
        """;

    [OneTimeSetUp]
    public void CountAndPublish() => Kiosk.FillWithInventedCounts();

    [TestCaseSource(nameof(LanguagesBySample))]
    public async Task Pairing_stands_whole_on_the_kiosk(string language)
    {
        var screen = await Screen();
        var wrong = await Layout.Problems(screen, ["/pairing?in=" + language], Display.All);
        foreach (var digit in PairedFolder.Pin)
        {
            await screen.Touch($"[data-digit='{digit}']");
        }

        await screen.Touch(".pad-go");
        await screen.Waits(".pairing-code");
        wrong.AddRange(await Layout.Problems(screen, Display.All));
        Assert.That(string.Join('\n', wrong), Is.Empty);
    }

    [Test]
    public async Task A_new_kiosks_pairing_stands_whole()
    {
        using var unpacked = KioskHost.StartUnpaired();
        var screen = await Screen();
        await screen.Page.GotoAsync(unpacked.Address + "/rest");
        await screen.Waits(".pairing-go-on");
        Assert.That(string.Join('\n', await Layout.Problems(screen, Display.All)), Is.Empty);
        await screen.Page.GotoAsync("about:blank"); // this kiosk goes before the screen does
    }

    [Test]
    public async Task Pages_fit_the_tablet() =>
        Assert.That(string.Join('\n', await Layout.Problems(await Tablet(), Paths, Tablets, Measure)), Is.Empty);

    /// <summary>WCAG 2.4.11: whoever goes through a page by keys sees where they are.</summary>
    [TestCase("/week")]
    [TestCase("/guide/rooms/kitchen")]
    [TestCase("/guide/services/midday-meal")]
    [TestCase("/texts/nl?show=all&group=services")]
    public async Task What_is_in_focus_is_not_covered(string path)
    {
        var tablet = await Tablet();
        await tablet.Open(path);
        var covered = await Layout.Problems(tablet, Tablets, CoveredInFocus);
        Assert.That(string.Join('\n', covered), Is.Empty);
    }

    [Test]
    public async Task Axe_finds_nothing()
    {
        var tablet = await Tablet();
        var wrong = new List<string>();
        foreach (var path in Paths)
        {
            await tablet.Open(path);
            await tablet.Page.EvaluateAsync(NothingStays); // so that nothing lies under the bar at the lower edge
            wrong.AddRange((await Axe.Violations(tablet)).Select(problem => $"{path}: {problem}"));
        }

        var stranger = await UnpairedTablet();
        await stranger.Open("/pair");
        wrong.AddRange(await Axe.Violations(stranger));
        var screen = await Screen(Display.Lying);
        await screen.Open("/pairing");
        wrong.AddRange(await Axe.Violations(screen));
        Assert.That(string.Join('\n', wrong), Is.Empty);
    }

    internal static async Task<string[]> Look(Screen screen, string measure)
    {
        await screen.Page.EvaluateAsync<bool>(Layout.LettersLoaded);
        return await screen.Page.EvaluateAsync<string[]>(measure);
    }
}
