using Kiosk.Core.Editing;
using Kiosk.Core.Houses.Editing;
using Kiosk.Core.Languages;
using Kiosk.Core.Storage;

namespace Kiosk.App.Staff.Texts;

/// <summary>What somebody sent of a page of texts: what is to be written, or why nothing is.</summary>
public sealed class TextChanges
{
    /// <summary>As long as a text of a house file may be, letters.</summary>
    private const int LongestText = 1000;

    /// <summary>Begins the name of the field with the mark of the wording that somebody saw.</summary>
    private const string Was = "was:";

    private readonly CurrentPhrases _phrases;
    private readonly Localizer _words;
    private readonly List<Correction> _written = [];
    private readonly List<(LanguageTag Language, string Key)> _takenBack = [];
    private readonly List<WordingRead> _read = [];
    private readonly List<WordingRead> _unread = [];
    private readonly Dictionary<EntryKey, EntryEdit> _edits = [];

    /// <param name="rows">The texts as they are now.</param>
    /// <param name="what"><c>save</c>, <c>all</c> to tick all that were shown, or <c>back:PLACE</c>.</param>
    public TextChanges(CurrentPhrases phrases, Localizer words, IEnumerable<TextRow> rows, IFormCollection form, string what)
    {
        (_phrases, _words) = (phrases, words);
        var there = rows.ToDictionary(row => Was + row.Place);
        IsGone = form.Keys.Any(key => key.StartsWith(Was, StringComparison.Ordinal) && !there.ContainsKey(key));
        Ticked = form["read"].OfType<string>().ToHashSet();
        foreach (var row in there.Where(row => form.ContainsKey(row.Key)).Select(row => row.Value))
        {
            var typed = Sent(form["text:" + row.Place].ToString());
            Typed[row.Place] = typed;
            Look(
                row,
                form[Was + row.Place].ToString(),
                what == "back:" + row.Place ? "" : typed,
                what == "all" || Ticked.Contains(row.Place)
            );
        }
    }

    /// <summary>What was typed, by place.</summary>
    public Dictionary<string, string> Typed { get; } = [];

    /// <summary>Places of what was ticked.</summary>
    public IReadOnlySet<string> Ticked { get; }

    /// <summary>What is wrong, by place; then nothing is written.</summary>
    public Dictionary<string, Wording> Problems { get; } = [];

    /// <summary>Whether a text that was sent is no more: its entry was removed, or a row of it.</summary>
    public bool IsGone { get; }

    /// <summary>Of the house's entries.</summary>
    public IReadOnlyCollection<EntryEdit> Edits => _edits.Values;

    /// <summary>Of the program's phrases, and all ticks.</summary>
    public WordingChanges Wordings => new(_written, _takenBack, _read, _unread);

    private void Look(TextRow row, string was, string typed, bool ticked)
    {
        var isTyped = typed != Sent(row.Now ?? "");
        if (was != row.Mark)
        {
            // Another wording than the one they saw; what they left alone stays as somebody else just wrote it.
            if (isTyped && WordingRead.MarkOf(typed.Length == 0 ? null : typed) != was)
            {
                Problems[row.Place] = _words.Translate("texts.problem.overtaken");
            }
        }
        else if (!isTyped)
        {
            Tick(row, ticked);
        }
        else if (typed.Length > LongestText)
        {
            Problems[row.Place] = _words.Translate("guide.problem.text");
        }
        else if (row.Entry is { } entry)
        {
            Write(row, entry, typed);
        }
        else
        {
            Correct(row, typed);
        }
    }

    /// <summary>As a browser sends it, without blanks around.</summary>
    private static string Sent(string text) => text.ReplaceLineEndings("\n").Trim();

    private void Tick(TextRow row, bool ticked)
    {
        if (row is { CanBeTicked: true, Shipped: null, State: TextState.Unread } && ticked)
        {
            _read.Add(row.Tick);
        }
        else if (row is { CanBeTicked: true, Shipped: null, State: TextState.Read } && !ticked)
        {
            _unread.Add(row.Tick);
        }
    }

    /// <summary>What is left blank falls back to the house's language.</summary>
    private void Write(TextRow row, VersionedEntry entry, string typed)
    {
        row.Said!.Remove(row.Language.Value);
        if (typed.Length > 0)
        {
            row.Said[row.Language.Value] = typed;
        }

        _edits[entry.Key] = new EntryEdit(entry.Key, entry.Body, entry.Version);
    }

    /// <summary>What is left blank, or is the program's own wording again, is no correction.</summary>
    private void Correct(TextRow row, string typed)
    {
        var shipped = _phrases.Shipped.Find(row.Key, row.Language);
        if (typed.Length == 0 || typed == shipped)
        {
            _takenBack.AddRange(row.Shipped is null ? [] : [(row.Language, row.Key)]);
            _read.AddRange(typed.Length == 0 ? [] : [new WordingRead(row.Language, row.Key, WordingRead.MarkOf(typed))]);
            return;
        }

        var (missing, unknown) = PhraseKey.Differences(row.Language, row.Key, _phrases.ModelOf(row.Language, row.Key) ?? "", typed);
        if (missing.Count > 0)
        {
            Problems[row.Place] = _words.Translate("texts.problem.place-missing", ("place", string.Join(", ", missing)));
        }
        else if (unknown.Count > 0)
        {
            Problems[row.Place] = _words.Translate("texts.problem.place-unknown", ("place", string.Join(", ", unknown)));
        }
        else
        {
            _written.Add(new Correction(row.Language, row.Key, typed));
        }
    }
}
