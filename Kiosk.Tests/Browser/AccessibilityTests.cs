using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>Each kind of page, looked through by axe, in both directions of writing.</summary>
public sealed class AccessibilityTests : BrowserTest
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    public static IEnumerable<TestCaseData> EachKind =>
        from language in (string[])["fr", "ar"]
        from mode in (string[])["", "?with=contrast"]
        from page in Pages.EachKind
        select new TestCaseData($"/{language}/{page}{mode}");

    [TestCaseSource(nameof(EachKind))]
    [TestCase("/rest")]
    [TestCase("/rest?in=ar")]
    public async Task Axe_finds_nothing(string path)
    {
        var screen = await Screen(Display.Lying);
        await screen.Open(path);
        await AssertClean(screen);
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

    private static async Task AssertClean(Screen screen)
    {
        screen.HearsComplaints = false; // axe writes a style of its own, which our Content-Security-Policy refuses
        var result = await screen.Page.RunAxe(Rules);
        Assert.That(string.Join('\n', result.Violations.SelectMany(Sentences)), Is.Empty);
    }

    private static IEnumerable<string> Sentences(AxeResultItem violation) =>
        violation.Nodes.Select(node => $"{violation.Id}: {violation.Help}: {node.Html[..Math.Min(node.Html.Length, 160)]}");
}
