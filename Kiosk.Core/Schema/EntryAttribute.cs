namespace Kiosk.Core.Schema;

/// <summary>Marks a record as an entry of the house file, or as a part of one.</summary>
/// <param name="name">Its name in <c>docs/house.schema.json</c>.</param>
/// <param name="description">For whoever writes a house file by hand.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EntryAttribute(string name, string description) : Attribute
{
    public string Name => name;

    public string Description => description;

    /// <summary>The record that has the fields, where the file writes them differently from how the program uses them.</summary>
    public Type? WrittenAs { get; init; }

    /// <summary>May hold, under <c>hsds</c>, what an import brought that the house has no key for.</summary>
    public bool KeepsHsds { get; init; }
}
