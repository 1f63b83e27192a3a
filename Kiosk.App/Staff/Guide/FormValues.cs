using System.Globalization;

namespace Kiosk.App.Staff.Guide;

/// <summary>What a browser sent of a form: each field is named by its place in the entry, <c>phones[0].number</c>.</summary>
public sealed class FormValues(IFormCollection form)
{
    private const string Remove = "remove:";

    /// <summary>The row that its button takes out, <c>phones[1]</c>; read as if it had not been there.</summary>
    private readonly string _removed =
        form["do"].ToString() is var what && what.StartsWith(Remove, StringComparison.Ordinal) ? what[Remove.Length..] : "";

    /// <summary>What was typed; null for nothing but blanks.</summary>
    public string? this[string path] => form[path].ToString().ReplaceLineEndings("\n").Trim() is { Length: > 0 } typed ? typed : null;

    /// <summary>What was ticked, in the order of the page.</summary>
    public IReadOnlyList<string> All(string path) => [.. form[path].OfType<string>().Where(value => value.Length > 0).Distinct()];

    public bool IsOn(string path) => form[path] == "true";

    /// <summary>The numbers of the rows that were sent for a list, in order.</summary>
    public IEnumerable<int> Rows(string path) =>
        form
            .Keys.Where(key => key.StartsWith(path + "[", StringComparison.Ordinal))
            .Select(key => key[(path.Length + 1)..].Split(']')[0])
            .Select(number => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : -1)
            .Where(index => index >= 0 && _removed != string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"))
            .Distinct()
            .Order();

    /// <summary>The names right below a place: the languages of a text.</summary>
    public IEnumerable<string> Names(string path) =>
        form.Keys.Where(key => key.StartsWith(path + ".", StringComparison.Ordinal)).Select(key => key[(path.Length + 1)..]);
}
