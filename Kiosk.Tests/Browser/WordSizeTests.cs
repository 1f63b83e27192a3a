using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>
/// How large words are: with <i>larger</i> never smaller than without it, whatever else is on, and hours never too small to read. A page is
/// loaded once without the voice's keys and once with them; the other modes are classes, and are switched in the page that stands.
/// </summary>
[TestFixture(new[] { "fr", "uk" }, new[] { "", "topic/rights", "service/rent-advice" })]
[TestFixture(
    new[] { "fr", "nl", "de", "ar", "uk", "pl", "fa" },
    new[] { "", "today", "person", "activity/lunch", "topic/housing", "topic/rights", "service/rent-advice", "service/rent-advice/slip" },
    Category = "Everything"
)]
public sealed class WordSizeTests(string[] languages, string[] pages) : BrowserTest
{
    /// <summary>Alone, and two at once: with <i>larger</i>, every pair there is, for <i>listen</i> has a page of its own.</summary>
    private static readonly string[] Modes = ["", "calm", "contrast", "lower"];

    /// <summary>For each mode the size of each text in CSS pixels, 0 where it is not seen. The voice's keys are not compared.</summary>
    private const string Sizes = """
        modes => {
          const texts = [], walker = document.createTreeWalker(document.querySelector('.page'), NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const e = walker.currentNode.parentElement;
            if (walker.currentNode.data.trim() && !e.closest('.voice, [popover]')) texts.push(walker.currentNode);
          }
          const root = document.documentElement, before = root.className;
          const measured = modes.map(mode => {
            root.className = before + ' ' + mode.replaceAll('.', ' ');
            return texts.map(t => t.parentElement.checkVisibility() ? parseFloat(getComputedStyle(t.parentElement).fontSize) : 0);
          });
          root.className = before;
          return { words: texts.map(t => t.data.trim()), measured };
        }
        """;

    /// <summary>Times of day that are seen, smaller than they may be.</summary>
    private const string SmallHours = """
        least => {
          const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const e = walker.currentNode.parentElement, size = parseFloat(getComputedStyle(e).fontSize);
            if (/\d\d?:\d\d/.test(walker.currentNode.data) && e.checkVisibility() && size < least - 0.1)
              found.push(`${walker.currentNode.data.trim()}: ${size} px`);
          }
          return found;
        }
        """;

    [Test]
    public async Task Larger_is_never_smaller()
    {
        var (screen, wrong) = (await Screen(), new List<string>());
        foreach (var path in languages.SelectMany(language => pages.Select(page => $"/{language}/{page}")))
        {
            var plain = new Dictionary<Display, double[]>();
            await screen.Open(path);
            foreach (var size in Display.All)
            {
                plain[size] = await Compare(screen, size, Modes, null, $"{path} on {size}", wrong);
            }

            await screen.Open(path + "?with=listen");
            foreach (var size in Display.All)
            {
                _ = await Compare(screen, size, [""], plain[size], $"{path} on {size} with listen", wrong);
            }
        }

        Assert.That(string.Join('\n', wrong), Is.Empty);
    }

    /// <param name="without">Sizes with no mode at all; null where the page that stands has none.</param>
    /// <returns>Sizes in the first of the modes.</returns>
    private static async Task<double[]> Compare(
        Screen screen,
        Display size,
        string[] modes,
        double[]? without,
        string where,
        List<string> wrong
    )
    {
        await screen.Becomes(size);
        var tried = modes.Where(mode => mode != "lower" || size.OffersLower).ToArray();
        string[] all = [.. tried, .. tried.Select(mode => mode + ".larger")];
        var found = (await screen.Page.EvaluateAsync(Sizes, all))!.Value;
        var words = found.GetProperty("words").EnumerateArray().Select(word => word.GetString()!).ToArray();
        double[][] sizes =
        [
            .. found.GetProperty("measured").EnumerateArray().Select(mode => mode.EnumerateArray().Select(s => s.GetDouble()).ToArray()),
        ];
        for (var mode = 0; mode < tried.Length; mode++)
        {
            var larger = sizes[tried.Length + mode];
            Note(words, sizes[mode], larger, $"{where}: larger with {tried[mode]}", wrong);
            if (tried[mode] != "lower")
            {
                Note(words, without ?? sizes[0], larger, $"{where}: larger with {tried[mode]}, beside no mode", wrong);
            }
        }

        return sizes[0];
    }

    private static void Note(string[] words, double[] before, double[] after, string where, List<string> wrong)
    {
        Assert.That(after, Has.Length.EqualTo(before.Length), where);
        wrong.AddRange(
            words
                .Index()
                .Where(word => before[word.Index] > 0 && after[word.Index] > 0 && after[word.Index] < before[word.Index] - 0.1)
                .Select(word => $"{where}: {word.Item} {before[word.Index]:0.0} > {after[word.Index]:0.0} px")
        );
    }

    /// <summary>In the lower 40 % of a screen there is less room, but no word of a topic grows smaller by half.</summary>
    [Test]
    public async Task Lower_keeps_the_words_of_the_topics()
    {
        const string smallest =
            "Math.min(...[...document.querySelectorAll('.tile span')].map(e => parseFloat(getComputedStyle(e).fontSize)))";
        var screen = await Screen();
        foreach (var language in languages)
        {
            await screen.Open($"/{language}/");
            foreach (var size in Display.All.Where(size => size.OffersLower))
            {
                await screen.Becomes(size);
                var plain = await screen.Page.EvaluateAsync<double>(smallest);
                await screen.Page.EvaluateAsync("document.documentElement.classList.add('lower')");
                var lower = await screen.Page.EvaluateAsync<double>(smallest);
                await screen.Page.EvaluateAsync("document.documentElement.classList.add('larger')");
                var larger = await screen.Page.EvaluateAsync<double>(smallest);
                await screen.Page.EvaluateAsync("document.documentElement.classList.remove('lower', 'larger')");
                Assert.That(lower, Is.GreaterThan(plain * 0.9), $"{language} on {size}");
                Assert.That(larger, Is.GreaterThan(plain * 0.9), $"{language} on {size}, larger");
            }
        }
    }

    /// <summary>18 px on the smallest screens, 24 px on a Full HD one.</summary>
    [TestCase("")]
    [TestCase("listen.larger")]
    [TestCase("lower")]
    public async Task Hours_can_be_read(string mode)
    {
        var (screen, wrong) = (await Screen(), new List<string>());
        string[] paths =
        [
            .. languages.SelectMany(language => pages.Append("today").Append("person").Distinct().Select(p => $"/{language}/{p}")),
        ];
        foreach (var path in mode.Length == 0 ? paths.Append("/rest") : paths.Select(path => $"{path}?with={mode}"))
        {
            await screen.Open(path);
            foreach (var size in Display.All)
            {
                await screen.Becomes(size);
                var least = size.Width >= 1920 || size.Height >= 1920 ? 24 : 18;
                var small = await screen.Page.EvaluateAsync<string[]>(SmallHours, least);
                wrong.AddRange(small.Select(text => $"{path} on {size}: {text}"));
            }
        }

        Assert.That(string.Join('\n', wrong), Is.Empty);
    }
}
