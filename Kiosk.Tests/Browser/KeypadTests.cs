using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>Arrows alone reach everything on each kind of page, in the order in which it is read, and nothing holds them.</summary>
public sealed class KeypadTests : BrowserTest
{
    /// <summary>
    /// Everything one can open, numbered in the order of the page; the numbers that had the focus are kept. "Read" and "stop" take each
    /// other's place while the voice speaks, which it does at every step.
    /// </summary>
    private const string Number = """
        () => {
          window.passed = [];
          const things = [...document.querySelectorAll('a[href], button')].filter(e => e.checkVisibility() && !e.closest('[popover]') &&
            !e.matches('[data-voice=page], [data-voice=stop]'));
          things.forEach((e, i) => e.dataset.number = i);
          document.addEventListener('focusin', e => { if (e.target.dataset.number) passed.push(Number(e.target.dataset.number)); });
          return things.length;
        }
        """;

    private const string BegunAlready = "#touches=1";

    public static IEnumerable<TestCaseData> EachWay =>
        from way in new[]
        {
            ("fr", "", Display.Lying),
            ("ar", "", Display.Pi),
            ("fr", "listen", Display.Pi),
            ("ar", "listen", Display.Upright),
        }
        let test = new TestCaseData(way.Item1, way.Item2, way.Item3).SetArgDisplayNames(way.Item1, way.Item2, way.Item3.ToString())
        select way is ("fr", "", _) or ("ar", "listen", _) ? test : test.SetCategory("Everything");

    [TestCaseSource(nameof(EachWay))]
    public async Task Arrows_reach_everything_in_order_and_come_round(string language, string mode, Display size)
    {
        var screen = await Screen(size);
        await Ear.AtAsync(screen);
        var on = language == "ar" ? "ArrowLeft" : "ArrowRight";
        var wrong = new List<string>();
        foreach (var page in Pages.EachKind)
        {
            await screen.Open($"/{language}/{page}{(mode.Length > 0 ? "?with=" + mode : "")}{BegunAlready}");
            var things = await screen.Page.EvaluateAsync<int>(Number);
            var passed = await Walk(screen, mode == "listen" ? "ArrowDown" : on);
            if (!passed.SequenceEqual(Enumerable.Range(0, things)))
            {
                wrong.Add($"{page}: {string.Join(' ', passed)} of {things}");
            }
        }

        Assert.That(string.Join('\n', wrong), Is.Empty);
    }

    /// <summary>On the tiles, down goes down: who sees expects it.</summary>
    [Test]
    public async Task Without_the_voice_up_and_down_go_where_they_point()
    {
        var screen = await Screen(Display.Lying);
        await screen.Open("/fr/" + BegunAlready);
        await screen.Page.Locator("a[href='/fr/topic/food']").FocusAsync();
        await screen.Page.Keyboard.PressAsync("ArrowDown");
        Assert.That(await Focused(screen), Does.Contain("Séjour"));
        await screen.Page.Keyboard.PressAsync("ArrowUp");
        Assert.That(await Focused(screen), Does.Contain("Repas"));
        await screen.Page.Keyboard.PressAsync("ArrowRight");
        Assert.That(await Focused(screen), Does.Contain("Se loger"));
    }

    [Test]
    public async Task What_scrolls_scrolls_with_the_keys_and_lets_them_go_at_its_end()
    {
        var screen = await Screen(Display.Pi);
        await screen.Open("/fr/service/rent-advice" + BegunAlready);
        await screen.Page.Keyboard.PressAsync("ArrowRight");
        await screen.Page.Keyboard.PressAsync("ArrowRight");
        Assert.That(await screen.Page.EvaluateAsync<bool>("document.activeElement.matches('.facts')"), Is.True);
        await screen.Page.Keyboard.PressAsync("ArrowDown");
        Assert.That(await screen.Page.EvaluateAsync<int>("document.activeElement.scrollTop"), Is.GreaterThan(0));
        for (var press = 0; press < 20 && await screen.Page.EvaluateAsync<bool>("document.activeElement.matches('.facts')"); press++)
        {
            await screen.Page.Keyboard.PressAsync("ArrowDown");
        }

        Assert.That(await screen.Page.EvaluateAsync<bool>("document.activeElement.closest('.bar') !== null"), Is.True);
    }

    [Test]
    public async Task The_languages_are_chosen_by_keys_and_left_by_back()
    {
        var screen = await Screen();
        await screen.Open("/fr/today" + BegunAlready);
        await screen.Page.Locator(".bar-languages").FocusAsync();
        await screen.Page.Keyboard.PressAsync("Enter");
        await screen.Waits("#languages:popover-open");
        Assert.That(await screen.Page.EvaluateAsync<string>("document.activeElement.hreflang"), Is.EqualTo("fr"));
        for (var press = 0; press <= Languages.Length; press++) // the last key closes the list
        {
            await screen.Page.Keyboard.PressAsync("ArrowRight");
        }

        Assert.That(await screen.Page.EvaluateAsync<string>("document.activeElement.hreflang"), Is.EqualTo("fr"), "round and round");
        await screen.Page.Keyboard.PressAsync("Escape");
        Assert.That(
            await screen.Page.EvaluateAsync<bool>(
                "document.activeElement.matches('.bar-languages') && !document.querySelector(':popover-open')"
            ),
            Is.True
        );
    }

    [Test]
    public async Task A_page_that_freshens_itself_keeps_the_place()
    {
        var screen = await Screen();
        await screen.Open("/fr/" + BegunAlready);
        await screen.Waits(".bar");
        for (var press = 0; press < 6; press++)
        {
            await screen.Page.Keyboard.PressAsync("ArrowRight");
        }

        var before = await Focused(screen);
        await screen.Page.EvaluateAsync("document.querySelector('main').dataset.old = ''");
        Kiosk.CurrentHouse.Replace(Kiosk.House);
        await screen.Page.Locator("main:not([data-old])").WaitForAsync();
        Assert.That(await Focused(screen), Is.EqualTo(before).And.Not.Empty);
    }

    private static Task<string> Focused(Screen screen) =>
        screen.Page.EvaluateAsync<string>("document.activeElement.matches('a, button') ? document.activeElement.innerText : ''");

    /// <returns>What had the focus until it came back to the first, which it did.</returns>
    private static async Task<List<int>> Walk(Screen screen, string key)
    {
        List<int> passed = [];
        for (var press = 0; press < 200; press += 10)
        {
            for (var one = 0; one < 10; one++)
            {
                await screen.Page.Keyboard.PressAsync(key);
            }

            passed = [.. await screen.Page.EvaluateAsync<int[]>("passed")];
            if (passed.IndexOf(0) is >= 0 and var first && passed.IndexOf(0, first + 1) is > 0 and var second)
            {
                return passed[first..second];
            }
        }

        return passed;
    }
}
