using System.Text.Json;
using System.Text.Json.Nodes;
using Kiosk.Tests.Houses;

namespace Kiosk.Tests.Support;

/// <summary>What is written in a language, each text with where it stands.</summary>
internal static class EveryText
{
    /// <summary>The program's phrases for visitors, and the demo house's texts.</summary>
    public static IEnumerable<(string Place, string Text)> In(string language) =>
        Phrases(language).Select(phrase => (phrase.Key, phrase.Value)).Concat(InHouse(JsonNode.Parse(DemoHouse.Json)!, language));

    /// <param name="file">A file of <c>assets/languages</c>: <c>fr</c>, <c>staff/fr</c>.</param>
    public static Dictionary<string, string> Phrases(string file) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(SourceTree.Read($"assets/languages/{file}.json"))!;

    private static IEnumerable<(string Place, string Text)> InHouse(JsonNode node, string language) =>
        node switch
        {
            JsonObject text when text[language] is JsonValue said => [(text.GetPath(), said.ToString())],
            JsonObject entry => entry.SelectMany(part => part.Value is null ? [] : InHouse(part.Value, language)),
            JsonArray list => list.SelectMany(part => part is null ? [] : InHouse(part, language)),
            _ => [],
        };
}
