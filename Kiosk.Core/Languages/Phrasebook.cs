using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace Kiosk.Core.Languages;

/// <summary>The program's own words, one file per language: <c>assets/languages/fr.json</c>, a flat object of key and phrase.</summary>
/// <remarks>
/// A phrase may hold places such as <c>{time}</c>; one with a count has a key for each form of its language (<see cref="Plural"/>).
/// Fallback: asked language, house language, any that has it, the key itself.
/// </remarks>
public sealed class Phrasebook
{
    private readonly FrozenDictionary<LanguageTag, FrozenDictionary<string, string>> _phrases;

    public Phrasebook(IReadOnlyDictionary<LanguageTag, IReadOnlyDictionary<string, string>> phrases) =>
        _phrases = phrases.ToFrozenDictionary(p => p.Key, p => p.Value.ToFrozenDictionary());

    /// <summary>Raised for each key that had no phrase even in the house's language; the program logs it once.</summary>
    public event Action<string>? Missing;

    public IEnumerable<LanguageTag> Languages => _phrases.Keys.Order();

    /// <param name="leftOut">Told of each file that cannot be used; without it, the first such file ends the loading.</param>
    /// <exception cref="InvalidDataException">A file is not a flat JSON object of texts; the message names it.</exception>
    public static Phrasebook Load(string folder, Action<string>? leftOut = null)
    {
        var phrases = new Dictionary<LanguageTag, IReadOnlyDictionary<string, string>>();
        foreach (var file in Directory.Exists(folder) || leftOut is null ? Directory.EnumerateFiles(folder, "*.json") : [])
        {
            try
            {
                if (LanguageTag.TryParse(Path.GetFileNameWithoutExtension(file), out var language))
                {
                    phrases[language] = ReadFile(file);
                }
            }
            catch (Exception problem)
                when (leftOut is not null && problem is InvalidDataException or IOException or UnauthorizedAccessException)
            {
                leftOut(problem.Message);
            }
        }

        return new Phrasebook(phrases);
    }

    /// <summary>Both books as one; where both have a phrase, it is that of <paramref name="over"/>.</summary>
    public Phrasebook Under(Phrasebook over)
    {
        var both = new Phrasebook(
            Languages
                .Union(over.Languages)
                .ToDictionary(
                    language => language,
                    IReadOnlyDictionary<string, string> (language) =>
                        new[] { this, over }
                            .SelectMany(book => book._phrases.GetValueOrDefault(language) ?? FrozenDictionary<string, string>.Empty)
                            .GroupBy(phrase => phrase.Key)
                            .ToDictionary(same => same.Key, same => same.Last().Value)
                )
        );
        both.Missing += key => Missing?.Invoke(key);
        return both;
    }

    public bool Knows(LanguageTag language) => _phrases.ContainsKey(language);

    public IReadOnlyCollection<string> Keys(LanguageTag language) => _phrases[language].Keys;

    /// <summary>The phrase as it is written, places unfilled; null when the language has none of that key.</summary>
    public string? Find(string key, LanguageTag language) =>
        _phrases.TryGetValue(language, out var phrases) && phrases.TryGetValue(key, out var phrase) ? phrase : null;

    /// <summary>The keys that a language needs to say all that this book says in any; sorted.</summary>
    public IReadOnlyList<string> KeysNeeded(LanguageTag language) =>
        PhraseKey.For(language, _phrases.Values.SelectMany(phrases => phrases.Keys).ToHashSet());

    /// <summary>
    /// How much of <see cref="KeysNeeded"/> is there, whole percent; 100 only when nothing falls back to another language.
    /// </summary>
    public int PercentThere(LanguageTag language)
    {
        var needed = KeysNeeded(language);
        return needed.Count == 0 ? 100 : needed.Count(key => Find(key, language) is not null) * 100 / needed.Count;
    }

    /// <summary>The phrase with its places filled in; a place nobody fills stays visible.</summary>
    public Wording Translate(string key, LanguageTag asked, LanguageTag house, params ReadOnlySpan<(string Place, string Value)> places) =>
        Fill(Find(_ => key, asked, house), places);

    /// <summary>
    /// The form that fits <paramref name="count"/> in the language it is said in: <c>hours.every-weeks.few</c> for <c>hours.every-weeks</c>
    /// and 3 in Polish.
    /// </summary>
    public Wording Translate(
        string key,
        long count,
        LanguageTag asked,
        LanguageTag house,
        params ReadOnlySpan<(string Place, string Value)> places
    ) =>
        Fill(
            Find(language => $"{key}.{Plural.Of(language, count)}", asked, house),
            [(PhraseKey.Count, count.ToString(CultureInfo.InvariantCulture)), .. places]
        );

    private static Wording Fill(Wording phrase, ReadOnlySpan<(string Place, string Value)> places)
    {
        var text = phrase.Text;
        foreach (var (place, value) in places)
        {
            text = text.Replace("{" + place + "}", value, StringComparison.Ordinal);
        }

        return phrase with
        {
            Text = text,
        };
    }

    /// <param name="keyIn">The key in a language; a count has another form in each.</param>
    private Wording Find(Func<LanguageTag, string> keyIn, LanguageTag asked, LanguageTag house)
    {
        foreach (var language in (ReadOnlySpan<LanguageTag>)[asked, house])
        {
            if (Find(keyIn(language), language) is { } phrase)
            {
                return new Wording(phrase, language);
            }
        }

        Missing?.Invoke(keyIn(house));
        return Languages
            .Where(language => Find(keyIn(language), language) is not null)
            .Select(language => new Wording(Find(keyIn(language), language)!, language))
            .FirstOrDefault(new Wording(keyIn(house), house));
    }

    private static Dictionary<string, string> ReadFile(string file)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            return document.RootElement.EnumerateObject().ToDictionary(phrase => phrase.Name, phrase => phrase.Value.GetString() ?? "");
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException($"The language file {file} is not a flat list of texts: {problem.Message}", problem);
        }
    }
}
