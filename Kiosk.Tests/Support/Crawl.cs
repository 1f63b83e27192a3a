using System.Net;
using System.Text.RegularExpressions;

namespace Kiosk.Tests.Support;

/// <summary>Follows the links of the kiosk's pages as they are written, without a browser.</summary>
public sealed partial class Crawl(HttpClient caller)
{
    private readonly Dictionary<string, string[]> _links = [];

    /// <summary>Links that did not answer 200, with their status and the page they stand on.</summary>
    public List<string> Broken { get; } = [];

    public int Count => _links.Count;

    /// <summary>Visits everything that can be reached by links that are asked for.</summary>
    public async Task Everything(IEnumerable<string> starts, Func<string, bool> follows)
    {
        var waiting = new Queue<(string Address, string From)>(starts.Select(start => (start, "the start")));
        while (waiting.TryDequeue(out var next))
        {
            if (!_links.ContainsKey(next.Address))
            {
                foreach (var link in (await LinksOf(next.Address, next.From)).Where(follows))
                {
                    waiting.Enqueue((link, next.Address));
                }
            }
        }
    }

    /// <summary>Fewest touches from a page to each address that can be reached in so many.</summary>
    public async Task<Dictionary<string, int>> TouchesFrom(string start, int most, Func<string, bool> follows)
    {
        var touches = new Dictionary<string, int> { [start] = 0 };
        for (var count = 1; count <= most; count++)
        {
            foreach (var page in touches.Where(t => t.Value == count - 1).Select(t => t.Key).ToArray())
            {
                foreach (var link in (await LinksOf(page, page)).Where(follows))
                {
                    touches.TryAdd(link, count);
                }
            }
        }

        return touches;
    }

    private async Task<string[]> LinksOf(string address, string from)
    {
        if (_links.TryGetValue(address, out var known))
        {
            return known;
        }

        using var answer = await caller.GetAsync(new Uri(address, UriKind.Relative));
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            Broken.Add($"{(int)answer.StatusCode} {address} on {from}");
        }

        var text = await answer.Content.ReadAsStringAsync();
        return _links[address] = [
            .. Address()
                .Matches(text)
                .Select(m => WebUtility.HtmlDecode(m.Groups[1].Value))
                .Where(link => link.StartsWith('/'))
                .Select(link => Trail().Replace(link, "")) // the same page, whichever way it was reached by
                .Distinct(),
        ];
    }

    [GeneratedRegex("[?&]from=[^&]*\\z")]
    private static partial Regex Trail();

    [GeneratedRegex("(?:href|src|data-next)=\"([^\"]+)\"")]
    private static partial Regex Address();
}
