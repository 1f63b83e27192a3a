namespace Kiosk.Core.Schema;

/// <summary>
/// Marks a parameter of a record as a field of the house file. Its key is the parameter's name with a small first letter; what it holds,
/// and whether it must be there, follow from the parameter's type.
/// </summary>
/// <param name="description">For whoever writes a house file by hand; stands in <c>docs/house.schema.json</c>. Empty where the shape says
/// it all.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FieldAttribute(string description = "") : Attribute
{
    public string Description => description;

    public LineShape Shape { get; init; }

    /// <summary>The list of the house file in which the entry stands that is named here by its id; null for a field that names none.
    /// </summary>
    public string? In { get; init; }

    /// <summary>May be left out although its type cannot be null: false, or the first of its words, then holds.</summary>
    public bool IsOptional { get; init; }

    /// <summary>A text that must be there in the house's own language, to which all others fall back.</summary>
    public bool InOwnLanguage { get; init; }

    /// <summary>What to say when a list is empty that must not be; null for a list that may be.</summary>
    public string? NoneSentence { get; init; }

    /// <summary>Of a whole number: the least and the most that it may be.</summary>
    public int Least { get; init; }

    /// <summary>See <see cref="Least"/>.</summary>
    public int Most { get; init; }

    /// <summary>Of a whole number that is left out.</summary>
    public int Otherwise { get; init; }

    /// <summary>The column of HSDS 3.2 in which it stands; null where HSDS has none, and ours begins with <c>x_</c>.</summary>
    public string? Hsds { get; init; }
}
