using Microsoft.Playwright;

namespace Kiosk.Tests.Bench;

/// <summary>One open page that is touched as by a finger, and says when the next screen was painted.</summary>
internal sealed class TouchedScreen
{
    /// <summary>How long a finger stays on the glass.</summary>
    private static readonly TimeSpan Contact = TimeSpan.FromMilliseconds(80);

    /// <summary>A guard against a screen that never comes, not a bar.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Says when the finger came down and went up, by the event's own time, and when a new screen was painted: its last element stood, a
    /// frame was made with it, and the next frame began. Times are of one clock for all pages of the browser, so that they outlive a
    /// navigation.
    /// </summary>
    private const string Observer = """
        (() => {
          const say = (what, at) => window.benchSays(what, performance.timeOrigin + at);
          addEventListener("pointerdown", (event) => say("down", event.timeStamp), { capture: true });
          addEventListener("pointerup", (event) => say("up", event.timeStamp), { capture: true });
          let last = null;
          new MutationObserver(() => {
            const standing = document.querySelector(".idle");
            if (!standing || standing === last) return;
            last = standing;
            requestAnimationFrame(() => requestAnimationFrame(() => say("painted", performance.now())));
          }).observe(document, { childList: true, subtree: true });
        })();
        """;

    private readonly IPage _page;
    private readonly ICDPSession _fingers;
    private readonly Dictionary<string, double> _said = [];
    private TaskCompletionSource _painted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private TouchedScreen(IPage page, ICDPSession fingers) => (_page, _fingers) = (page, fingers);

    public static async Task<TouchedScreen> OpenAsync(IBrowser browser, Uri start)
    {
        var context = await browser.NewContextAsync(
            new()
            {
                HasTouch = true,
                ViewportSize = new() { Width = 1080, Height = 1920 },
            }
        );
        var page = await context.NewPageAsync();
        var screen = new TouchedScreen(page, await context.NewCDPSessionAsync(page));
        await page.ExposeFunctionAsync<string, double, bool>("benchSays", screen.Hear);
        await page.AddInitScriptAsync(Observer);
        await page.GotoAsync(start.ToString());
        await screen._painted.Task.WaitAsync(Patience);
        return screen;
    }

    /// <summary>Touches the link that leads to <paramref name="path"/>.</summary>
    /// <returns>Milliseconds until the next screen was painted, from finger down and from finger up.</returns>
    public async Task<(double FromDown, double FromUp)> TouchAsync(string path)
    {
        var box =
            await _page.Locator($"a[href='{path}']").First.BoundingBoxAsync()
            ?? throw new InvalidOperationException($"{path} cannot be touched.");
        lock (_said)
        {
            _said.Clear();
            _painted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        await DispatchAsync("touchStart", new { x = box.X + (box.Width / 2), y = box.Y + (box.Height / 2) });
        await Task.Delay(Contact);
        await DispatchAsync("touchEnd");
        await _painted.Task.WaitAsync(Patience);
        lock (_said)
        {
            return (_said["painted"] - _said["down"], _said["painted"] - _said["up"]);
        }
    }

    private Task DispatchAsync(string type, params object[] touchPoints) =>
        _fingers.SendAsync("Input.dispatchTouchEvent", new Dictionary<string, object> { ["type"] = type, ["touchPoints"] = touchPoints });

    private bool Hear(string what, double at)
    {
        lock (_said)
        {
            _said[what] = at;
            if (what == "painted")
            {
                _painted.TrySetResult();
            }
        }

        return true;
    }
}
