using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>What stands where: what is asked for first is in sight, what is only read looks so, and what opens can be closed.</summary>
public sealed class CompositionTests : BrowserTest
{
    /// <summary>Hidden below an edge, or by what lies over it.</summary>
    private const string OutOfSight = """
        selectors => selectors.flatMap(s => [...document.querySelectorAll(s)]).filter(e => {
          const r = e.getBoundingClientRect(), box = (e.closest('.scroll') ?? document.body).getBoundingClientRect();
          return r.bottom > box.bottom + 1 || r.top < box.top - 1 || r.height === 0;
        }).map(e => e.textContent.trim().slice(0, 60))
        """;

    [TestCase("rent-advice")]
    [TestCase("safe-talk")]
    [TestCase("teeth")]
    public async Task A_service_shows_when_and_where_on_the_smallest_screen(string service)
    {
        var screen = await Screen(Display.Pi);
        await screen.Open($"/fr/service/{service}");
        await screen.Becomes(Display.Pi);
        var hidden = await screen.Page.EvaluateAsync<string[]>(OutOfSight, new[] { ".fact:nth-child(1) dd", ".fact:nth-child(2) dd" });
        Assert.That(hidden, Is.Empty);
    }

    [TestCase("rent-advice")]
    [TestCase("safe-talk")]
    public async Task Upright_a_service_shows_all_its_facts_and_the_drawing_comes_after_them(string service)
    {
        var screen = await Screen(Display.Upright);
        await screen.Open($"/fr/service/{service}");
        await screen.Becomes(Display.Upright);
        Assert.That(await screen.Page.EvaluateAsync<string[]>(OutOfSight, new[] { ".fact dd", ".fact dt" }), Is.Empty);
        Assert.That(
            await screen.Page.EvaluateAsync<bool>(
                """
                document.querySelector('.hero').getBoundingClientRect().top
                  >= document.querySelector('.facts').getBoundingClientRect().bottom
                """
            ),
            Is.True
        );
    }

    [Test]
    public async Task Lying_the_rows_of_the_day_stand_in_two_columns()
    {
        var screen = await Screen(Display.Lying);
        await screen.Open("/fr/today");
        await screen.Becomes(Display.Lying);
        var widest = await screen.Page.EvaluateAsync<double>(
            "Math.max(...[...document.querySelectorAll('.row')].map(e => e.getBoundingClientRect().width)) / innerWidth"
        );
        Assert.That(widest, Is.LessThan(0.5));
    }

    /// <summary>An edge, or a round corner as keys and tiles have it.</summary>
    [TestCase("service/rent-advice", ".fact, .hero")]
    [TestCase("person", ".people li, .person-how")]
    [TestCase("service/rent-advice/slip", ".scan")]
    public async Task What_cannot_be_touched_does_not_look_so(string page, string selector)
    {
        var screen = await Screen();
        foreach (var mode in new[] { "", "contrast" })
        {
            await screen.Open($"/fr/{page}{(mode.Length > 0 ? "?with=" + mode : "")}");
            var like = await screen.Page.EvaluateAsync<string[]>(
                """
                selector => [...document.querySelectorAll(selector)].map(e => [e, getComputedStyle(e)])
                  .filter(([, s]) => s.boxShadow !== 'none' || parseFloat(s.borderTopLeftRadius) > 12)
                  .map(([e]) => e.className)
                """,
                selector
            );
            Assert.That(like, Is.Empty, mode);
        }
    }

    /// <summary>An edge right inside another one reads as one thick, broken line.</summary>
    [TestCase("")]
    [TestCase("topic/rights")]
    [TestCase("service/rent-advice")]
    [TestCase("person")]
    public async Task Contrast_draws_one_edge(string page)
    {
        var screen = await Screen();
        await screen.Open($"/fr/{page}?with=contrast");
        var twice = await screen.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('.page *')].filter(e => e.checkVisibility() && getComputedStyle(e).boxShadow !== 'none')
              .filter(e => e.parentElement.closest('.page *') && getComputedStyle(e.parentElement).boxShadow !== 'none')
              .map(e => `${e.className} in ${e.parentElement.className}`)
            """
        );
        Assert.That(twice, Is.Empty);
    }

    [Test]
    public async Task The_languages_are_closed_by_a_key_of_their_own()
    {
        var screen = await Screen();
        await screen.Open("/fr/");
        await screen.Touch(".bar-languages");
        await screen.Waits("#languages:popover-open");
        await screen.Touch("#languages button");
        await screen.Page.WaitForFunctionAsync("() => !document.querySelector('#languages:popover-open')");
        Assert.That(screen.Shown, Is.EqualTo("/fr/"));
    }
}
