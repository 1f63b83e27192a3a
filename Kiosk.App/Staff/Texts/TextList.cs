using Kiosk.App.Staff.Guide;
using Kiosk.Core.Editing;
using Kiosk.Core.Houses;
using Kiosk.Core.Houses.Editing;
using Kiosk.Core.Languages;

namespace Kiosk.App.Staff.Texts;

/// <summary>All that visitors read, in any language: the program's phrases, then the house's texts.</summary>
public sealed class TextList(CurrentPhrases phrases, Guidebook book, HouseProfile profile)
{
    private readonly IReadOnlySet<WordingRead> _read = phrases.Read();

    private readonly (EntryKind Kind, VersionedEntry Entry, EntryText Text)[] _texts =
    [
        .. from kind in EntryKind.All.Append(EntryKind.House)
        from entry in book.Entries(kind.List)
        from text in EntryTexts.In(entry.Key, entry.Body)
        select (kind, entry, text),
    ];

    /// <summary>In the order they are shown: by group.</summary>
    public IReadOnlyList<TextRow> In(LanguageTag language) =>
        [
            .. phrases.Shipped.KeysNeeded(language).Select(key => Phrase(key, language)),
            .. _texts.Select(one => OfHouse(one.Kind, one.Entry, one.Text, language)),
        ];

    private TextRow Phrase(string key, LanguageTag language)
    {
        var (now, corrected) = (phrases.Current.Find(key, language), phrases.IsCorrected(language, key));
        var form = PhraseKey.Split(key, candidate => phrases.ModelOf(language, candidate) is not null);
        var state =
            now is null ? TextState.Missing
            : corrected || _read.Contains(new WordingRead(language, key, WordingRead.MarkOf(now))) ? TextState.Read
            : TextState.Unread;
        return new TextRow(
            key,
            key,
            key.Split('.')[0],
            language,
            now,
            Beside(key, form?.Stem, language),
            form is { } counted ? Plural.Examples(language, counted.Form) : "",
            state
        )
        {
            Shipped = corrected ? phrases.Shipped.Find(key, language) ?? "" : null,
        };
    }

    /// <summary>The languages that the wording beside may be in: the tablet's, the house's own, its others.</summary>
    private IEnumerable<LanguageTag> Known(LanguageTag language) =>
        new[] { book.Words.Language }.Concat(profile.Languages).Where(known => known != language);

    /// <summary>The phrase in the first of these; a form that its language has not is shown by the last it has.</summary>
    private Wording? Beside(string key, string? stem, LanguageTag language) =>
        First(language, known => phrases.Current.Find(key, known) ?? phrases.Current.Find($"{stem}.{Plural.Other}", known));

    private Wording? First(LanguageTag language, Func<LanguageTag, string?> text) =>
        Known(language)
            .Where(known => text(known) is not null)
            .Select(known => (Wording?)new Wording(text(known)!, known))
            .FirstOrDefault();

    private TextRow OfHouse(EntryKind kind, VersionedEntry entry, EntryText text, LanguageTag language)
    {
        var (now, byMachine) = (text.In(language), profile.Unreviewed.Contains(language));
        var state =
            now is null ? TextState.Missing
            : !byMachine || _read.Contains(WordingRead.Of(text.Key, new Wording(now, language))) ? TextState.Read
            : TextState.Unread;
        var label = book
            .Words.Translate("guide.field." + (text.Place.StartsWith("phones", StringComparison.Ordinal) ? "whose" : text.Field))
            .Text;
        return new TextRow($"{text.Entry}/{text.Place}", text.Key, kind.Address, language, now, First(language, text.In), label, state)
        {
            Entry = entry,
            Said = text.Said,
            CanBeTicked = byMachine,
        };
    }
}
