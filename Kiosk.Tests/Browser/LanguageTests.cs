using System.Text.Json;
using Kiosk.Core.Languages;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>Every word on a page stands in an element that names its language, so that a voice can say it.</summary>
public sealed class LanguageTests : BrowserTest
{
    /// <summary>
    /// Each piece of text with the language named nearest around it, its direction, and that of the element that names the language.
    /// </summary>
    private const string TextsWithLanguage = """
        () => {
          const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const text = walker.currentNode.data.trim(), around = walker.currentNode.parentElement;
            if (text && !around.closest('script, noscript, style')) found.push([around.closest('[lang]').lang, text,
              around.closest('[dir=rtl], [dir=ltr]').dir, around.closest('[lang]').dir]);
          }
          return found;
        }
        """;

    [TestCaseSource(nameof(Languages))]
    public async Task Every_page_names_its_language_and_direction(string language)
    {
        using var caller = Kiosk.Caller();
        var expected = $"<html lang=\"{language}\" dir=\"{LanguageTag.Parse(language).Direction}\"";
        foreach (var path in Pages.All(Kiosk.House, language).Append("/rest?in=" + language))
        {
            var page = await caller.GetStringAsync(new Uri(path, UriKind.Relative));
            Assert.That(page.Split('\n').First(line => line.StartsWith("<html", StringComparison.Ordinal)), Does.StartWith(expected), path);
        }
    }

    [TestCaseSource(nameof(LanguagesBySample))]
    public async Task Every_text_names_its_language_and_runs_in_its_direction(string language)
    {
        var known = await KnownTexts();
        var screen = await Screen();
        var wrong = new SortedSet<string>(StringComparer.Ordinal);
        foreach (
            var path in Pages
                .EachKind.Append("service/free-lawyer")
                .Append("activity/film-night")
                .Select(page => $"/{language}/{page}?with=listen")
                .Append("/rest?in=" + language)
        )
        {
            await screen.Open(path);
            foreach (var text in await screen.Page.EvaluateAsync<string[][]>(TextsWithLanguage))
            {
                wrong.UnionWith(Mistakes(text, known).Select(mistake => $"{path}: {mistake}"));
            }
        }

        Assert.That(string.Join('\n', wrong), Is.Empty);
    }

    private static IEnumerable<string> Mistakes(string[] text, Dictionary<string, HashSet<string>> known)
    {
        if (Mistake(text[0], text[1], known) is { } mistake)
        {
            yield return mistake;
        }

        var direction = LanguageTag.Parse(text[0]).Direction;
        // an address that begins with a street's sign runs as the sign does
        var first = ScriptsIn(string.Concat(text[1].Where(char.IsLetter).Take(1))).FirstOrDefault();
        if (text[3] != direction || (text[2] != direction && first is not (null or "Latin")))
        {
            yield return $"\"{text[1]}\" is {text[0]}, and runs {text[2]}";
        }
    }

    [Test]
    public async Task Arabic_is_written_in_letters()
    {
        using var caller = Kiosk.Caller();
        foreach (var path in Pages.EachKind)
        {
            var page = await caller.GetStringAsync(new Uri("/ar/" + path, UriKind.Relative));
            Assert.That(page.Count(letter => letter is >= '\u0600' and <= '\u06FF'), Is.GreaterThan(100), path);
            Assert.That(page.Contains("&#x6", StringComparison.Ordinal), Is.False, path);
        }
    }

    /// <summary>
    /// A text known from the house or the phrasebook is marked with a language it is written in; a script is marked with a language it is
    /// used for.
    /// </summary>
    private static string? Mistake(string named, string text, Dictionary<string, HashSet<string>> known)
    {
        var fits = known.TryGetValue(text, out var languages)
            ? languages.Contains(named)
            : ScriptsIn(text).All(script => script == ScriptOf(named));
        return fits ? null : $"\"{text}\" is marked {named}";
    }

    /// <summary>The script that a language is written in.</summary>
    private static string ScriptOf(string language) =>
        language switch
        {
            "ar" or "fa" or "ps" => "Arabic",
            "uk" => "Cyrillic",
            "ti" => "Ethiopic",
            _ => "Latin",
        };

    /// <summary>
    /// The scripts of a text's letters. A Latin name within another script (a street, a tram) stands there as it is written on its sign.
    /// </summary>
    private static IEnumerable<string> ScriptsIn(string text)
    {
        var scripts = text.Where(char.IsLetter)
            .Select(letter =>
                letter switch
                {
                    >= '\u0600' and <= '\u06FF' => "Arabic",
                    >= '\u0400' and <= '\u04FF' => "Cyrillic",
                    >= '\u1200' and <= '\u139F' => "Ethiopic",
                    _ => "Latin",
                }
            )
            .ToHashSet();
        return scripts.Count > 1 ? scripts.Where(script => script != "Latin") : scripts;
    }

    /// <summary>Each text of the demo house and of the phrasebook, with the languages that spell it so.</summary>
    private static async Task<Dictionary<string, HashSet<string>>> KnownTexts()
    {
        var known = new Dictionary<string, HashSet<string>>();
        var assets = Path.Combine(AppContext.BaseDirectory, "assets");
        Collect(JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(assets, "demo", "house.json"))).RootElement, "", known);
        foreach (var language in Languages)
        {
            using var phrases = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(assets, "languages", language + ".json")));
            foreach (var phrase in phrases.RootElement.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.String))
            {
                Note(known, phrase.Value.GetString()!, language);
            }
        }

        return known;
    }

    private static void Collect(JsonElement element, string key, Dictionary<string, HashSet<string>> known)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
            {
                Collect(property.Value, property.Name, known);
            }
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Collect(item, "", known);
            }
        }
        else if (element.ValueKind == JsonValueKind.String && Languages.Contains(key))
        {
            Note(known, element.GetString()!, key);
        }
    }

    private static void Note(Dictionary<string, HashSet<string>> known, string text, string language)
    {
        if (!known.TryGetValue(text, out var languages))
        {
            known[text] = languages = [];
        }

        languages.Add(language);
    }
}
