using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>A visit by one switch: things light in turn, and the switch takes the one that is lit.</summary>
public sealed class SwitchTests : BrowserTest
{
    private const int Seconds = 2;

    protected override string[] Settings => [$"Kiosk:SwitchSeconds={Seconds}"];

    [Test]
    public async Task From_rest_to_a_slip_by_one_switch()
    {
        var screen = await Begun();
        await Take(screen, "Se loger");
        await screen.Stands("/fr/topic/housing");
        await Take(screen, "Mon loyer");
        await screen.Stands("/fr/topic/housing-rent");
        await Take(screen, "Mon bail, mon propriétaire");
        await screen.Stands("/fr/service/rent-advice");
        await Take(screen, "Prendre le papier");
        await screen.Stands("/fr/service/rent-advice/slip");
        Assert.That(screen.Cells, Is.SupersetOf(new[] { "visit/begun", "language/fr", "slip/qr", "touches-until-slip/5" }));
    }

    [Test]
    public async Task Every_group_lights_in_turn_and_comes_round()
    {
        var screen = await Begun();
        var (first, seen) = (await Lit(screen), new HashSet<string>());
        do
        {
            seen.UnionWith((await Lit(screen)).Split('|'));
            await Tick(screen);
        } while (await Lit(screen) != first);
        var all = await screen.Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('a[href], button')].filter(e => e.checkVisibility() && !e.closest('[popover]')).map(e "
                + "=> e.innerText)"
        );
        Assert.That(seen, Is.SupersetOf(all));
    }

    [Test]
    public async Task After_two_rounds_without_a_press_it_goes_out_of_the_group()
    {
        var screen = await Begun();
        var group = await Lit(screen);
        var things = group.Split('|').Length;
        Assert.That(things, Is.GreaterThan(1));
        await Press(screen);
        for (var tick = 0; tick < 2 * things; tick++)
        {
            Assert.That(await Lit(screen), Is.EqualTo(group.Split('|')[tick % things]), $"turn {tick}");
            await Tick(screen);
        }

        Assert.That(await Lit(screen), Is.EqualTo(group));
    }

    [Test]
    public async Task The_languages_are_chosen_by_the_switch()
    {
        var screen = await Begun();
        await Take(screen, "Langues");
        await screen.Waits("#languages:popover-open");
        await Take(screen, "Nederlands");
        await screen.Stands("/nl/");
    }

    [Test]
    public async Task A_finger_takes_over_and_the_next_press_goes_on()
    {
        var screen = await Begun();
        await screen.Page.Touchscreen.TapAsync(3, 300);
        await Tick(screen);
        Assert.That(await Lit(screen), Is.Empty);
        await Press(screen);
        Assert.That(await Lit(screen), Is.Not.Empty);
        Assert.That(screen.Shown, Is.EqualTo("/fr/"));
    }

    [Test]
    public async Task The_press_that_stays_does_nothing_else()
    {
        var screen = await Begun();
        await screen.Page.Clock.RunForAsync(2 * 60_000);
        await screen.Waits(".idle");
        await Press(screen);
        Assert.That(await screen.Sees(".idle"), Is.False);
        Assert.That(screen.Shown, Is.EqualTo("/fr/"));
    }

    private async Task<Screen> Begun()
    {
        var screen = await Screen();
        await screen.HoldClock();
        await screen.Open("/rest");
        await Press(screen);
        await screen.Stands("/fr/");
        await screen.Waits(".lit");
        return screen;
    }

    /// <summary>Waits for a thing to be lit and takes it, as somebody does who looks.</summary>
    private static async Task Take(Screen screen, string name)
    {
        await screen.Waits(".lit");
        for (var tick = 0; tick < 60; tick++)
        {
            var lit = await Lit(screen);
            if (lit.Split('|').Any(thing => thing.Contains(name, StringComparison.Ordinal)))
            {
                await Press(screen);
                if (!lit.Contains('|', StringComparison.Ordinal))
                {
                    return;
                }
            }
            else
            {
                await Tick(screen);
            }
        }

        Assert.Fail($"\"{name}\" was never lit.");
    }

    private static Task Press(Screen screen) => screen.Page.Keyboard.PressAsync(" ");

    private static Task Tick(Screen screen) => screen.Page.Clock.RunForAsync(Seconds * 1000);

    private static Task<string> Lit(Screen screen) =>
        screen.Page.EvaluateAsync<string>("[...document.querySelectorAll('.lit')].map(e => e.innerText).join('|')");
}
