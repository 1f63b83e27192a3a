namespace Kiosk.Core.Languages;

/// <summary>A text and the language it is really in, so that a page can mark <c>lang</c> and <c>dir</c> when it had to fall back.</summary>
public readonly record struct Wording(string Text, LanguageTag Language)
{
    public override string ToString() => Text;
}

/// <summary>One text of the house in each language somebody wrote it in. At least one language; no empty texts.</summary>
public sealed class LocalizedText : IEquatable<LocalizedText>
{
    private readonly Wording[] _wordings;

    /// <exception cref="ArgumentException">There is no text at all, or one is blank.</exception>
    public LocalizedText(IEnumerable<KeyValuePair<LanguageTag, string>> texts)
    {
        _wordings =
        [
            .. texts.Select(text => new Wording(text.Value, text.Key)).OrderBy(wording => wording.Language.Value, StringComparer.Ordinal),
        ];
        if (_wordings.Length == 0 || _wordings.Any(wording => string.IsNullOrWhiteSpace(wording.Text)))
        {
            throw new ArgumentException("A localized text holds at least one language and no blank text.", nameof(texts));
        }
    }

    public bool Has(LanguageTag language) => Find(language) is not null;

    /// <summary>The text as asked, else in the house's language, else in the first language there is.</summary>
    public Wording In(LanguageTag asked, LanguageTag house) => Find(asked) ?? Find(house) ?? _wordings[0];

    public bool Equals(LocalizedText? other) => other is not null && _wordings.SequenceEqual(other._wordings);

    public override bool Equals(object? obj) => Equals(obj as LocalizedText);

    public override int GetHashCode() => _wordings.Aggregate(0, HashCode.Combine);

    public override string ToString() => _wordings[0].Text;

    private Wording? Find(LanguageTag language)
    {
        foreach (var wording in _wordings)
        {
            if (wording.Language == language)
            {
                return wording;
            }
        }

        return null;
    }
}
