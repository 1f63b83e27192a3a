using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using System.Web;
using Microsoft.Playwright;

namespace Kiosk.Tests.Support;

/// <summary>The touchscreen with one open page: what a finger can do on it, and what it told the kiosk.</summary>
public sealed class Screen
{
    private readonly ConcurrentQueue<string> _cells = new();
    private readonly ConcurrentQueue<string> _troubles = new();

    public Screen(IPage page, string address)
    {
        Page = page;
        Address = address;
        page.Request += NoteRequest;
        page.Response += NoteResponse;
        page.PageError += NoteError;
        page.Console += NoteConsole;
    }

    public IPage Page { get; }

    /// <summary>The page, for what stays with it to its end, as a script or a clock of the test's does: no later test gets it.</summary>
    public IPage ChangedPage
    {
        get
        {
            IsChanged = true;
            return Page;
        }
    }

    /// <summary>Whether the page is not to be used by another test.</summary>
    public bool IsChanged { get; private set; }

    public string Address { get; }

    /// <summary>Whether its pages' own scripts run.</summary>
    public bool RunsScripts { get; init; } = true;

    /// <summary>Every address that was asked for, in order.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public ConcurrentQueue<IResponse> Responses { get; } = new();

    /// <summary>Every cell sent to be counted, in order, over all visits.</summary>
    public IReadOnlyCollection<string> Cells => _cells;

    /// <summary>Off while something is amiss on purpose, and the browser says so.</summary>
    public bool HearsComplaints { get; set; } = true;

    /// <summary>Part of an address of which the browser may complain at any time; null when there is none.</summary>
    public string? MayFail { get; set; }

    /// <summary>
    /// How complaints begin that a tool gives cause for which works in the page and is no part of it; nothing begins so where there is
    /// none.
    /// </summary>
    public string OfATool { get; set; } = "\n";

    /// <summary>What the browser complained about: none when all is well.</summary>
    public IReadOnlyCollection<string> Troubles => _troubles;

    /// <summary>Path and query of the address, without what rides in its fragment.</summary>
    public string Shown => new Uri(Page.Url).PathAndQuery;

    public string Fragment => new Uri(Page.Url).Fragment;

    public async Task Open(string path) => await Page.GotoAsync(Address + path);

    /// <summary>The page that stands is shown on a screen of another size, and has its own letters: before, nothing has its size.</summary>
    public async Task Becomes(Display size)
    {
        await Page.SetViewportSizeAsync(size.Width, size.Height);
        await Page.EvaluateAsync(
            """
            async ([width, height]) => {
              while (innerWidth !== width || innerHeight !== height) await new Promise(requestAnimationFrame);
              await document.fonts.ready;
            }
            """,
            new[] { size.Width, size.Height }
        );
    }

    /// <summary>Before the first page: from now on the browser's clock stands, and goes on only when the test lets it run.</summary>
    /// <remarks>Left to itself it would run too, and on a busy machine farther than the test means.</remarks>
    public async Task HoldClock()
    {
        await ChangedPage.Clock.InstallAsync();
        await Page.Clock.PauseAtAsync(TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(1));
    }

    /// <summary>A short touch on the first thing that fits.</summary>
    /// <remarks>Sent as a click: on a busy machine a sent tap may last so long that the browser takes it for a long press.</remarks>
    public Task Touch(string selector) => Page.Locator(selector).First.ClickAsync();

    /// <summary>A finger on a link, and the page it leads to stands.</summary>
    public async Task Touch(string selector, string path)
    {
        await Touch(selector);
        await Stands(path);
    }

    public Task TouchLinkTo(string path) =>
        Touch($"a[href='{path}'], a[href^='{path}?topic='], a[href^='{path}?from='], a[href^='{path}&from=']", path);

    /// <summary>Waits until that page stands, whichever way it was reached by: all of it is there, and its scripts hear.</summary>
    /// <remarks>
    /// The page itself looks each time it is drawn: an assertion of Playwright's looks after 100, 250, 500 and each 1 000 ms.
    /// </remarks>
    public async Task Stands(string path)
    {
        var address = $"^{Regex.Escape(Address + path)}([?&](topic|from)=[^&#]*)*(#.*)?$";
        if (RunsScripts)
        {
            await Page.WaitForFunctionAsync(PageAddress.IsAt, address);
        }
        else
        {
            await Assertions.Expect(Page).ToHaveURLAsync(new Regex(address));
            await Page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
        }
    }

    public Task<bool> Sees(string selector) => Page.Locator(selector).First.IsVisibleAsync();

    public Task Waits(string selector) => Page.Locator(selector).First.WaitForAsync();

    public Task<string> Attribute(string selector, string name) =>
        Page.Locator(selector).First.EvaluateAsync<string>($"e => e.getAttribute('{name}') ?? ''");

    /// <summary>Cells counted since a mark, which is an earlier count of <see cref="Cells"/>.</summary>
    public string[] CellsSince(int mark) => [.. _cells.Skip(mark)];

    /// <summary>Its page may go on to another test: no more of it is noted.</summary>
    public void Leave()
    {
        Page.Request -= NoteRequest;
        Page.Response -= NoteResponse;
        Page.PageError -= NoteError;
        Page.Console -= NoteConsole;
    }

    private void NoteRequest(object? _, IRequest request)
    {
        Requests.Enqueue(request.Url);
        if (request.Method == "POST" && new Uri(request.Url).AbsolutePath == "/tap")
        {
            foreach (var cell in HttpUtility.ParseQueryString(request.PostData ?? "").GetValues("cell") ?? [])
            {
                _cells.Enqueue(cell);
            }
        }
    }

    private void NoteResponse(object? _, IResponse response) => Responses.Enqueue(response);

    private void NoteError(object? _, string error) => _troubles.Enqueue("script: " + error);

    private void NoteConsole(object? _, IConsoleMessage message)
    {
        var isComplaint = message.Type is ("error" or "warning") && !message.Text.StartsWith(OfATool, StringComparison.Ordinal);
        if (HearsComplaints && isComplaint && !(MayFail is { } part && message.Location.Contains(part, StringComparison.Ordinal)))
        {
            _troubles.Enqueue($"console: {message.Text} ({message.Location})");
        }
    }
}
