using System.Text.Json.Nodes;
using Kiosk.Core.Houses.Editing;

namespace Kiosk.App.Staff.Guide;

/// <summary>An entry while it is written.</summary>
/// <param name="Key">Its id is empty while it is new.</param>
/// <param name="Body">As the form shows it, with what was typed wrong.</param>
/// <param name="Opened">The entry as it was when the form was opened; null when it is new.</param>
/// <param name="Version">The version it was opened with.</param>
public sealed record GuideForm(EntryKind Kind, EntryKey Key, JsonObject Body, JsonObject? Opened, long? Version, Guidebook Book)
{
    public IReadOnlyList<EntryProblem> Problems { get; init; } = [];

    /// <summary>Sections that stand open; the others show one line.</summary>
    public IReadOnlySet<string> Open { get; init; } = new HashSet<string>();

    /// <summary>A drawing that is brought along, and has not been taken yet.</summary>
    public DrawingForm Drawing { get; init; } = new();

    public bool IsNew => Opened is null;

    /// <summary>The whole entry, for the form to carry on: what it does not ask stays as it was.</summary>
    public string OpenedJson => Opened?.ToJsonString(Guidebook.Readable) ?? "";

    public FieldModel For(Field field) => new(this, field, field.Key, Body[field.Key]);

    /// <summary>What is wrong in fields of this section.</summary>
    public bool HasProblem(Section section) => Problems.Any(problem => section.Fields.Any(field => IsIn(problem.Path, field.Key)));

    /// <summary>What is wrong where no field stands for it.</summary>
    public IEnumerable<EntryProblem> OtherProblems =>
        Problems.Where(problem => problem.Key != Key || !Kind.Fields.Any(asked => IsIn(problem.Path, asked.Key)));

    public int MissingIn(Section section) => section.Fields.Sum(field => field.Missing(Body[field.Key], Book).Count());

    internal static bool IsIn(string path, string place) =>
        path == place || path.StartsWith(place + ".", StringComparison.Ordinal) || path.StartsWith(place + "[", StringComparison.Ordinal);
}

/// <summary>One field at its place in a form.</summary>
/// <param name="Path">Its place in the entry, which is its name in the form: <c>phones[0].number</c>.</param>
public sealed record FieldModel(GuideForm Form, Field Field, string Path, JsonNode? Value)
{
    public Guidebook Book => Form.Book;

    public string Id => Path.Replace('[', '-').Replace("]", "", StringComparison.Ordinal).Replace('.', '-');

    public string Label =>
        Book.Words.Translate("guide.field." + (Field.LabelKey ?? (Field.Key.Length > 0 ? Field.Key : Path.Split('[')[0]))).Text;

    /// <summary>What is wrong here or, for a field without parts of its own, within.</summary>
    public string? Problem =>
        Form
            .Problems.FirstOrDefault(problem =>
                problem.Key == Form.Key && (problem.Path == Path || (IsLeaf && GuideForm.IsIn(problem.Path, Path)))
            )
            ?.Sentence;

    public string Text => Value?.ToString() ?? "";

    private bool IsLeaf => Field is not (RowsField or GroupField or HoursField);

    public FieldModel Part(Field part) =>
        this with
        {
            Field = part,
            Path = part.Key.Length == 0 ? Path : $"{Path}.{part.Key}",
            Value = part.Key.Length == 0 ? Value : (Value as JsonObject)?[part.Key],
        };

    /// <summary>Its rows, and how many there are.</summary>
    public IEnumerable<FieldModel> Rows(JsonArray? rows = null) =>
        (rows ?? Value as JsonArray ?? []).Select((row, index) => this with { Path = $"{Path}[{index}]", Value = row });
}
