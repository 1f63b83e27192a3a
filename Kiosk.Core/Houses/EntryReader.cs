using Kiosk.Core.Schema;

namespace Kiosk.Core.Houses;

/// <summary>Reads an entry of the house file as its <see cref="EntrySchema"/> says; what is wrong is noted, and reading goes on.</summary>
internal static class EntryReader
{
    private const string WebAddressSentence = "Write a whole web address here, such as \"https://www.example.org\".";
    private const string PhoneSentence = "Write a phone number with digits and spaces, such as \"+32 2 555 01 02\".";
    private const string CountrySentence = "Write the country as two capital letters, such as \"BE\".";

    public static T Read<T>(JsonEntry e) => (T)Read(typeof(T), e);

    private static object Read(Type type, JsonEntry e)
    {
        var schema = EntrySchema.Of(type);
        if (schema.About.KeepsHsds)
        {
            e.PassOver("hsds"); // what an import brought beyond the house's own keys goes along unread (docs/exchange.md)
        }

        var entry = schema.Create([.. schema.Fields.Select(field => field.IsList ? List(field, e) : Single(field, e))]);
        var settled = EntryRules.Settle(entry, e);
        e.NoteUnknownKeys(schema.Keys);
        return settled;
    }

    private static object? Single(EntryField field, JsonEntry e) =>
        field.Kind switch
        {
            FieldKind.Text => field.IsRequired ? e.Text(field.Key) : e.OptionalText(field.Key),
            FieldKind.Line => Line(field, e),
            FieldKind.Reference => field.IsRequired ? e.String(field.Key) : e.OptionalString(field.Key),
            FieldKind.Flag => Flag(field, e),
            FieldKind.WholeNumber => e.WholeNumber(field.Key, field.About),
            FieldKind.Date => field.IsRequired ? e.Date(field.Key) : e.OptionalDate(field.Key),
            FieldKind.Time => e.OptionalTime(field.Key),
            FieldKind.Choice => Choice(field, e),
            FieldKind.Entry => e.Object(field.Key, inner => Read(field.ItemType, inner)),
            _ => throw new NotSupportedException($"{field.Key}: no field holds one {field.Kind}."),
        };

    private static Array List(EntryField field, JsonEntry e)
    {
        IReadOnlyList<object> items = field.Kind switch
        {
            FieldKind.Text => e.Texts(field.Key),
            FieldKind.Line or FieldKind.Reference => e.Strings(field.Key),
            FieldKind.Language => [.. e.Languages(field.Key).Cast<object>()],
            FieldKind.Entry => e.List(field.Key, inner => Read(field.ItemType, inner)),
            _ => throw new NotSupportedException($"{field.Key}: no field holds a list of {field.Kind}."),
        };
        if (items.Count == 0 && field.About.NoneSentence is { } sentence)
        {
            e.Note(field.Key, sentence);
        }

        var list = Array.CreateInstance(field.ItemType, items.Count);
        foreach (var (index, item) in items.Index())
        {
            list.SetValue(item, index);
        }

        return list;
    }

    private static object? Flag(EntryField field, JsonEntry e) =>
        field.IsRequired ? e.RequiredFlag(field.Key)
        : field.IsNullable && !e.Has(field.Key) ? null
        : e.Flag(field.Key, false);

    private static object? Choice(EntryField field, JsonEntry e)
    {
        if (e.Has(field.Key) || field.IsRequired)
        {
            return e.OneOf(field.Key, field.Words);
        }

        return field.IsNullable ? null : field.Words[0].Value;
    }

    private static string? Line(EntryField field, JsonEntry e)
    {
        var line = field.IsRequired ? e.String(field.Key) : e.OptionalString(field.Key);
        if (line is { Length: > 0 } && WhatIsWrong(line, field.About.Shape) is { } sentence)
        {
            e.Note(field.Key, sentence);
        }

        return line;
    }

    /// <summary>A sentence about a line that does not look as it must; null for one that does.</summary>
    private static string? WhatIsWrong(string line, LineShape shape) =>
        shape switch
        {
            LineShape.WebAddress when !(Uri.TryCreate(line, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http") =>
                WebAddressSentence,
            LineShape.PhoneNumber
                when !line.Any(char.IsAsciiDigit)
                    || line.Any(c => !char.IsAsciiDigit(c) && !"+ ()/.-".Contains(c, StringComparison.Ordinal)) => PhoneSentence,
            LineShape.Country when line.Length != 2 || !line.All(char.IsAsciiLetterUpper) => CountrySentence,
            _ => null, // ids and drawings are looked at when the whole house is known, in HouseRules
        };
}
