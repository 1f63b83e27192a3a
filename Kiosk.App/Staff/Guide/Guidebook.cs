using System.Text.Json.Nodes;
using Kiosk.Core.Editing;
using Kiosk.Core.Houses.Editing;
using Kiosk.Core.Languages;

namespace Kiosk.App.Staff.Guide;

/// <summary>What the forms of the guide have to know of the house: its languages, and the names of its entries.</summary>
public sealed class Guidebook(HouseEditor editor, Localizer words, IReadOnlyList<LanguageTag> languages)
{
    private const int ShortLetters = 60;

    public static readonly System.Text.Json.JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Dictionary<string, IReadOnlyList<VersionedEntry>> _lists = [];

    public Localizer Words => words;

    /// <summary>The house's, its own first.</summary>
    public IReadOnlyList<LanguageTag> Languages => languages;

    public IReadOnlyList<VersionedEntry> Entries(string list) =>
        _lists.TryGetValue(list, out var known) ? known : _lists[list] = editor.Entries(list);

    /// <summary>An entry's name as staff read it; its id when it is not there.</summary>
    public string NameOf(string list, string id) =>
        Entries(list).FirstOrDefault(entry => entry.Key.Id == id) is { } entry ? NameOf(entry.Body) : id;

    public string NameOf(JsonObject body) => TextOf(body["name"]) is { Length: > 0 } name ? name : body["id"]?.ToString() ?? "";

    /// <summary>A text in the language of the tablet, else in the house's own, else in any; empty for none.</summary>
    public string TextOf(JsonNode? text) =>
        text is JsonObject { Count: > 0 } said
            ? (said[words.Language.Value] ?? said[words.HouseLanguage.Value] ?? said.First().Value)?.ToString() ?? ""
            : "";

    /// <summary>A date in few letters: <c>24 déc. 2026</c>.</summary>
    public string Date(JsonNode? date) =>
        NodaTime.Text.LocalDatePattern.Iso.Parse(date?.ToString() ?? "") is { Success: true } day
            ? words.ShortDate(day.Value)
            : date?.ToString() ?? "";

    /// <summary>What some fields hold, one after the other.</summary>
    public string Tell(IEnumerable<Field> fields, JsonNode? value, string between) =>
        string.Join(between, fields.Select(field => field.Tell((value as JsonObject)?[field.Key], this)).Where(told => told.Length > 0));

    /// <summary>How many texts of an entry miss a language of the house.</summary>
    public int MissingIn(EntryKind kind, JsonObject body) => kind.Fields.Sum(field => field.Missing(body[field.Key], this).Count());

    public static string Shortened(string text) =>
        text.Length <= ShortLetters ? text : text[..Math.Max(text.LastIndexOf(' ', ShortLetters), ShortLetters / 2)] + "…";

    /// <summary>An entry that a form carried along; null for what is none.</summary>
    public static JsonObject? Parse(string? json)
    {
        try
        {
            return string.IsNullOrEmpty(json) ? null : JsonNode.Parse(json) as JsonObject;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    /// <summary>The house's languages, and others that a text has besides.</summary>
    public IEnumerable<LanguageTag> LanguagesOf(JsonNode? text) =>
        text is JsonObject said
            ? languages.Union(said.Select(part => LanguageTag.TryParse(part.Key, out var language) ? language : languages[0]))
            : languages;

    public static IEnumerable<string> Strings(JsonNode? list) =>
        list is JsonArray items ? items.Select(item => item?.ToString() ?? "") : [];

    public static JsonArray? List(IEnumerable<string> items) => List(items.Select(item => (JsonNode)item));

    public static JsonArray? List(IEnumerable<JsonNode> items) => new JsonArray([.. items]) is { Count: > 0 } list ? list : null;

    /// <summary>An object of what some fields hold; null when they hold nothing.</summary>
    public static JsonObject? ReadAll(IEnumerable<Field> fields, FormValues form, string prefix)
    {
        var read = new JsonObject();
        foreach (var field in fields)
        {
            if (field.Read(form, prefix + field.Key) is { } value)
            {
                read[field.Key] = value;
            }
        }

        return read.Count > 0 ? read : null;
    }
}
