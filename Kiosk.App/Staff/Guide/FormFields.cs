using Kiosk.Core.Schema;
using Kiosk.Core.Services;

namespace Kiosk.App.Staff.Guide;

/// <summary>A property of a record that a form asks.</summary>
/// <param name="Name">As in the record: <c>nameof(Service.CostFree)</c>.</param>
public sealed record AskedProperty(string Name)
{
    /// <summary>A text of several lines.</summary>
    public bool Tall { get; init; }

    /// <summary>Of languages: only those that the kiosk has words for.</summary>
    public bool OfTheScreen { get; init; }

    /// <summary>Of a list of entries: a property of theirs that is not asked; null for none.</summary>
    public string? Without { get; init; }

    public static implicit operator AskedProperty(string name) => new(name);
}

/// <summary>Chooses how a form asks a field of a record.</summary>
internal static class FormFields
{
    public static Field Of(EntryField field, AskedProperty asked) =>
        field switch
        {
            { IsList: true } => List(field, asked),
            { Kind: FieldKind.Text } => new TextField(field.Key, asked.Tall),
            { Kind: FieldKind.Reference } => new ReferenceField(field.Key, field.About.In!, Optional: field.IsNullable),
            { Kind: FieldKind.Flag, IsNullable: true } => new ChoiceField(field.Key, ["true", "false"], Optional: true, YesNo: true),
            { Kind: FieldKind.Flag } => new FlagField(field.Key, Written: field.IsRequired),
            { Kind: FieldKind.Date } => new DateField(field.Key),
            { Kind: FieldKind.Time } => new LineField(field.Key, "time"),
            { Kind: FieldKind.Choice } => new ChoiceField(
                field.Key,
                [.. field.Words.Select(word => word.Key)],
                Optional: !field.IsRequired
            ),
            { Kind: FieldKind.Entry } => new GroupField(field.Key, Parts(field, asked)),
            { About.Shape: LineShape.Pictogram } => new PictogramField(field.Key),
            _ => new LineField(field.Key, KeyboardFor(field.About.Shape)),
        };

    private static Field List(EntryField field, AskedProperty asked) =>
        field switch
        {
            { Kind: FieldKind.Language } => new LanguagesField(field.Key, asked.OfTheScreen),
            { Kind: FieldKind.Reference } => new TopicsField(field.Key),
            { Kind: FieldKind.Text } => new RowsField(field.Key, [new TextField("")]),
            _ when field.ItemType == typeof(Schedule) => new HoursField(field.Key),
            _ => new RowsField(field.Key, Parts(field, asked)),
        };

    private static Field[] Parts(EntryField field, AskedProperty asked) =>
        [
            .. EntrySchema
                .Of(field.ItemType)
                .Fields.Where(part => part.Property != asked.Without)
                .Select(part => Of(part, part.Property))
                .Select(part => field.ItemType == typeof(Phone) && part is TextField ? part with { LabelKey = "whose" } : part),
        ];

    private static string KeyboardFor(LineShape shape) =>
        shape switch
        {
            LineShape.WebAddress => "url",
            LineShape.MailAddress => "email",
            LineShape.PhoneNumber => "tel",
            _ => "text",
        };
}
