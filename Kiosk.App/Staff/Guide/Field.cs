using System.Globalization;
using System.Text.Json.Nodes;
using Kiosk.Core.Languages;

namespace Kiosk.App.Staff.Guide;

/// <summary>One thing that a form asks. Its label is <c>guide.field.KEY</c> of the staff words.</summary>
/// <param name="Key">Its key in the entry of the house file.</param>
public abstract record Field(string Key)
{
    /// <summary>Has the label of another key, where the same key means something else.</summary>
    public string? LabelKey { get; init; }

    /// <summary>The partial page that shows it.</summary>
    public string View => $"/Staff/Guide/_{GetType().Name.Replace("Field", "", StringComparison.Ordinal)}.cshtml";

    /// <summary>What it holds, as the house file writes it; what was typed wrong is written as it was typed. Null leaves it out.</summary>
    public abstract JsonNode? Read(FormValues form, string path);

    /// <summary>What it holds now, in a few words; empty for nothing.</summary>
    public virtual string Tell(JsonNode? value, Guidebook book) => value?.ToString() ?? "";

    /// <summary>Languages of the house in which something is not said yet.</summary>
    public virtual IEnumerable<string> Missing(JsonNode? value, Guidebook book) => [];
}

/// <summary>A text in every language of the house, side by side.</summary>
public sealed record TextField(string Key, bool Tall = false) : Field(Key)
{
    public override JsonNode? Read(FormValues form, string path)
    {
        var texts = form.Names(path)
            .Where(name => LanguageTag.TryParse(name, out _))
            .Select(name => (Name: name, Text: form[$"{path}.{name}"]))
            .Where(text => text.Text is not null);
        return new JsonObject(texts.Select(text => KeyValuePair.Create(text.Name, (JsonNode?)text.Text))) is { Count: > 0 } all
            ? all
            : null;
    }

    public override string Tell(JsonNode? value, Guidebook book) => Guidebook.Shortened(book.TextOf(value));

    public override IEnumerable<string> Missing(JsonNode? value, Guidebook book) =>
        value is JsonObject text ? book.Languages.Select(language => language.Value).Where(language => !text.ContainsKey(language)) : [];
}

/// <summary>One line that is the same in every language.</summary>
/// <param name="Type">The keyboard it is written with: <c>tel</c>, <c>url</c>, <c>email</c>, <c>text</c>.</param>
public sealed record LineField(string Key, string Type = "text") : Field(Key)
{
    public override JsonNode? Read(FormValues form, string path) => form[path];
}

public sealed record DateField(string Key) : Field(Key)
{
    public override JsonNode? Read(FormValues form, string path) => form[path];

    public override string Tell(JsonNode? value, Guidebook book) => book.Date(value);
}

/// <summary>Yes or no.</summary>
/// <param name="Written">Also written when it is no.</param>
public sealed record FlagField(string Key, bool Written = false) : Field(Key)
{
    public override JsonNode? Read(FormValues form, string path) =>
        form.IsOn(path) ? true
        : Written ? false
        : null;

    public override string Tell(JsonNode? value, Guidebook book) =>
        value?.GetValueKind() == System.Text.Json.JsonValueKind.True ? book.Words.Translate("guide.field." + Key).Text : "";
}

/// <summary>One of a few words, <c>guide.choice.KEY.WORD</c> of the staff words.</summary>
/// <param name="Optional">It may also stay open.</param>
/// <param name="YesNo">The words are <c>true</c> and <c>false</c>, and are written without quotes.</param>
public sealed record ChoiceField(string Key, string[] Choices, bool Optional = false, bool YesNo = false) : Field(Key)
{
    public override JsonNode? Read(FormValues form, string path) =>
        form[path] is not { } word ? null
        : YesNo ? word == "true"
        : word;

    public override string Tell(JsonNode? value, Guidebook book) => value is null ? "" : WordingOf(Word(value), book).Text;

    /// <param name="word">Empty when it stays open.</param>
    public Wording WordingOf(string word, Guidebook book) =>
        word.Length == 0 ? book.Words.Translate("guide.open") : book.Words.Translate("guide.choice." + Key + "." + word);

    public static string Word(JsonNode? value) => value?.ToString().ToLowerInvariant() ?? "";
}

/// <summary>Another entry of the house.</summary>
public sealed record ReferenceField(string Key, string List, bool Optional = false) : Field(Key)
{
    public override JsonNode? Read(FormValues form, string path) => form[path];

    public override string Tell(JsonNode? value, Guidebook book) => value is null ? "" : book.NameOf(List, value.ToString());
}

/// <summary>Any of the house's topics.</summary>
public sealed record TopicsField(string Key) : Field(Key)
{
    public override JsonNode? Read(FormValues form, string path) => Guidebook.List(form.All(path));

    public override string Tell(JsonNode? value, Guidebook book) =>
        string.Join(", ", Guidebook.Strings(value).Select(id => book.NameOf("topics", id)));
}

/// <summary>Languages, in their order.</summary>
/// <param name="OfTheScreen">Only those that the kiosk has words for.</param>
public sealed record LanguagesField(string Key, bool OfTheScreen = false) : Field(Key)
{
    public override JsonNode? Read(FormValues form, string path) => Guidebook.List(form.All(path));

    public override string Tell(JsonNode? value, Guidebook book) =>
        string.Join(
            ", ",
            Guidebook.Strings(value).Select(word => LanguageTag.TryParse(word, out var language) ? language.NativeName : word)
        );
}

/// <summary>A drawing.</summary>
public sealed record PictogramField(string Key) : Field(Key)
{
    public override JsonNode? Read(FormValues form, string path) => form[path];

    public override string Tell(JsonNode? value, Guidebook book) => "";
}

/// <summary>Fields that belong together: an address.</summary>
public sealed record GroupField(string Key, Field[] Fields) : Field(Key)
{
    public override JsonNode? Read(FormValues form, string path) => Guidebook.ReadAll(Fields, form, path + ".");

    public override string Tell(JsonNode? value, Guidebook book) => book.Tell(Fields, value, ", ");

    public override IEnumerable<string> Missing(JsonNode? value, Guidebook book) =>
        Fields.SelectMany(field => field.Missing(value?[field.Key], book));
}

/// <summary>As many of the same as there are: phones, papers, closures. A row left blank goes.</summary>
/// <param name="Fields">One with an empty key is the whole of its row.</param>
public sealed record RowsField(string Key, Field[] Fields) : Field(Key)
{
    public override JsonNode? Read(FormValues form, string path)
    {
        var rows = form.Rows(path)
            .Select(row => string.Create(CultureInfo.InvariantCulture, $"{path}[{row}]"))
            .Select(at => Fields is [{ Key: "" } whole] ? whole.Read(form, at) : Guidebook.ReadAll(Fields, form, at + "."));
        return Guidebook.List(rows.OfType<JsonNode>());
    }

    public override string Tell(JsonNode? value, Guidebook book) =>
        string.Join(
            " · ",
            Items(value).Select(item => Fields is [{ Key: "" } whole] ? whole.Tell(item, book) : book.Tell(Fields, item, " "))
        );

    public override IEnumerable<string> Missing(JsonNode? value, Guidebook book) =>
        Items(value).SelectMany(item => Fields.SelectMany(field => field.Missing(field.Key.Length == 0 ? item : item?[field.Key], book)));

    private static JsonArray Items(JsonNode? value) => value as JsonArray ?? [];
}
