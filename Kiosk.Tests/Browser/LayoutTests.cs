using Kiosk.Tests.Houses;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>
/// Rest, home and topics stand whole on every screen, in every language, with room for every finger. Of many pages in a row, the first
/// stands on one half of the screens and the next on the other; each on all of them by <c>./test.sh everything</c>.
/// </summary>
[TestFixture(2)]
[TestFixture(1, Category = "Everything")]
public sealed class LayoutTests(int halves) : BrowserTest
{
    [TestCaseSource(nameof(LanguagesBySample))]
    public async Task Rest_and_home_stand_whole(string language) =>
        await AssertStandWhole(Display.All, ["/rest?in=" + language, $"/{language}/"]);

    /// <summary>The house's, and one of the other direction and script; the others by <c>./test.sh everything</c>.</summary>
    public static IEnumerable<TestCaseData> TwoLanguagesBySample =>
        from language in Languages
        let test = new TestCaseData(language)
        select language is "fr" or "ar" ? test : test.SetCategory("Everything");

    [TestCaseSource(nameof(TwoLanguagesBySample))]
    public async Task Topics_stand_whole(string language) =>
        await AssertStandWhole(Display.All, [.. Pages.OfOneScreenOrLongest(Kiosk.House, language).Skip(1)]);

    [TestCaseSource(nameof(TwoLanguagesBySample))]
    public async Task Every_kind_of_page_stands_whole(string language) =>
        await AssertStandWhole(Display.All, [.. Pages.EachKind.Select(page => $"/{language}/{page}")]);

    /// <summary>The modes that change sizes and places, alone and together; colours alone move nothing.</summary>
    public static readonly string[] Modes = ["larger", "listen", "listen.larger", "contrast.lower", "listen.larger.lower"];

    /// <summary>Always the larger one and the most of all together; the others by <c>./test.sh everything</c>.</summary>
    public static IEnumerable<TestCaseData> ModesBySample =>
        from mode in Modes
        let test = new TestCaseData(mode)
        select mode is "larger" or "listen.larger.lower" ? test : test.SetCategory("Everything");

    [TestCaseSource(nameof(ModesBySample))]
    public async Task Every_kind_of_page_stands_whole_in_every_mode(string mode) =>
        await AssertStandWhole(
            SizesOf(mode),
            [.. new[] { "fr", "ar" }.SelectMany(language => Pages.EachKind.Select(page => $"/{language}/{page}?with={mode}"))]
        );

    /// <summary>The tightest of all: the longest words, larger, beside the keys of the voice.</summary>
    [TestCaseSource(nameof(LanguagesBySample))]
    public async Task The_longest_words_stand_whole_when_larger_and_listened_to(string language) =>
        await AssertStandWhole(Display.All, [.. Pages.Longest(Kiosk.House, language).Select(path => path + "?with=listen.larger")]);

    /// <summary>Each visible text with its size in CSS pixels, and each drawing.</summary>
    private const string Shown = """
        () => {
          const found = [], walker = document.createTreeWalker(document.querySelector('.page'), NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const e = walker.currentNode.parentElement;
            if (walker.currentNode.data.trim() && e.checkVisibility() && !e.closest('.voice'))
              found.push([walker.currentNode.data.trim(), getComputedStyle(e).fontSize.replace('px', '')]);
          }
          for (const drawing of document.querySelectorAll('.page svg'))
            if (drawing.checkVisibility() && !drawing.closest('.voice'))
              found.push(['drawing in ' + (drawing.parentElement.classList[0] || drawing.parentElement.localName), '0']);
          return found;
        }
        """;

    [TestCaseSource(nameof(ModesBySample))]
    public async Task No_mode_leaves_anything_out_and_larger_is_larger(string mode)
    {
        var screen = await Screen();
        foreach (var page in Pages.EachKind)
        {
            var plain = await ShownOn(screen, SizesOf(mode), $"/fr/{page}");
            var other = await ShownOn(screen, SizesOf(mode), $"/fr/{page}?with={mode}");
            foreach (var size in SizesOf(mode))
            {
                AssertLeavesNothingOut(plain[size], other[size], mode, $"{page} on {size}");
                if (mode is "larger")
                {
                    AssertLarger(plain[size], other[size], size, page);
                }
            }
        }
    }

    private static void AssertLeavesNothingOut(string[][] plain, string[][] other, string mode, string where) =>
        Assert.That(
            other.Select(text => text[0]),
            mode.Contains("lower", StringComparison.Ordinal) ? Is.Not.Empty : Is.EquivalentTo(plain.Select(text => text[0])),
            where
        );

    private static void AssertLarger(string[][] plain, string[][] larger, Display size, string page)
    {
        var growth = plain
            .Zip(larger, (a, b) => (Before: Size(a), After: Size(b)))
            .Where(text => text.Before > 0)
            .Select(text => text.After / text.Before)
            .Order()
            .ToArray();
        Assert.That(growth[0], Is.GreaterThan(0.99), $"{page} on {size}: nothing shrinks");
        Assert.That(
            growth[growth.Length / 2],
            Is.GreaterThan(size == Display.Pi ? 1.14 : 1.2),
            $"{page} on {size}: most of it grows by a fifth or more, by a seventh on the smallest screen"
        );

        static double Size(string[] text) => double.Parse(text[1], System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task<Dictionary<Display, string[][]>> ShownOn(Screen screen, Display[] sizes, string path)
    {
        await screen.Open(path);
        var shown = new Dictionary<Display, string[][]>();
        foreach (var size in sizes)
        {
            await screen.Becomes(size);
            shown[size] = await screen.Page.EvaluateAsync<string[][]>(Shown);
        }

        return shown;
    }

    /// <summary>The upper edge of the highest target, as a share of the screen's height.</summary>
    private const string Highest = """
        Math.min(...[...document.querySelectorAll('a[href], button')]
          .filter(e => e.checkVisibility()).map(e => e.getBoundingClientRect().top)) / innerHeight
        """;

    [TestCaseSource(nameof(LanguagesBySample))]
    public async Task Lower_is_offered_where_it_holds_everything(string language)
    {
        var screen = await Screen();
        await screen.Open($"/{language}/?with=lower");
        foreach (var size in Display.All)
        {
            await screen.Becomes(size);
            Assert.That(await screen.Sees(".bar-lower"), Is.EqualTo(size.OffersLower), size.ToString());
            var highest = await screen.Page.EvaluateAsync<double>(Highest);
            Assert.That(highest, size.OffersLower ? Is.GreaterThanOrEqualTo(0.6) : Is.LessThan(0.6), size.ToString());
        }
    }

    /// <summary>Late in the evening the home screen shows tomorrow, and on a Sunday night there is least to show.</summary>
    [TestCase("2026-11-20 08:00", TestName = "{m}: before the door opens")]
    [TestCase("2026-11-20 23:00", TestName = "{m}: at night")]
    [TestCase("2026-12-25 12:00", TestName = "{m}: on a holiday")]
    public async Task Rest_and_home_stand_whole_at_any_hour(string now)
    {
        Kiosk.Time.StandAt(now);
        try
        {
            await AssertStandWhole(Display.All, ["/rest", "/fr/", "/ar/"]);
        }
        finally
        {
            Kiosk.Time.StandAt("2026-11-20 14:20");
        }
    }

    /// <summary>Dates far away are the longest, and the sentence that the house is closed takes room.</summary>
    [Test]
    public async Task Topics_stand_whole_while_the_house_is_closed()
    {
        Kiosk.Time.StandAt("2026-12-25 12:00");
        try
        {
            await AssertStandWhole(Display.All, ["/fr/topic/meet", "/ar/topic/meet", "/uk/topic/rights", "/fr/topic/speak"]);
        }
        finally
        {
            Kiosk.Time.StandAt("2026-11-20 14:20");
        }
    }

    [TestCaseSource(nameof(LanguagesBySample))]
    public async Task Rest_and_home_stand_whole_below_a_notice(string language)
    {
        var house = Kiosk.House;
        Kiosk.CurrentHouse.Replace(DemoHouse.With("notices", Notice).House!);
        try
        {
            await AssertStandWhole(Display.All, ["/rest?in=" + language, $"/{language}/"]);
        }
        finally
        {
            Kiosk.CurrentHouse.Replace(house);
        }
    }

    internal const string Notice = """
        [{ "id": "early", "from": "2026-11-20", "to": "2026-11-20", "text": {
           "fr": "Aujourd’hui nous fermons à 15:00. Le repas du soir n’a pas lieu.",
           "nl": "Vandaag sluiten we om 15:00. Er is geen avondmaal.",
           "en": "Today we close at 15:00. There is no evening meal.", "ar": "نغلق اليوم الساعة 15:00. لا توجد وجبة مساء." } }]
        """;

    private static Display[] SizesOf(string mode) =>
        mode.Contains("lower", StringComparison.Ordinal) ? [.. Display.All.Where(size => size.OffersLower)] : Display.All;

    private async Task AssertStandWhole(Display[] sizes, string[] paths)
    {
        var (screen, wrong) = (await Screen(), new List<string>());
        foreach (var (number, path) in paths.Index())
        {
            var parts = paths.Length > Display.All.Length ? halves : 1;
            wrong.AddRange(await Layout.Problems(screen, [path], [.. sizes.Where((_, size) => size % parts == number % parts)]));
        }

        Assert.That(string.Join('\n', wrong), Is.Empty);
    }
}
