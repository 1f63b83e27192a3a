using System.Text.RegularExpressions;

namespace Kiosk.Core.Languages;

/// <summary>How the keys of phrases are made: <c>hours.every-weeks.few</c> is the form <c>few</c> of <c>hours.every-weeks</c>.</summary>
public static partial class PhraseKey
{
    /// <summary>The place that a count stands in.</summary>
    public const string Count = "count";

    /// <summary>What is counted and in which form; null when the key is no form: then no <c>….other</c> stands beside it.</summary>
    public static (string Stem, string Form)? Split(string key, Func<string, bool> isKey) =>
        key.LastIndexOf('.') is > 0 and var dot && Plural.All.Contains(key[(dot + 1)..]) && isKey($"{key[..dot]}.{Plural.Other}")
            ? (key[..dot], key[(dot + 1)..])
            : null;

    /// <summary>The keys that a language needs to say what others say: each in its own forms. Sorted.</summary>
    public static IReadOnlyList<string> For(LanguageTag language, IReadOnlySet<string> keys) =>
        [
            .. keys.SelectMany(key =>
                    Split(key, keys.Contains) is { } form ? Plural.Forms(language).Select(own => $"{form.Stem}.{own}") : [key]
                )
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>The places of a phrase, <c>{time}</c>, each with its braces.</summary>
    public static IReadOnlySet<string> Places(string phrase) => Place().Matches(phrase).Select(place => place.Value).ToHashSet();

    /// <summary>
    /// Where two wordings of a phrase differ in their places: what <paramref name="wording"/> leaves out, and what only it has.
    /// </summary>
    /// <remarks>A form for one number alone may leave its count out.</remarks>
    public static (IReadOnlyList<string> Missing, IReadOnlyList<string> Unknown) Differences(
        LanguageTag language,
        string key,
        string model,
        string wording
    )
    {
        var (wanted, has) = (Places(model), Places(wording));
        var mayLeaveOut = Plural.IsOneNumber(language, key[(key.LastIndexOf('.') + 1)..]) ? $"{{{Count}}}" : "";
        return (
            [.. wanted.Except(has).Where(place => place != mayLeaveOut).Order(StringComparer.Ordinal)],
            [.. has.Except(wanted).Order(StringComparer.Ordinal)]
        );
    }

    [GeneratedRegex(@"\{[a-z]+\}")]
    private static partial Regex Place();
}
