using System.Text.Json.Nodes;
using Kiosk.Core.Houses.Editing;
using Kiosk.Core.Languages;

namespace Kiosk.App.Staff.Texts;

/// <summary>How far a text is, in one language.</summary>
public enum TextState
{
    /// <summary>Nobody wrote it: visitors read the house's language.</summary>
    Missing,

    /// <summary>A machine may have written it, and no person has read it.</summary>
    Unread,

    /// <summary>A person ticked it, or wrote it.</summary>
    Read,
}

/// <summary>One text that visitors read, in one language.</summary>
/// <param name="Place">Names it in a form: a phrase's key, or <c>services/teeth/requiredDocuments[1]</c>.</param>
/// <param name="Key">Names it for who ticks its wordings; texts of one list share theirs.</param>
/// <param name="Group">The first part of a phrase's key, or the address of a kind of entry.</param>
/// <param name="Language">The language it is looked at in.</param>
/// <param name="Now">The wording in force; null when it is missing.</param>
/// <param name="Beside">The same in a language that staff read.</param>
/// <param name="Label">What it is, in a few words; empty where the wording beside says it.</param>
public sealed record TextRow(
    string Place,
    string Key,
    string Group,
    LanguageTag Language,
    string? Now,
    Wording? Beside,
    string Label,
    TextState State
)
{
    /// <summary>Of a phrase that staff corrected: the program's own wording, empty when it had none. Null for anything else.</summary>
    public string? Shipped { get; init; }

    /// <summary>The entry of the house that it stands in; null for a phrase of the program.</summary>
    public VersionedEntry? Entry { get; init; }

    /// <summary>In that entry: the languages of this text.</summary>
    public JsonObject? Said { get; init; }

    /// <summary>Whether ticking says something: a text in a language that people wrote the house in is read as it is.</summary>
    public bool CanBeTicked { get; init; } = true;

    public string Mark => WordingRead.MarkOf(Now);

    public WordingRead Tick => new(Language, Key, Mark);

    public bool IsDone => State == TextState.Read;
}

/// <summary>How many texts there are.</summary>
public readonly record struct TextCounts(int All, int Read, int Missing)
{
    public int Unread => All - Read - Missing;

    public static TextCounts Of(IReadOnlyCollection<TextRow> rows) =>
        new(rows.Count, rows.Count(row => row.State == TextState.Read), rows.Count(row => row.State == TextState.Missing));
}
