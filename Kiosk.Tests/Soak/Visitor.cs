using System.Net;
using System.Text.RegularExpressions;
using Kiosk.Tests.Support;
using NodaTime;
using NUnit.Framework;

namespace Kiosk.Tests.Soak;

/// <summary>
/// Somebody at the screen: fetches pages as the browser does, touches what stands on them, and tells the cells of what was touched.
/// </summary>
internal sealed partial class Visitor(KioskHost kiosk, PaperPrinter paper, DayLedger ledger, Random chance) : IDisposable
{
    private const int MostTouches = 5;
    private const double ListensToNews = 0.2; // of visits that open the page's stream of news; the screen at rest opens it, and keeps it
    private const double Prints = 0.05;
    private const double PutsBack = 0.3; // of visits that end by the idle countdown

    private static readonly string[] Languages = ["fr", "nl", "en", "ar"];

    private readonly HttpClient _caller = kiosk.Caller(followsRedirects: true);
    private int _prints;

    public int Pages { get; private set; }

    public int Slips { get; private set; }

    public int Rings { get; private set; }

    /// <param name="halfway">Happens between two touches: midnight, for one.</param>
    public async Task VisitAsync(Action? halfway = null)
    {
        using var news = chance.NextDouble() < ListensToNews ? await ListenAsync() : null;
        var language = Languages[chance.Next(Languages.Length)];
        var counted = new HashSet<string>();
        await Get("/rest?in=" + language);
        var page = await Get($"/{language}/");
        await Tap(counted, "visit/begun", "language/" + language);
        var touches = chance.Next(1, MostTouches);
        for (var touch = 1; touch <= touches && Touchable(page) is { Length: > 0 } links; touch++)
        {
            page = await Touch(links[chance.Next(links.Length)], counted, touch);
            halfway?.Invoke();
            halfway = null;
        }

        if (chance.NextDouble() < Prints)
        {
            await Print(language, counted);
        }

        halfway?.Invoke();
        await Tap(counted, "visit/ended-" + (chance.NextDouble() < PutsBack ? "idle" : "start-over"));
        await Get("/");
    }

    public void Dispose() => _caller.Dispose();

    private async Task<string> Touch((string Address, string Cell) link, HashSet<string> counted, int touches)
    {
        await Tap(counted, link.Cell);
        if (link.Cell == "help/person")
        {
            (await _caller.PostAsync(new Uri(link.Address.Split('?')[0], UriKind.Relative), null)).EnsureSuccessStatusCode().Dispose();
            Rings++;
        }

        var page = await Get(link.Address);
        if (Shown().Match(page) is { Success: true } shown && shown.Groups[1].Value is { Length: > 0 } cell)
        {
            await Tap(counted, cell.StartsWith("slip/", StringComparison.Ordinal) ? [cell, $"touches-until-slip/{touches}"] : [cell]);
        }

        return page;
    }

    /// <summary>Each time another service: the same slip within three seconds would be printed once.</summary>
    private async Task Print(string language, HashSet<string> counted)
    {
        var services = kiosk.House.Services.ToList();
        using var answer = await _caller.PostAsync(
            new Uri($"/{language}/service/{services[_prints++ % services.Count].Id}/slip", UriKind.Relative),
            null
        );
        Assert.That(answer.RequestMessage!.RequestUri!.Query, Does.Contain("paper=printed"));
        paper.ThrowAwaySlips();
        await Tap(counted, "slip/paper");
        Slips++;
    }

    private async Task<string> Get(string address)
    {
        using var answer = await _caller.GetAsync(new Uri(address, UriKind.Relative));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), address);
        Pages++;
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Counts what this visit has not counted yet, as the page does.</summary>
    private async Task Tap(HashSet<string> counted, params string[] cells)
    {
        if (cells.Where(counted.Add).ToList() is { Count: > 0 } fresh)
        {
            using var form = new FormUrlEncodedContent(fresh.Select(cell => KeyValuePair.Create("cell", cell)));
            using var answer = await _caller.PostAsync(new Uri("/tap", UriKind.Relative), form);
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NoContent), string.Join(' ', fresh));
            ledger.Acknowledge(Instant.FromDateTimeOffset(kiosk.Time.GetUtcNow()), fresh);
        }
    }

    /// <summary>The page's own stream of news; it goes with the visit.</summary>
    private async Task<StreamReader> ListenAsync()
    {
        var news = new StreamReader(await _caller.GetStreamAsync(new Uri("/live", UriKind.Relative)));
        Assert.That(await news.ReadLineAsync(), Is.EqualTo("event: open"));
        return news;
    }

    private static (string Address, string Cell)[] Touchable(string page) =>
        [
            .. Link()
                .Matches(page)
                .Where(link => !link.Value.Contains("data-end", StringComparison.Ordinal))
                .Select(link => (WebUtility.HtmlDecode(link.Groups[1].Value), link.Groups[2].Value)),
        ];

    [GeneratedRegex("<a [^>]*href=\"([^\"]+)\"[^>]*data-tap=\"([^\"]+)\"[^>]*>")]
    private static partial Regex Link();

    [GeneratedRegex("<body[^>]* data-shown=\"([^\"]*)\"")]
    private static partial Regex Shown();
}
