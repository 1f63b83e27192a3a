using System.Text.RegularExpressions;

namespace Kiosk.Tests.Bench;

/// <summary>The kiosk's pages as files, with the styles and fonts they name, at the same addresses.</summary>
internal static partial class StaticCopy
{
    /// <summary>Headers that belong to the sending and not to the page.</summary>
    private static readonly string[] OfTheSending = ["Date", "Transfer-Encoding", "Connection"];

    /// <param name="withScript">Whether the pages keep their script. Without it their links are plain navigations.</param>
    /// <returns>The headers the kiosk gives its pages, for the other server to give too.</returns>
    public static async Task<IReadOnlyDictionary<string, string>> WriteAsync(
        BenchedKiosk kiosk,
        IEnumerable<string> pages,
        BenchFolder folder,
        string name,
        bool withScript
    )
    {
        var headers = new Dictionary<string, string>();
        foreach (var page in pages.Distinct())
        {
            using var answer = await kiosk.Client.GetAsync(new Uri(page, UriKind.Relative));
            answer.EnsureSuccessStatusCode();
            var html = await answer.Content.ReadAsStringAsync();
            await File.WriteAllTextAsync(folder.PathOf(name + FileOf(page)), withScript ? html : Script().Replace(html, ""));
            CopyScreenFiles(folder, name + Prefix().Match(html).Value);
            headers = answer
                .Headers.Where(header => !OfTheSending.Contains(header.Key))
                .ToDictionary(header => header.Key, header => string.Join(", ", header.Value));
        }

        return headers;
    }

    /// <summary>Without the query: a file server does not look at it.</summary>
    private static string FileOf(string address) =>
        address.Split('?')[0] is var page && page.EndsWith('/') ? page + "index.html" : page + ".html";

    private static void CopyScreenFiles(BenchFolder folder, string target)
    {
        var source = Path.Combine(AppContext.BaseDirectory, "Visitor", "Screen");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            File.Copy(file, folder.PathOf(Path.Combine(target, Path.GetRelativePath(source, file))), overwrite: true);
        }
    }

    [GeneratedRegex("<script.*?</script>")]
    private static partial Regex Script();

    [GeneratedRegex("/screen/[0-9a-f]{12}")]
    private static partial Regex Prefix();
}
