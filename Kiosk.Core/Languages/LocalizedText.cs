using System.Collections.Immutable;

namespace Kiosk.Core.Languages;

/// <summary>A text and the language it is really in, so that a page can mark <c>lang</c> and <c>dir</c> when it had to fall back.</summary>
public readonly record struct Wording(string Text, LanguageTag Language)
{
    public override string ToString() => Text;
}

/// <summary>One text of the house in each language somebody wrote it in. At least one language; no empty texts.</summary>
public sealed class LocalizedText : IEquatable<LocalizedText>
{
    private readonly ImmutableSortedDictionary<LanguageTag, string> _texts;

    /// <exception cref="ArgumentException">There is no text at all, or one is blank.</exception>
    public LocalizedText(IEnumerable<KeyValuePair<LanguageTag, string>> texts)
    {
        _texts = texts.ToImmutableSortedDictionary();
        if (_texts.IsEmpty || _texts.Values.Any(string.IsNullOrWhiteSpace))
        {
            throw new ArgumentException("A localized text holds at least one language and no blank text.", nameof(texts));
        }
    }

    public IReadOnlyDictionary<LanguageTag, string> Texts => _texts;

    /// <summary>The text as asked, else in the house's language, else in the first language there is.</summary>
    public Wording In(LanguageTag asked, LanguageTag house)
    {
        foreach (var language in (ReadOnlySpan<LanguageTag>)[asked, house])
        {
            if (_texts.TryGetValue(language, out var text))
            {
                return new Wording(text, language);
            }
        }

        return new Wording(_texts.Values.First(), _texts.Keys.First());
    }

    public bool Equals(LocalizedText? other) => other is not null && _texts.SequenceEqual(other._texts);

    public override bool Equals(object? obj) => Equals(obj as LocalizedText);

    public override int GetHashCode() => _texts.Aggregate(0, (hash, pair) => HashCode.Combine(hash, pair.Key, pair.Value));

    public override string ToString() => _texts.Values.First();
}
