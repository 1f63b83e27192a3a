using System.Text.RegularExpressions;
using Kiosk.Tests.Houses;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>What a screen reader is told: names, roles, states, landmarks, and the order in which the eye reads too.</summary>
public sealed partial class AccessibleTreeTests : BrowserTest
{
    /// <summary>
    /// Where a thing comes after another on the page, but lies above it, or before it in its row. Columns go one after the other.
    /// </summary>
    private const string OutOfOrder = """
        () => {
          const forwards = document.documentElement.dir === 'rtl' ? -1 : 1, slack = 2;
          // What scrolls is read through its box.
          const inSight = e => {
            const r = e.getBoundingClientRect(), o = e.closest('.scroll')?.getBoundingClientRect();
            const isOut = o && (r.top >= o.bottom || r.bottom <= o.top);
            return isOut ? null : { left: r.left, right: r.right, top: r.top, bottom: Math.min(r.bottom, o?.bottom ?? Infinity) };
          };
          const things = [...document.querySelectorAll('a[href], button, h1, h2')]
            .filter(e => e.checkVisibility() && !e.closest('[popover]') && getComputedStyle(e).clipPath === 'none')
            .map(e => ({ name: e.innerText.trim().replaceAll(/\s+/g, ' ').slice(0, 30), r: inSight(e) })).filter(({ r }) => r);
          const isAfter = (a, b) => forwards > 0 ? b.left >= a.right - slack : b.right <= a.left + slack;
          return things.slice(1).flatMap(({ name, r }, i) => {
            const before = things[i];
            return r.top >= before.r.bottom - slack || isAfter(before.r, r) ? [] : [`"${name}" after "${before.name}"`];
          });
        }
        """;

    [TestCase("fr", Category = "Everything")]
    [TestCase("ar")]
    public async Task The_order_is_that_of_reading(string language)
    {
        var paths = Pages.EachKind.SelectMany(page => new[] { $"/{language}/{page}", $"/{language}/{page}?with=listen" });
        Assert.That(string.Join('\n', await Layout.Problems(await Screen(), paths, Display.All, OutOfOrder)), Is.Empty);
    }

    [TestCase("fr")]
    [TestCase("ar")]
    public async Task Each_control_has_a_name_and_each_page_its_landmarks_and_headings(string language)
    {
        var screen = await Screen();
        foreach (var page in Pages.EachKind)
        {
            await screen.Open($"/{language}/{page}?with=listen.larger");
            var tree = (await screen.Page.Locator("body").AriaSnapshotAsync()).Split('\n').Select(line => line.Trim()).ToArray();
            Assert.That(tree.Where(line => NamelessControl().IsMatch(line)), Is.Empty, $"{page}: a name for each control");
            Assert.That(tree.Count(line => line.StartsWith("- banner", StringComparison.Ordinal)), Is.EqualTo(1), $"{page}: banner");
            Assert.That(tree.Count(line => line.StartsWith("- main", StringComparison.Ordinal)), Is.EqualTo(1), $"{page}: main");
            Assert.That(
                tree.Count(line => line.StartsWith("- navigation \"", StringComparison.Ordinal)),
                Is.EqualTo(1),
                $"{page}: the bar"
            );
            Assert.That(
                tree.Count(line =>
                    line.StartsWith(
                        $"- region \"{DemoHouse.Speaking(language).Translate("listen.controls").Text}\"",
                        StringComparison.Ordinal
                    )
                ),
                Is.EqualTo(1),
                $"{page}: the voice"
            );
            var levels = tree.Select(line => Heading().Match(line))
                .Where(match => match.Success)
                .Select(match => match.Groups[1].Value)
                .ToArray();
            Assert.That(levels.Count(level => level == "1"), Is.EqualTo(1), $"{page}: one first heading");
            Assert.That(levels, Is.All.AnyOf("1", "2"), page);
        }
    }

    /// <summary>
    /// A mode is a link to the same page with it or without: what is on is the current one of the two (<c>aria-current</c>); only buttons
    /// can be pressed.
    /// </summary>
    [Test]
    public async Task What_is_on_says_so()
    {
        var screen = await Screen();
        await screen.Open("/fr/?with=listen.larger.contrast.calm.lower");
        foreach (var mode in (string[])["listen", "larger", "contrast", "calm", "lower"])
        {
            Assert.That(await screen.Attribute(".bar-" + mode, "aria-current"), Is.EqualTo("true"), mode);
        }

        Assert.That(await screen.Attribute("#languages a[lang=fr]", "aria-current"), Is.EqualTo("true"));
        await screen.Open("/fr/");
        Assert.That(await screen.Page.Locator(".bar > [aria-current]").CountAsync(), Is.Zero);
    }

    [GeneratedRegex("^- (link|button)(?! \")")]
    private static partial Regex NamelessControl();

    [GeneratedRegex(@"^- heading .*\[level=(\d)\]")]
    private static partial Regex Heading();
}
