using Kiosk.App.Live;
using Kiosk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>A person, please.</summary>
public sealed class BellTests : StaffBrowserTest
{
    private Bell Bell => Kiosk.Services.GetRequiredService<Bell>();

    [TearDown]
    public void Silent() => Bell.End();

    [Test]
    public async Task It_rings_on_every_tablet_is_answered_in_one_touch_and_ends_with_the_visit()
    {
        var (first, second, kiosk) = (await Tablet(), await Tablet(), await Screen());
        await Listening(first, "/");
        await Listening(second, "/week");
        await Listening(kiosk, "/fr/");
        await kiosk.Touch(".bar-person");
        await first.Waits(".bell");
        await second.Waits(".bell");
        await Assertions.Expect(second.Page).ToHaveTitleAsync("● Une personne attend à la borne");
        await kiosk.Waits("text='Nous avons sonné. Attendez ici un moment.'");
        await first.Touch(".bell button");
        await kiosk.Waits(".person-how.coming:has-text('Quelqu’un arrive.')");
        await second.Waits(".bell.answered");
        await Assertions.Expect(second.Page).ToHaveTitleAsync("Semaine");
        await kiosk.Touch(".bar-start");
        await Assertions.Expect(second.Page.Locator(".bell")).ToHaveCountAsync(0);
        await Assertions.Expect(kiosk.Page.Locator(".coming")).ToHaveCountAsync(0);
        Assert.That(kiosk.Cells, Does.Contain("help/person"));
    }

    [Test]
    public async Task Ringing_or_answered_it_covers_nothing_of_the_way_around([Values("/", "/guide", "/devices")] string path)
    {
        foreach (var size in new[] { UprightTablet, Telephone, Display.Small })
        {
            var tablet = await Tablet(size: size);
            await Listening(tablet, path);
            Bell.Ring();
            await tablet.Waits(".bell");
            Assert.That(await tablet.Page.EvaluateAsync<string[]>(Covered), Is.Empty, $"{size}, ringing");
            Assert.That(await tablet.Page.EvaluateAsync<bool>(WordsInTheirButton), Is.True, $"{size}, ringing");
            Bell.Answer();
            await tablet.Waits(".bell.answered");
            Assert.That(await tablet.Page.EvaluateAsync<string[]>(Covered), Is.Empty, size.ToString());
            Bell.End();
        }
    }

    /// <summary>On a telephone the words of the button stood over its edge.</summary>
    private const string WordsInTheirButton = """
        () => {
          const button = document.querySelector(".bell button"), box = button.getBoundingClientRect();
          const words = button.querySelector("span").getBoundingClientRect();
          return words.left >= box.left + 8 && words.right <= box.right - 8;
        }
        """;

    /// <summary>What can be touched of the way around and does not lie uppermost.</summary>
    private const string Covered = """
        () => [...document.querySelectorAll("nav a")].filter((link) => {
          const box = link.getBoundingClientRect();
          return !link.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2));
        }).map((link) => link.textContent.trim())
        """;

    [Test]
    public async Task A_touched_tablet_sounds()
    {
        var (tablet, kiosk) = (await Tablet(), await Screen());
        await tablet.ChangedPage.AddInitScriptAsync(
            "const start = OscillatorNode.prototype.start; OscillatorNode.prototype.start = function (...when) { "
                + "document.body.dataset.sounded = ''; return start.apply(this, when); };"
        );
        await Listening(tablet, "/");
        await tablet.Touch("h1");
        await Listening(kiosk, "/fr/");
        await kiosk.Touch(".bar-person");
        await tablet.Waits("body[data-sounded]");
    }

    [Test]
    public async Task Without_a_tablet_that_hears_it_the_kiosk_promises_nothing()
    {
        var kiosk = await Screen();
        await kiosk.Open("/fr/person");
        Assert.That(await kiosk.Sees(".ring"), Is.False);
    }

    [Test]
    public async Task A_tablet_that_is_opened_later_does_not_ring_for_somebody_long_gone()
    {
        var kiosk = await Screen();
        await kiosk.Open("/fr/");
        await kiosk.Page.RunAndWaitForResponseAsync(
            () => kiosk.Touch(".bar-person"),
            response => response.Request.Method == "POST" && response.Url.EndsWith("/person", StringComparison.Ordinal)
        );
        var tablet = await Tablet();
        await Listening(tablet, "/");
        Assert.That((Bell.State, await tablet.Sees(".bell")), Is.EqualTo((BellState.Silent, false)));
        await kiosk.Open("/fr/person");
        await kiosk.Touch(".ring");
        await tablet.Waits(".bell");
    }

    [Test]
    public async Task Without_script_a_button_rings()
    {
        var (tablet, kiosk) = (await Tablet(), await Screen(scripts: false));
        await Listening(tablet, "/");
        await kiosk.Open("/fr/person");
        await kiosk.Touch(".ring");
        await tablet.Waits(".bell");
    }

    [Test]
    public void Nobody_answering_it_falls_silent_after_five_minutes()
    {
        using var timer = new Support.FiringTime();
        using var bell = new Bell(timer);
        using var tablet = bell.Hear();
        bell.Ring();
        Assert.That(bell.State, Is.EqualTo(BellState.Rings));
        Assert.That(timer.Due, Is.EqualTo(TimeSpan.FromMinutes(5)));
        timer.Fire();
        Assert.That(bell.State, Is.EqualTo(BellState.Silent));
    }

    private static Task Listening(Support.Screen screen, string path) =>
        screen.Page.RunAndWaitForResponseAsync(
            () => screen.Open(path),
            response => response.Url.EndsWith("/live", StringComparison.Ordinal)
        );
}
