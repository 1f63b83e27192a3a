using Deque.AxeCore.Commons;
using Kiosk.Tests.Support;

namespace Kiosk.Tests.Browser;

/// <summary>axe looks through the page that stands, by its rules for WCAG 2.2 A and AA and for good practice.</summary>
/// <remarks>
/// Run in the page itself: the binding for Playwright takes ten times as long as axe, with a page of its own for each answer.
/// </remarks>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    private const string Run = """
        async () => {
          const { violations } = await axe.run(document, {
            preload: false, // our pages play no sound by themselves, and it would complain to the console
            resultTypes: ["violations"],
            runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
          });
          return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 160)}`));
        }
        """;

    /// <returns>What is wrong, a sentence each.</returns>
    public static async Task<string[]> Violations(Screen screen)
    {
        screen.OfATool = "Applying inline style violates"; // axe writes a style of its own, which our Content-Security-Policy refuses
        await screen.Page.EvaluateAsync(Script);
        return await screen.Page.EvaluateAsync<string[]>(Run);
    }
}
