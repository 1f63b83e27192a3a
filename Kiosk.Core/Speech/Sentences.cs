using System.Text.Json;
using Kiosk.Core.Languages;

namespace Kiosk.Core.Speech;

/// <summary>
/// All that is always said in the same words: the screen's own, and what stands in the house file. Days and hours are not among them.
/// </summary>
public static class Sentences
{
    /// <param name="houseFile">As staff write it, and as the house database joins it.</param>
    /// <returns>Language by language, as the house offers them; each once.</returns>
    public static IReadOnlyList<SpokenText> Of(Phrasebook phrases, IReadOnlyList<LanguageTag> languages, string houseFile)
    {
        using var house = JsonDocument.Parse(houseFile);
        var texts = TextsIn(house.RootElement, languages[0]).ToList();
        return
        [
            .. from language in languages
            from text in Own(phrases, language).Concat(texts.Where(text => text.Language == language.Value).Select(text => text.Text))
            select SpokenText.Of(language, text) into spoken
            where spoken is not null
            group spoken by spoken into same
            select same.Key,
        ];
    }

    private static IEnumerable<string> Own(Phrasebook phrases, LanguageTag language) =>
        !phrases.Knows(language)
            ? []
            : phrases
                .Keys(language)
                .Order(StringComparer.Ordinal)
                .Select(key => phrases.Translate(key, language, language).Text)
                .Where(phrase => !phrase.Contains('{', StringComparison.Ordinal));

    /// <summary>An object whose names are all languages, the house's among them, is a text.</summary>
    private static IEnumerable<(string Language, string Text)> TextsIn(JsonElement element, LanguageTag own) =>
        element.ValueKind switch
        {
            JsonValueKind.Array => element.EnumerateArray().SelectMany(item => TextsIn(item, own)),
            JsonValueKind.Object when IsText(element, own) => element
                .EnumerateObject()
                .Select(text => (text.Name, text.Value.GetString()!)),
            JsonValueKind.Object => element.EnumerateObject().SelectMany(item => TextsIn(item.Value, own)),
            _ => [],
        };

    private static bool IsText(JsonElement element, LanguageTag own) =>
        element.TryGetProperty(own.Value, out _)
        && element.EnumerateObject().All(item => LanguageTag.TryParse(item.Name, out _) && item.Value.ValueKind == JsonValueKind.String);
}
