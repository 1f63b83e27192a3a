using System.Globalization;

namespace Kiosk.Core.Exchange;

/// <summary>Where something stands in what was brought in.</summary>
/// <param name="File">The file's name without its folder.</param>
/// <param name="Line">Counted from 1, the headings included; null in JSON and for a whole file.</param>
/// <param name="Path">In JSON, such as <c>services[3].phones[0]</c>; null elsewhere.</param>
public sealed record Place(string File, int? Line = null, string? Path = null)
{
    public override string ToString() =>
        Line is { } line ? string.Create(CultureInfo.InvariantCulture, $"{File}, line {line}")
        : Path is { Length: > 0 } ? $"{File}, {Path}"
        : File;
}

/// <summary>What is to be said about one row.</summary>
/// <param name="Sentence">What is wrong and what to do about it.</param>
public sealed record RowProblem(Place Place, string Sentence)
{
    public override string ToString() => $"{Place}: {Sentence}";
}
