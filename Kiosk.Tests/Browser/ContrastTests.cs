using Kiosk.Tests.Support;
using Microsoft.Playwright;
using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>
/// Every word and every drawing stands out from what really lies behind it (WCAG 2.2, 1.4.3, 1.4.6, 1.4.11), measured in the browser.
/// </summary>
public sealed class ContrastTests : BrowserTest
{
    private const int LargeText = 24; // CSS pixels

    /// <summary>Pages with every kind of control.</summary>
    private static readonly string[] Looked = ["", "today", "topic/safe", "service/rent-advice", "service/rent-advice/slip"];

    /// <summary>
    /// Each distinct pair of colours on the page: what it is, its ratio, its size, both colours and where it is seen first. Papers are
    /// plain colours; one that is seen through is laid over what is behind it. Of a drawing the ink counts: its lighter tone lies within
    /// the ink.
    /// </summary>
    private const string Pairs = """
        () => {
          const parse = text => { const [r, g, b, a = 1] = text.match(/[\d.]+/g).map(Number); return { r, g, b, a }; };
          const over = (top, below) => {
            const mixed = part => top[part] * top.a + below[part] * (1 - top.a);
            return { r: mixed('r'), g: mixed('g'), b: mixed('b'), a: 1 };
          };
          const behind = e => {
            const layers = [];
            for (; e; e = e.parentElement) {
              const layer = parse(getComputedStyle(e).backgroundColor);
              if (layer.a > 0) layers.push(layer);
              if (layer.a === 1) break;
            }
            return layers.reduceRight((below, top) => over(top, below), { r: 255, g: 255, b: 255, a: 1 });
          };
          const light = c => [c.r, c.g, c.b].map(v => v / 255)
            .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
            .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
          const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05); };
          const hex = c => '#' + [c.r, c.g, c.b].map(v => Math.round(v).toString(16).padStart(2, '0')).join('');
          const clear = e => { let all = 1; for (; e; e = e.parentElement) all *= Number(getComputedStyle(e).opacity); return all; };
          const pairs = new Map();
          const note = (kind, colour, e, size, back = behind(e)) => {
            const shown = over({ ...colour, a: colour.a * clear(e) }, back);
            const key = `${kind} ${hex(shown)} on ${hex(back)}`;
            const found = pairs.get(key);
            if (!found || size < found.size) pairs.set(key, { key, kind, ratio: ratio(shown, back), size,
              where: `${e.localName}.${e.getAttribute('class') ?? ''} "${e.textContent.trim().slice(0, 20)}"` });
          };
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const e = walker.currentNode.parentElement;
            if (!walker.currentNode.data.trim() || !e.checkVisibility() || e.closest('script, noscript, .voice-how, .keys-how')) continue;
            note('text', parse(getComputedStyle(e).color), e, parseFloat(getComputedStyle(e).fontSize));
          }
          for (const part of document.querySelectorAll('.pictogram .ink, .pictogram .ink-line')) {
            if (!part.checkVisibility()) continue;
            const style = getComputedStyle(part);
            note('drawing', parse(part.matches('.ink') ? style.fill : style.stroke), part.closest('svg').parentElement, 99);
          }
          const ring = document.querySelector('.idle:not([hidden]) .idle-left');
          if (ring) note('drawing', parse(getComputedStyle(ring).stroke), ring.closest('.idle'), 99,
            over(parse(getComputedStyle(ring.closest('svg')).stroke), behind(ring.closest('.idle'))));
          if (document.querySelector('[data-edges]')) for (const e of document.querySelectorAll('a[href], button')) {
            if (!e.checkVisibility() || e.matches('.rest-touch')) continue;
            const around = behind(e.parentElement), own = behind(e), edge = /^rgba?\([^)]*\)/.exec(getComputedStyle(e).boxShadow);
            const best = [own, ...(edge ? [parse(edge[0])] : [])].sort((a, b) => ratio(b, around) - ratio(a, around))[0];
            note('edge', best, e, 99, around);
          }
          const focused = document.activeElement;
          if (focused.matches('a, button, .scroll') && focused.matches(':focus-visible')) {
            const style = getComputedStyle(focused), outside = parseFloat(style.outlineOffset) >= 0;
            note('focus', parse(style.outlineColor), focused, parseFloat(style.outlineWidth),
              behind(outside ? focused.parentElement : focused));
          }
          return [...pairs.values()].map(p => [p.kind, p.ratio.toFixed(2), String(p.size), `${p.key} (${p.where})`]);
        }
        """;

    /// <summary>Mode, least ratio of text below 24 px, of larger text, and of drawings.</summary>
    [TestCase("", 7, 4.5, 3, Category = "Everything")]
    [TestCase("listen", 7, 4.5, 3)]
    [TestCase("calm.listen", 7, 4.5, 3)]
    [TestCase("contrast", 7, 7, 7, Category = "Everything")]
    [TestCase("contrast.listen.larger", 7, 7, 7)]
    public async Task Everything_stands_out(string mode, double text, double large, double drawing)
    {
        var screen = await Screen(Display.Lying);
        var pairs = new SortedSet<string>(StringComparer.Ordinal);
        var wrong = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var path in Pages.EachKind.Select(page => $"/fr/{page}{(mode.Length > 0 ? "?with=" + mode : "")}").Append("/rest"))
        {
            await screen.Open(path);
            await Look();
            if (path == "/rest")
            {
                continue;
            }

            await screen.Page.EvaluateAsync("document.querySelector('#languages').showPopover()");
            await Look();
            await screen.Page.EvaluateAsync(
                "document.querySelector('#languages').hidePopover(); document.querySelector('.idle').hidden = false"
            );
            await Look();

            async Task Look()
            {
                if (mode.Contains("contrast", StringComparison.Ordinal) && path != "/rest")
                {
                    await screen.Page.EvaluateAsync("document.body.dataset.edges = ''");
                }

                foreach (var pair in await screen.Page.EvaluateAsync<string[][]>(Pairs))
                {
                    var (kind, ratio, size) = (pair[0], Number(pair[1]), Number(pair[2]));
                    pairs.Add($"{ratio, 5:0.0}  {pair[3].Split(" (")[0]}");
                    var least =
                        path == "/rest"
                            ? (kind == "text" ? 7 : 3)
                            : kind switch
                            {
                                "text" => size < LargeText ? text : large,
                                "edge" => 3,
                                _ => drawing,
                            };
                    if (ratio < least)
                    {
                        wrong.Add($"{ratio:0.00} < {least}: {pair[3]} on {path}");
                    }
                }
            }
        }

        await TestContext.Out.WriteLineAsync(string.Join('\n', pairs));
        Assert.That(pairs, Is.Not.Empty);
        Assert.That(string.Join('\n', wrong), Is.Empty);
    }

    [TestCase("")]
    [TestCase("contrast")]
    [TestCase("calm.listen")]
    public async Task Where_the_focus_is_is_seen(string mode)
    {
        var screen = await Screen(Display.Small);
        await Ear.AtAsync(screen);
        var wrong = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var page in Looked)
        {
            await screen.Open($"/fr/{page}{(mode.Length > 0 ? "?with=" + mode : "")}");
            var rings = 0;
            for (var press = 0; press < 20; press++)
            {
                await screen.Page.Keyboard.PressAsync("Tab");
                foreach (var ring in (await screen.Page.EvaluateAsync<string[][]>(Pairs)).Where(pair => pair[0] == "focus"))
                {
                    rings++;
                    if (Number(ring[1]) < 3 || Number(ring[2]) < 4)
                    {
                        wrong.Add($"{page}: {ring[1]}, {ring[2]} px: {ring[3]}");
                    }
                }
            }

            Assert.That(rings, Is.GreaterThan(5), page);
        }

        Assert.That(string.Join('\n', wrong), Is.Empty);
    }

    [Test]
    public async Task A_browser_that_asks_for_more_contrast_gets_it()
    {
        var screen = await Screen();
        await screen.ChangedPage.EmulateMediaAsync(new() { Contrast = Contrast.More });
        await screen.Open("/fr/");
        Assert.That((await screen.Page.EvaluateAsync<string[][]>(Pairs)).Min(pair => Number(pair[1])), Is.GreaterThanOrEqualTo(7));
        Assert.That(
            await screen.Page.EvaluateAsync<string>("getComputedStyle(document.body).getPropertyValue('--ground')"),
            Is.EqualTo("#000")
        );
    }

    /// <summary>
    /// What moves, in a browser that does not mind: nothing in calm, and nothing where the browser minds. What only follows a finger's
    /// scrolling stays.
    /// </summary>
    [TestCase("calm", ReducedMotion.NoPreference, false)]
    [TestCase("", ReducedMotion.Reduce, false)]
    [TestCase("", ReducedMotion.NoPreference, true)]
    public async Task Nothing_moves_in_calm(string mode, ReducedMotion motion, bool moves)
    {
        const string moving =
            "document.getAnimations().filter(a => a.timeline instanceof DocumentTimeline && "
            + "!/^steps/.test(a.effect.getTiming().easing) && !/^steps/.test(a.effect.getKeyframes()[0].easing)).length > 0";
        const string pressed =
            "[...document.querySelectorAll('.tile, .bar > a')].some(e => e.matches(':active') && getComputedStyle(e).transform !== 'none')";
        var screen = await Screen();
        await screen.ChangedPage.EmulateMediaAsync(new() { ReducedMotion = motion });
        await screen.Open($"/fr/{(mode.Length > 0 ? "?with=" + mode : "")}");
        await screen.Page.EvaluateAsync("document.querySelector('.idle').hidden = false");
        Assert.That(await screen.Page.EvaluateAsync<bool>(moving), Is.EqualTo(moves), "the countdown");
        await screen.Page.EvaluateAsync("document.querySelector('.idle').hidden = true");
        await screen.Page.Locator(".tile").First.HoverAsync();
        await screen.Page.Mouse.DownAsync();
        Assert.That(await screen.Page.EvaluateAsync<bool>(pressed), Is.EqualTo(moves), "a pressed tile");
    }

    [Test]
    public async Task Calm_papers_are_quiet()
    {
        const string strongest = """
            Math.max(...[...document.querySelectorAll('body *')].filter(e => e.checkVisibility())
              .map(e => getComputedStyle(e).backgroundColor.match(/[\d.]+/g).map(Number))
              .filter(([, , , alpha = 1]) => alpha > 0).map(([r, g, b]) => (Math.max(r, g, b) - Math.min(r, g, b)) / 255))
            """;
        var screen = await Screen();
        await screen.Open("/fr/");
        Assert.That(await screen.Page.EvaluateAsync<double>(strongest), Is.GreaterThan(0.4));
        await screen.Open("/fr/?with=calm");
        Assert.That(await screen.Page.EvaluateAsync<double>(strongest), Is.LessThan(0.15));
    }

    private static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
