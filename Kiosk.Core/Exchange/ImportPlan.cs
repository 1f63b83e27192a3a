namespace Kiosk.Core.Exchange;

public enum EntryFate
{
    Added,
    Changed,
    Removed,
}

/// <summary>One field of an entry before and after; null where it is left out.</summary>
/// <param name="Field">Its path in the entry: <c>name.fr</c>, <c>schedules</c>.</param>
public sealed record FieldChange(string Field, string? Before, string? After);

/// <summary>What would become of one entry of the house file.</summary>
/// <param name="Id">Empty for the house itself, which is no list.</param>
/// <param name="Name">In the house's language where it is known.</param>
/// <param name="Changes">Empty for one that is added or removed.</param>
public sealed record EntryChange(string List, string Id, string Name, EntryFate Fate, IReadOnlyList<FieldChange> Changes);

/// <summary>What an import would do; nothing is done yet.</summary>
/// <param name="HouseFile">The house as it would be, which <see cref="Houses.HouseFile"/> reads; null when nothing can be taken
/// over.</param>
/// <param name="Unchanged">How many entries that were brought in are as they stand in the house already; one of which something was refused
/// is not.</param>
/// <param name="Problems">What cannot be taken.</param>
/// <param name="Remarks">What is taken, but not quite as it was written.</param>
public sealed record ImportPlan(
    string? HouseFile,
    IReadOnlyList<EntryChange> Changes,
    int Unchanged,
    IReadOnlyList<RowProblem> Problems,
    IReadOnlyList<RowProblem> Remarks
)
{
    public bool ChangesSomething => HouseFile is not null && Changes.Count > 0;

    public static ImportPlan Nothing(params IReadOnlyList<RowProblem> problems) => new(null, [], 0, problems, []);
}
