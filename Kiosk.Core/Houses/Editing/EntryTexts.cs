using System.Globalization;
using System.Text.Json.Nodes;
using Kiosk.Core.Languages;

namespace Kiosk.Core.Houses.Editing;

/// <summary>A text of an entry, in the languages it is written in.</summary>
/// <param name="Place">Where in the entry: <c>requiredDocuments[1]</c>.</param>
/// <param name="Field">The last key on the way there: <c>requiredDocuments</c>.</param>
/// <param name="Said">The JSON object of language and text; part of the entry.</param>
public sealed record EntryText(EntryKey Entry, string Place, string Field, JsonObject Said)
{
    /// <summary>
    /// Names the text for who ticks its wordings, <c>services/teeth/requiredDocuments</c>: without numbers, so that a row more above it
    /// leaves it read.
    /// </summary>
    public string Key =>
        $"{Entry}/"
        + string.Concat(Place.Split('[').Select((part, i) => i == 0 ? part : part[(part.IndexOf(']', StringComparison.Ordinal) + 1)..]));

    public string? In(LanguageTag language) => Said[language.Value]?.ToString();
}

/// <summary>Finds the texts of an entry.</summary>
public static class EntryTexts
{
    /// <summary>What an import keeps beside the house's own words (docs/exchange.md).</summary>
    private const string Foreign = "hsds";

    /// <summary>In the order of the entry: every object whose keys are languages.</summary>
    public static IEnumerable<EntryText> In(EntryKey key, JsonObject body) => Within(key, body, "", "");

    /// <summary>The wordings that a change of an entry brought into it, in one of these languages.</summary>
    public static IEnumerable<WordingRead> Written(
        EntryKey key,
        JsonObject? before,
        JsonObject after,
        IReadOnlyList<LanguageTag> languages
    ) => Wordings(key, after, languages).Except(before is null ? [] : Wordings(key, before, languages));

    private static IEnumerable<WordingRead> Wordings(EntryKey key, JsonObject body, IReadOnlyList<LanguageTag> languages) =>
        from text in In(key, body)
        from language in languages
        let wording = text.In(language)
        where wording is not null
        select WordingRead.Of(text.Key, new Wording(wording, language));

    private static IEnumerable<EntryText> Within(EntryKey key, JsonNode? node, string place, string field) =>
        node switch
        {
            JsonObject { Count: > 0 } text when text.All(part => LanguageTag.TryParse(part.Key, out _) && part.Value is JsonValue) =>
            [
                new EntryText(key, place, field, text),
            ],
            JsonObject parts => parts
                .Where(part => part.Key != Foreign)
                .SelectMany(part => Within(key, part.Value, place.Length == 0 ? part.Key : $"{place}.{part.Key}", part.Key)),
            JsonArray items => items.SelectMany(
                (item, i) => Within(key, item, string.Create(CultureInfo.InvariantCulture, $"{place}[{i}]"), field)
            ),
            _ => [],
        };
}
