using System.Text.Json.Nodes;

namespace Kiosk.Core.Exchange.Hsds;

/// <summary>What an entry has to know of the others: in which languages texts are, and which UUID stands for which entry.</summary>
internal sealed class HsdsScope
{
    private readonly Dictionary<(string List, string Uuid), string> _slugs = [];
    private readonly Dictionary<(string List, string Slug), string> _uuids = [];

    public HsdsScope(JsonObject house, string? fileLanguage = null)
    {
        var profile = house["house"]!.AsObject();
        Ids = new HsdsIds((string)profile["id"]!);
        HouseLanguage = (string)profile["languages"]![0]!;
        FileLanguage = fileLanguage ?? HouseLanguage;
        foreach (var (list, entry) in HsdsKinds.All.SelectMany(kind => Entries(house, kind.List).Select(entry => (kind.List, entry))))
        {
            var slug = (string)entry["id"]!;
            Know(list, slug, HsdsKept.Of(entry).Id ?? Ids.Entry(list, slug));
        }
    }

    public HsdsIds Ids { get; }

    public string HouseLanguage { get; }

    /// <summary>That of texts in the file that carry no mark.</summary>
    public string FileLanguage { get; }

    public string? SlugOf(string list, string uuid) => _slugs.GetValueOrDefault((list, uuid));

    public string UuidOf(string list, string slug) => _uuids.GetValueOrDefault((list, slug)) ?? Ids.Entry(list, slug);

    public bool Has(string list, string slug) => _uuids.ContainsKey((list, slug));

    public void Know(string list, string slug, string uuid)
    {
        _slugs[(list, uuid)] = slug;
        _uuids[(list, slug)] = uuid;
    }

    public static IEnumerable<JsonObject> Entries(JsonObject house, string list) => (house[list] as JsonArray ?? []).OfType<JsonObject>();
}
