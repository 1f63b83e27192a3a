using System.Collections.Frozen;
using Kiosk.Core.Languages;
using Kiosk.Core.Storage;

namespace Kiosk.Core.Editing;

/// <summary>The visitors' words as they are now: those the program brings, and over them what staff corrected.</summary>
/// <remarks>
/// A correction that lost its phrase by an update, or no longer fits its places such as <c>{time}</c>, rests: visitors read the program's
/// wording.
/// </remarks>
public sealed class CurrentPhrases
{
    private readonly WordingStore _kept;

    private readonly Lock _gate = new();

    private volatile Words _words;

    public CurrentPhrases(Phrasebook shipped, WordingStore kept)
    {
        (Shipped, _kept) = (shipped, kept);
        _words = Compose();
    }

    /// <summary>What visitors read has changed.</summary>
    public event Action? Changed;

    /// <summary>As the program brings them.</summary>
    public Phrasebook Shipped { get; }

    public Phrasebook Current => _words.Book;

    /// <summary>Every wording that somebody ticked.</summary>
    public IReadOnlySet<WordingRead> Read() => _kept.Read();

    /// <summary>Whether visitors read here what staff wrote.</summary>
    public bool IsCorrected(LanguageTag language, string key) => _words.Corrected.Contains((language, key));

    /// <summary>
    /// The wording after whose places a correction is asked: the language's own, else another's; null for what is no phrase.
    /// </summary>
    public string? ModelOf(LanguageTag language, string key) =>
        Shipped.Find(key, language)
        ?? Shipped
            .Languages.Select(other =>
                Shipped.Find(key, other) ?? Shipped.Find($"{key[..Math.Max(0, key.LastIndexOf('.'))]}.{Plural.Other}", other)
            )
            .FirstOrDefault(found => found is not null);

    /// <summary>Writes down what staff say of wordings; corrections are in force at once.</summary>
    /// <exception cref="StorageException">It could not be written; everything is as it was.</exception>
    public void Change(WordingChanges changes)
    {
        lock (_gate)
        {
            _kept.Write(changes);
            if (!changes.ChangePhrases)
            {
                return;
            }

            _words = Compose();
        }

        Changed?.Invoke();
    }

    private Words Compose()
    {
        var fitting = _kept.Corrections().Where(Fits).ToList();
        var over = fitting
            .GroupBy(one => one.Language)
            .ToDictionary(
                ofOne => ofOne.Key,
                IReadOnlyDictionary<string, string> (ofOne) => ofOne.ToDictionary(one => one.Key, one => one.Wording)
            );
        return new Words(
            over.Count == 0 ? Shipped : Shipped.Under(new Phrasebook(over)),
            fitting.Select(one => (one.Language, one.Key)).ToFrozenSet()
        );
    }

    private bool Fits(Correction one) =>
        ModelOf(one.Language, one.Key) is { } model
        && PhraseKey.Differences(one.Language, one.Key, model, one.Wording) is { Missing: [], Unknown: [] };

    private sealed record Words(Phrasebook Book, FrozenSet<(LanguageTag Language, string Key)> Corrected);
}
