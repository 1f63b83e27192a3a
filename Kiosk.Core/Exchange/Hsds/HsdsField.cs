using System.Text.Json;
using System.Text.Json.Nodes;
using Kiosk.Core.Languages;
using Kiosk.Core.Schema;
using NodaTime.Text;

namespace Kiosk.Core.Exchange.Hsds;

/// <summary>One key of a house file's entry and the column that it stands in.</summary>
/// <param name="Key">In the house file.</param>
/// <param name="Column">In HSDS; <c>x_</c> begins what HSDS has no place for.</param>
internal abstract record HsdsField(string Key, string Column)
{
    public abstract void Write(JsonNode value, HsdsRow row, HsdsScope scope);

    /// <summary>Puts into the entry what the row says; a column that is not there leaves the entry as it was.</summary>
    /// <returns>What to say about the value; null when there is nothing to say.</returns>
    public abstract string? Read(HsdsRow row, JsonObject entry, HsdsScope scope);

    /// <summary>How a field of a record stands in a row.</summary>
    public static HsdsField Of(EntryField field) =>
        field switch
        {
            { IsList: true } or { Kind: FieldKind.Entry } => new PartsField(field.Key, field.HsdsColumn),
            { Kind: FieldKind.Text } => new TextField(field.Key, field.HsdsColumn),
            { Kind: FieldKind.Reference } => new ReferenceField(field.Key, field.HsdsColumn, field.About.In!),
            { Kind: FieldKind.Flag } => new FlagField(field.Key, field.HsdsColumn),
            { Kind: FieldKind.Date } => new DateField(field.Key, field.HsdsColumn),
            _ => new LineField(field.Key, field.HsdsColumn),
        };

    /// <summary>Columns of this field, with the marks of languages.</summary>
    public virtual bool Owns(string column) => column == Column;
}

/// <summary>A text: the standard column holds the house's language, <c>x_name_nl</c> the others.</summary>
internal sealed record TextField(string Key, string Column) : HsdsField(Key, Column)
{
    private string Mark => $"x_{Column}_";

    public string LanguageColumn => $"x_{Column}_language";

    public override bool Owns(string column) =>
        column == Column
        || column == LanguageColumn
        || (column.StartsWith(Mark, StringComparison.Ordinal) && LanguageTag.TryParse(column[Mark.Length..], out _));

    public override void Write(JsonNode value, HsdsRow row, HsdsScope scope)
    {
        var texts = value.AsObject();
        var standard = texts.ContainsKey(scope.HouseLanguage) ? scope.HouseLanguage : texts.First().Key;
        row[Column] = PlainText.Written((string)texts[standard]!);
        if (standard != scope.HouseLanguage)
        {
            row[LanguageColumn] = standard;
        }

        foreach (var (language, text) in texts.Where(text => text.Key != standard))
        {
            row[Mark + language] = PlainText.Written((string)text!);
        }
    }

    public override string? Read(HsdsRow row, JsonObject entry, HsdsScope scope)
    {
        var texts = entry[Key] as JsonObject ?? [];
        var before = texts.DeepClone();
        var cut = false;
        foreach (var (language, written) in Said(row, scope))
        {
            var plain = PlainText.From(written);
            var text = PlainText.Shortened(plain);
            cut |= text.Length != plain.Length;
            if (text.Length > 0)
            {
                texts[language] = text;
            }
            else
            {
                texts.Remove(language);
            }
        }

        Put(entry, texts, before);
        return cut
            ? $"'{Column}' is longer than {PlainText.LongestText} characters: its end is left out on the screen, and kept for the "
                + "next export."
            : null;
    }

    private IEnumerable<(string Language, string Text)> Said(HsdsRow row, HsdsScope scope)
    {
        var standard = LanguageTag.TryParse(row[LanguageColumn], out var marked) ? marked.Value : scope.FileLanguage;
        if (row.Says(Column))
        {
            yield return (standard, row[Column]);
        }

        foreach (var (column, text) in row.Columns)
        {
            var isEmptyBesideStandard = text.Length == 0 && row.Says(Column) && column == Mark + standard;
            if (
                !isEmptyBesideStandard
                && column.StartsWith(Mark, StringComparison.Ordinal)
                && LanguageTag.TryParse(column[Mark.Length..], out var language)
            )
            {
                yield return (language.Value, text);
            }
        }
    }

    private void Put(JsonObject entry, JsonObject texts, JsonNode before)
    {
        if (JsonNode.DeepEquals(texts, before))
        {
            return;
        }

        entry.Remove(Key);
        if (texts.Count > 0)
        {
            entry[Key] = texts;
        }
    }
}

/// <summary>One word or line, the same in every language.</summary>
internal sealed record LineField(string Key, string Column) : HsdsField(Key, Column)
{
    public override void Write(JsonNode value, HsdsRow row, HsdsScope scope) => row[Column] = value.ToString();

    public override string? Read(HsdsRow row, JsonObject entry, HsdsScope scope)
    {
        var line = row[Column].Trim();
        if (line.Length > 0)
        {
            entry[Key] = line;
        }
        else if (row.Says(Column))
        {
            entry.Remove(Key);
        }

        return null;
    }
}

/// <summary><c>true</c> or <c>false</c>.</summary>
internal sealed record FlagField(string Key, string Column) : HsdsField(Key, Column)
{
    public override void Write(JsonNode value, HsdsRow row, HsdsScope scope) => row[Column] = value.GetValue<bool>() ? "true" : "false";

    public override string? Read(HsdsRow row, JsonObject entry, HsdsScope scope)
    {
        switch (row[Column].Trim().ToLowerInvariant())
        {
            case "true" or "1" or "yes":
                entry[Key] = true;
                return null;
            case "false" or "0" or "no":
                entry[Key] = false;
                return null;
            case "":
                return null;
            default:
                return $"'{row[Column]}' in '{Column}' is not understood and was passed over: write true or false.";
        }
    }
}

/// <summary>Another entry of the house, by its UUID.</summary>
/// <param name="List">Of the house file, in which it stands.</param>
internal sealed record ReferenceField(string Key, string Column, string List) : HsdsField(Key, Column)
{
    public override void Write(JsonNode value, HsdsRow row, HsdsScope scope) => row[Column] = scope.UuidOf(List, value.ToString());

    /// <summary>An id that leads nowhere stands in the entry as it is, and is refused with the entry's other mistakes.</summary>
    public override string? Read(HsdsRow row, JsonObject entry, HsdsScope scope)
    {
        if (row[Column].Trim() is { Length: > 0 } uuid)
        {
            entry[Key] = scope.SlugOf(List, uuid) ?? uuid;
        }
        else if (row.Says(Column))
        {
            entry.Remove(Key);
        }

        return null;
    }
}

/// <summary>What HSDS asks for and the house says in other words, or not at all; passed over when it comes back.</summary>
internal sealed record WrittenField(string Column, Func<JsonObject, HsdsScope, string> Value) : HsdsField("id", Column)
{
    public override void Write(JsonNode value, HsdsRow row, HsdsScope scope) => row[Column] = Value(value.Parent!.AsObject(), scope);

    public override string? Read(HsdsRow row, JsonObject entry, HsdsScope scope) => null;
}

/// <summary>A date, with or without a time behind it.</summary>
internal sealed record DateField(string Key, string Column) : HsdsField(Key, Column)
{
    public override void Write(JsonNode value, HsdsRow row, HsdsScope scope) => row[Column] = value.ToString();

    public override string? Read(HsdsRow row, JsonObject entry, HsdsScope scope)
    {
        if (row[Column].Trim() is not { Length: > 0 } text)
        {
            return null;
        }

        if (WrittenDate.TryRead(text) is not { } date)
        {
            return $"'{text}' in '{Column}' is no date and was passed over: write it as 2026-12-05.";
        }

        entry[Key] = LocalDatePattern.Iso.Format(date);
        return null;
    }
}

/// <summary>Something with parts that HSDS has no place for, as JSON in one column.</summary>
internal sealed record PartsField(string Key, string Column) : HsdsField(Key, Column)
{
    /// <summary>Closures are three deep.</summary>
    private static readonly JsonDocumentOptions Plain = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    public override void Write(JsonNode value, HsdsRow row, HsdsScope scope) => row[Column] = value.ToJsonString(HsdsJson.Readable);

    public override string? Read(HsdsRow row, JsonObject entry, HsdsScope scope)
    {
        if (row[Column].Trim() is not { Length: > 0 } text)
        {
            if (row.Says(Column) && entry[Key] is JsonArray { Count: > 0 })
            {
                entry.Remove(Key);
            }

            return null;
        }

        try
        {
            var parts = JsonNode.Parse(text, documentOptions: Plain);
            _ = parts?.ToJsonString(HsdsJson.Readable); // here, where half a letter such as \ud800 can still be told of
            entry[Key] = parts;
            return null;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            return $"'{Column}' is no JSON and was passed over: leave it as the export wrote it.";
        }
    }
}
