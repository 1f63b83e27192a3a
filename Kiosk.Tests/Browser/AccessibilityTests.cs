using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>Each kind of page, looked through by axe, in every language and every mode.</summary>
public sealed class AccessibilityTests : BrowserTest
{
    private static readonly string[] Modes = ["", "listen", "larger", "contrast", "calm", "lower"];

    /// <summary>
    /// Every page in the house's language, and half of them in each mode, in languages of three scripts and both directions of writing;
    /// all pages in all of them by <c>./test.sh everything</c>.
    /// </summary>
    public static IEnumerable<TestCaseData> Everywhere =>
        (
            from language in Languages
            from mode in Modes
            let test = new TestCaseData(language, mode, 1)
            select (language, mode) is ("fr", "") ? test : test.SetCategory("Everything")
        ).Concat([
            new TestCaseData("fr", "listen", 2),
            new TestCaseData("fr", "contrast", 2),
            new TestCaseData("ar", "calm", 2),
            new TestCaseData("uk", "larger", 2),
            new TestCaseData("fa", "lower", 2),
        ]);

    /// <param name="every">1 for every page, 2 for each second, which of them differs from mode to mode.</param>
    [TestCaseSource(nameof(Everywhere))]
    public async Task Axe_finds_nothing_in_any_language_and_mode(string language, string mode, int every) =>
        await AssertClean([
            .. Pages
                .EachKind.Where((_, number) => (number + Array.IndexOf(Modes, mode)) % every == 0)
                .Select(page => $"/{language}/{page}{(mode.Length > 0 ? "?with=" + mode : "")}"),
            "/rest?in=" + language,
        ]);

    /// <summary>Two modes at once: those that change colours together always, the rest of them by <c>./test.sh everything</c>.</summary>
    public static IEnumerable<TestCaseData> Pairs =>
        from one in Enumerable.Range(1, Modes.Length - 1)
        from other in Enumerable.Range(one + 1, Modes.Length - one - 1)
        let pair = $"{Modes[one]}.{Modes[other]}"
        select pair is "contrast.calm" ? new TestCaseData(pair) : new TestCaseData(pair).SetCategory("Everything");

    [TestCaseSource(nameof(Pairs))]
    public async Task Axe_finds_nothing_with_two_modes_at_once(string pair) =>
        await AssertClean([.. Pages.EachKind.Select(page => $"/fr/{page}?with={pair}")]);

    /// <summary>Half of the pages in one window and half in another, so that the machine is never idle.</summary>
    private async Task AssertClean(string[] paths)
    {
        var (screen, other) = (await Screen(Display.Lying), await Screen(Display.Lying));
        var half = paths.Length / 2;
        var wrong = await Task.WhenAll(Wrong(screen, paths[..half]), Wrong(other, paths[half..]));
        Assert.That(string.Join('\n', wrong.SelectMany(sentences => sentences)), Is.Empty);
    }

    private static async Task<List<string>> Wrong(Screen screen, string[] paths)
    {
        var wrong = new List<string>();
        foreach (var path in paths)
        {
            await screen.Open(path);
            wrong.AddRange((await Axe.Violations(screen)).Select(sentence => $"{path}: {sentence}"));
        }

        return wrong;
    }

    [TestCase("/fr/")]
    [TestCase("/ar/")]
    public async Task Axe_finds_nothing_with_the_languages_open(string path)
    {
        var screen = await Screen(Display.Lying);
        await screen.Open(path);
        await screen.Touch(".bar-languages");
        await screen.Waits("#languages:popover-open");
        await AssertClean(screen);
    }

    [TestCase("/fr/")]
    [TestCase("/ar/?with=contrast")]
    public async Task Axe_finds_nothing_while_the_screen_counts_down(string path)
    {
        var screen = await Screen(Display.Lying);
        await screen.Open(path);
        await screen.Page.EvaluateAsync("document.querySelector('.idle').hidden = false");
        await AssertClean(screen);
    }

    private static async Task AssertClean(Screen screen) => Assert.That(string.Join('\n', await Axe.Violations(screen)), Is.Empty);
}
