using System.Text.Json.Nodes;

namespace Kiosk.Core.Houses.Editing;

/// <summary>Names one entry of the house file.</summary>
/// <param name="List"><c>services</c>, <c>topics</c>, …; or <c>house</c>, which is no list and has one entry.</param>
/// <param name="Id">The entry's id in its list; empty for the house itself.</param>
public readonly record struct EntryKey(string List, string Id)
{
    /// <summary>The one entry of the file that is in no list.</summary>
    public static readonly EntryKey House = new("house", "");

    public override string ToString() => Id.Length == 0 ? List : $"{List}/{Id}";
}

/// <summary>An entry as it is now.</summary>
/// <param name="Version">Number of the change that wrote it last; 0 when it came with the first house file.</param>
public sealed record VersionedEntry(EntryKey Key, JsonObject Body, long Version);

/// <summary>What somebody wants an entry to be.</summary>
/// <param name="Body">As in the house file; null removes the entry.</param>
/// <param name="Version">The version they saw; null for a new entry, which is put last.</param>
public sealed record EntryEdit(EntryKey Key, JsonObject? Body, long? Version)
{
    /// <summary>Where in its list; null leaves it where it is. Entries of one position are in the order of their ids.</summary>
    public long? Position { get; init; }

    /// <summary>Before all others of its list, wherever those are.</summary>
    public bool First { get; init; }
}

/// <summary>Two people changed the same of one entry: both stand here, and one of them has to choose.</summary>
/// <param name="Theirs">What was saved first and is in force; null when it was removed.</param>
/// <param name="Mine">What came second and is not saved; null when it was to be removed.</param>
/// <param name="TheirVersion">To be named when the choice is saved.</param>
/// <param name="Keys">What both changed, by its keys: <c>name</c>. Empty when the whole entry is meant.</param>
public sealed record EditConflict(EntryKey Key, JsonObject? Theirs, long? TheirVersion, JsonObject? Mine, IReadOnlyList<string> Keys);

/// <summary>What is wrong with the house as somebody wants it.</summary>
/// <param name="Key">The entry it is wrong in; null when it is the file as a whole.</param>
/// <param name="Path">Where in the entry: <c>phones[0].number</c>.</param>
public sealed record EntryProblem(EntryKey? Key, string Path, string Sentence);

/// <summary>What became of an edit.</summary>
public abstract record EditResult
{
    private EditResult() { }

    /// <summary>It is on disk and in force.</summary>
    /// <param name="Change">Its number, to undo it; 0 when nothing differed.</param>
    public sealed record Done(long Change) : EditResult;

    /// <summary>Nothing was changed, because of these.</summary>
    public sealed record Refused(IReadOnlyList<EntryProblem> Problems) : EditResult
    {
        /// <summary>Nothing is written while the time is not known: the history would lie, and forget by a wrong day.</summary>
        public static readonly Refused TimeUnknown = new([
            new EntryProblem(
                null,
                "Kiosk:Clock",
                "The kiosk does not know what time it is. Confirm the time on a tablet, under Health, or connect the network."
            ),
        ]);
    }

    /// <summary>Nothing was changed, because somebody else was first.</summary>
    public sealed record Overtaken(IReadOnlyList<EditConflict> Entries) : EditResult;
}
