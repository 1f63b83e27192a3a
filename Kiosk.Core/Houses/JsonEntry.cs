using System.Globalization;
using System.Text.Json;
using Kiosk.Core.Languages;
using Kiosk.Core.Schema;
using NodaTime;
using NodaTime.Text;

namespace Kiosk.Core.Houses;

/// <summary>One JSON object of a house file, read key by key; what is wrong is noted with its path, and reading goes on.</summary>
/// <remarks>A reader that notes a problem returns a stand-in value, so a result counts only when no problem was noted.</remarks>
internal sealed class JsonEntry
{
    private const int LongestText = 1000;

    /// <summary>Twice what the largest house needs; a longer list is no house, and each of its entries would be a dozen problems.</summary>
    private const int MostEntries = 20_000;

    /// <summary>More than this nobody corrects in one go.</summary>
    public const int MostProblems = 1000;

    private static readonly LocalizedText NoText = new([new(LanguageTag.Parse("en"), "?")]);

    private readonly JsonElement _element;

    public JsonEntry(JsonElement element, string path, List<Problem> problems)
    {
        (_element, Path, Problems) = (element, path, problems);
        if (element.ValueKind != JsonValueKind.Object)
        {
            Note("", "Write an object here: { … }.");
        }
    }

    public string Path { get; }

    public List<Problem> Problems { get; }

    public string PathOf(string key) =>
        Path.Length == 0 ? key
        : key.Length == 0 ? Path
        : $"{Path}.{key}";

    public void Note(string key, string sentence)
    {
        if (Problems.Count < MostProblems)
        {
            Problems.Add(new Problem(PathOf(key), sentence));
        }
        else if (Problems.Count == MostProblems)
        {
            Problems.Add(new Problem("", "There are more problems: correct these first."));
        }
    }

    public void NoteMissing(string key, string what) => Note(key, $"This is missing: write {what}.");

    public bool Has(string key) => TryGet(key, out _);

    /// <summary>Notes every key that the entry does not have: most often a slip of the pen.</summary>
    public void NoteUnknownKeys(IReadOnlySet<string> known)
    {
        if (_element.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        var unknown = _element
            .EnumerateObject()
            .Select(property => property.Name)
            .Where(name => !known.Contains(name) && name != "$schema");
        foreach (var key in unknown.Distinct().TakeWhile(_ => Problems.Count <= MostProblems))
        {
            var near = NearestName.Of(key, [.. known.Order()]) is { } meant ? $": did you mean \"{meant}\"?" : ".";
            Note(key, $"This key is not known here{near} Known are: {string.Join(", ", known.Order())}.");
        }
    }

    public string String(string key) => OptionalString(key) ?? Missing(key, "a text in quotes", "");

    public string? OptionalString(string key)
    {
        if (!TryGet(key, out var value))
        {
            return null;
        }

        return LineFrom(value, key);
    }

    public bool Flag(string key, bool otherwise)
    {
        if (!TryGet(key, out var value))
        {
            return otherwise;
        }

        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.GetBoolean();
        }

        Note(key, "Write true or false here, without quotes.");
        return otherwise;
    }

    public bool RequiredFlag(string key) => Has(key) ? Flag(key, false) : Missing(key, "true or false", false);

    public int WholeNumber(string key, FieldAttribute about)
    {
        var what = about.Least == about.Most ? $"the number {about.Least}" : $"a whole number from {about.Least} to {about.Most}";
        if (!TryGet(key, out var value))
        {
            return about.Otherwise > 0 ? about.Otherwise : Missing(key, what, about.Least);
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= about.Least && number <= about.Most)
        {
            return number;
        }

        Note(key, $"Write {what} here, without quotes.");
        return about.Least;
    }

    public LocalDate Date(string key) => OptionalDate(key) ?? Missing(key, "a date such as \"2026-12-05\"", default(LocalDate));

    public LocalDate? OptionalDate(string key) => Parsed(key, LocalDatePattern.Iso, "a date that exists, such as \"2026-12-05\"");

    public LocalTime? OptionalTime(string key) =>
        Parsed(key, LocalTimePattern.CreateWithInvariantCulture("HH:mm"), "a time from \"00:00\" to \"23:59\"");

    /// <summary>One of a few words, each standing for a value.</summary>
    public object OneOf(string key, IReadOnlyList<KeyValuePair<string, object>> words)
    {
        var choice = string.Join(", ", words.Select(word => word.Key));
        if (OptionalString(key) is not { } written)
        {
            return Missing(key, "one of: " + choice, words[0].Value);
        }

        if (words.FirstOrDefault(word => word.Key == written).Value is { } value)
        {
            return value;
        }

        Note(key, $"Write one of these words here: {choice}.");
        return words[0].Value;
    }

    public LocalizedText Text(string key) => OptionalText(key) ?? Missing(key, "a text per language: { \"fr\": \"…\" }", NoText);

    public LocalizedText? OptionalText(string key) => TryGet(key, out var value) ? TextFrom(value, key) : null;

    /// <summary>An object that another part of the program wrote and reads; here only its shape counts.</summary>
    public void PassOver(string key)
    {
        if (TryGet(key, out var value) && value.ValueKind != JsonValueKind.Object)
        {
            Note(key, "Write an object here, as the import wrote it, or leave this key out.");
        }
    }

    public IReadOnlyList<LocalizedText> Texts(string key) => [.. Items(key).Select(item => TextFrom(item.Value, item.Key))];

    public IReadOnlyList<string> Strings(string key) => [.. Items(key).Select(item => LineFrom(item.Value, item.Key))];

    public IReadOnlyList<LanguageTag> Languages(string key) => [.. Items(key).Select(item => LanguageFrom(item.Value, item.Key))];

    public IReadOnlyList<T> List<T>(string key, Func<JsonEntry, T> read) =>
        [.. Items(key).Select(item => read(new JsonEntry(item.Value, PathOf(item.Key), Problems)))];

    public T Object<T>(string key, Func<JsonEntry, T> read)
    {
        TryGet(key, out var value);
        return read(new JsonEntry(value, PathOf(key), Problems));
    }

    private bool TryGet(string key, out JsonElement value)
    {
        value = default;
        return _element.ValueKind == JsonValueKind.Object
            && _element.TryGetProperty(key, out value)
            && value.ValueKind != JsonValueKind.Null;
    }

    private T Missing<T>(string key, string what, T standIn)
    {
        NoteMissing(key, what);
        return standIn;
    }

    private T? Parsed<T>(string key, IPattern<T> pattern, string what)
        where T : struct
    {
        if (OptionalString(key) is not { } text)
        {
            return null;
        }

        if (pattern.Parse(text) is { Success: true } result)
        {
            return result.Value;
        }

        Note(key, $"Write {what} here.");
        return default(T);
    }

    /// <summary>The items of a list, each with its key such as <c>phones[1]</c>.</summary>
    private IEnumerable<(JsonElement Value, string Key)> Items(string key)
    {
        if (!TryGet(key, out var list))
        {
            return [];
        }

        if (list.ValueKind != JsonValueKind.Array)
        {
            Note(key, "Write a list here: [ … ].");
            return [];
        }

        if (list.GetArrayLength() > MostEntries)
        {
            Note(key, $"This list is too long: write at most {MostEntries} entries.");
            return [];
        }

        return list.EnumerateArray().Select((item, index) => (item, string.Create(CultureInfo.InvariantCulture, $"{key}[{index}]")));
    }

    private LocalizedText TextFrom(JsonElement value, string key)
    {
        if (value.ValueKind != JsonValueKind.Object || !value.EnumerateObject().Any())
        {
            Note(key, "Write a text per language here: { \"fr\": \"…\", \"nl\": \"…\" }.");
            return NoText;
        }

        var texts = new Dictionary<LanguageTag, string>();
        foreach (var property in value.EnumerateObject())
        {
            if (!LanguageTag.TryParse(property.Name, out var language))
            {
                Note($"{key}.{property.Name}", "This is no language: write two or three lower-case letters such as fr or ar.");
            }
            else if (Line(property.Value) is { } text)
            {
                texts[language] = text;
            }
            else
            {
                NoteNoLine($"{key}.{property.Name}");
            }
        }

        return texts.Count == 0 ? NoText : new LocalizedText(texts);
    }

    private string LineFrom(JsonElement value, string key)
    {
        if (Line(value) is { } line)
        {
            return line;
        }

        NoteNoLine(key);
        return "";
    }

    /// <summary>A text in quotes; null for what is none, blank or too long.</summary>
    private static string? Line(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.GetString() is { Length: <= LongestText } line && !string.IsNullOrWhiteSpace(line)
            ? line
            : null;

    private void NoteNoLine(string key) => Note(key, $"Write a text in quotes here, not blank, of at most {LongestText} characters.");

    private LanguageTag LanguageFrom(JsonElement value, string key)
    {
        if (value.ValueKind == JsonValueKind.String && LanguageTag.TryParse(value.GetString(), out var language))
        {
            return language;
        }

        Note(key, "Write a language here: two or three lower-case letters such as \"fr\".");
        return LanguageTag.Parse("en");
    }
}
