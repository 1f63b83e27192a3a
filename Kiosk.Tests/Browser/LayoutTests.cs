using Kiosk.Tests.Houses;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>Rest, home and topics stand whole on every screen, in every language, with room for every finger.</summary>
public sealed class LayoutTests : BrowserTest
{
    public static IEnumerable<TestCaseData> Everywhere =>
        from language in Languages
        from size in Display.All
        select new TestCaseData(language, size).SetArgDisplayNames(language, size.ToString());

    [TestCaseSource(nameof(Everywhere))]
    public async Task Rest_and_home_stand_whole(string language, Display size) =>
        await AssertStandWhole(size, ["/rest?in=" + language, $"/{language}/"]);

    [TestCaseSource(nameof(Everywhere))]
    public async Task Topics_stand_whole(string language, Display size) =>
        await AssertStandWhole(size, [.. Pages.OfOneScreenOrLongest(Kiosk.House, language).Skip(1)]);

    /// <summary>The modes that change sizes and places, alone and together; colours alone move nothing.</summary>
    public static IEnumerable<TestCaseData> Modes =>
        from size in Display.All
        from mode in (string[])["larger", "listen", "listen.larger", .. size.OffersLower ? new[] { "contrast.lower", "listen.larger.lower" } : []]
        select new TestCaseData(mode, size).SetArgDisplayNames(mode, size.ToString());

    [TestCaseSource(nameof(Modes))]
    public async Task Every_kind_of_page_stands_whole_in_every_mode(string mode, Display size) =>
        await AssertStandWhole(size, [.. Pages.EachKind.SelectMany(page => new[] { $"/fr/{page}?with={mode}", $"/ar/{page}?with={mode}" })]);

    public static IEnumerable<TestCaseData> Largest =>
        from language in Languages.Except(["fr", "ar"])
        select new TestCaseData(language).SetArgDisplayNames(language);

    /// <summary>The tightest of all: the longest words, larger, beside the keys of the voice.</summary>
    [TestCaseSource(nameof(Largest))]
    public async Task The_longest_words_stand_whole_when_larger_and_listened_to(string language)
    {
        foreach (var size in Display.All)
        {
            await AssertStandWhole(size, [.. Pages.Longest(Kiosk.House, language).Select(path => path + "?with=listen.larger")]);
        }
    }

    /// <summary>Each visible text with its size in CSS pixels, and each drawing.</summary>
    private const string Shown =
        """
        () => {
          const found = [], walker = document.createTreeWalker(document.querySelector('.page'), NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const e = walker.currentNode.parentElement;
            if (walker.currentNode.data.trim() && e.checkVisibility() && !e.closest('.voice')) found.push([walker.currentNode.data.trim(), getComputedStyle(e).fontSize.replace('px', '')]);
          }
          for (const drawing of document.querySelectorAll('.page svg')) if (drawing.checkVisibility() && !drawing.closest('.voice')) found.push(['drawing in ' + (drawing.parentElement.classList[0] || drawing.parentElement.localName), '0']);
          return found;
        }
        """;

    [TestCaseSource(nameof(Modes))]
    public async Task No_mode_leaves_anything_out_and_larger_is_larger(string mode, Display size)
    {
        var screen = await Screen(size);
        foreach (var page in Pages.EachKind)
        {
            await screen.Open($"/fr/{page}");
            var plain = await screen.Page.EvaluateAsync<string[][]>(Shown);
            await screen.Open($"/fr/{page}?with={mode}");
            var other = await screen.Page.EvaluateAsync<string[][]>(Shown);
            Assert.That(other.Select(text => text[0]), mode.Contains("lower", StringComparison.Ordinal) ? Is.Not.Empty : Is.EquivalentTo(plain.Select(text => text[0])), page);
            if (mode is not "larger")
            {
                continue;
            }

            var growth = plain.Zip(other, (a, b) => (Before: Size(a), After: Size(b))).Where(text => text.Before > 0).Select(text => text.After / text.Before).Order().ToArray();
            Assert.That(growth[0], Is.GreaterThan(0.99), $"{page}: nothing shrinks");
            Assert.That(growth[growth.Length / 2], Is.GreaterThan(size == Display.Pi ? 1.14 : 1.2), $"{page}: most of it grows by a fifth or more, by a seventh on the smallest screen");
        }

        static double Size(string[] text) => double.Parse(text[1], System.Globalization.CultureInfo.InvariantCulture);
    }

    [TestCaseSource(nameof(Everywhere))]
    public async Task Lower_is_offered_where_it_holds_everything(string language, Display size)
    {
        var screen = await Screen(size);
        await screen.Open($"/{language}/?with=lower");
        Assert.That(await screen.Sees(".bar-lower"), Is.EqualTo(size.OffersLower));
        var highest = await screen.Page.EvaluateAsync<double>("Math.min(...[...document.querySelectorAll('a[href], button')].filter(e => e.checkVisibility()).map(e => e.getBoundingClientRect().top)) / innerHeight");
        Assert.That(highest, size.OffersLower ? Is.GreaterThanOrEqualTo(0.6) : Is.LessThan(0.6));
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
            await AssertStandWhole(Display.Pi, ["/rest", "/fr/", "/ar/"]);
            await AssertStandWhole(Display.Upright, ["/rest", "/fr/", "/ar/"]);
        }
        finally
        {
            Kiosk.Time.StandAt("2026-11-20 14:20");
        }
    }

    [TestCaseSource(nameof(Everywhere))]
    public async Task Rest_and_home_stand_whole_below_a_notice(string language, Display size)
    {
        var house = Kiosk.House;
        Kiosk.HouseInForce.Replace(DemoHouse.With("notices", Notice).House!);
        try
        {
            await AssertStandWhole(size, ["/rest?in=" + language, $"/{language}/"]);
        }
        finally
        {
            Kiosk.HouseInForce.Replace(house);
        }
    }

    internal const string Notice =
        """
        [{ "id": "early", "from": "2026-11-20", "to": "2026-11-20", "text": {
           "fr": "Aujourd’hui nous fermons à 15:00. Le repas du soir n’a pas lieu.", "nl": "Vandaag sluiten we om 15:00. Er is geen avondmaal.",
           "en": "Today we close at 15:00. There is no evening meal.", "ar": "نغلق اليوم الساعة 15:00. لا توجد وجبة مساء." } }]
        """;

    private async Task AssertStandWhole(Display size, string[] paths)
    {
        var screen = await Screen(size);
        var wrong = new List<string>();
        foreach (var path in paths)
        {
            await screen.Open(path);
            await screen.Page.EvaluateAsync<bool>(Layout.LettersLoaded);
            wrong.AddRange((await screen.Page.EvaluateAsync<string[]>(Layout.Measure)).Select(problem => $"{path} {problem}"));
        }

        Assert.That(string.Join('\n', wrong), Is.Empty);
    }
}
