using System.Collections.Frozen;

namespace Kiosk.Core.Languages;

/// <summary>
/// Which form of a phrase fits a whole number, by Unicode CLDR 42, <c>common/supplemental/plurals.xml</c> (2022), type cardinal.
/// </summary>
/// <remarks>
/// .NET has the data of CLDR but no plural rules of it. Categories that a language has for fractions only are left out; so are compact
/// numbers (<c>1c6</c>), which nobody writes on a door. A language that is not here has the one form <c>other</c>.
/// </remarks>
public static class Plural
{
    /// <summary>The form that every language has.</summary>
    public const string Other = "other";

    /// <summary>All names of forms, in CLDR's order.</summary>
    public static readonly IReadOnlyList<string> All = ["zero", "one", "two", "few", "many", Other];

    private static readonly Rules OneOther = new(["one", Other], n => n == 1 ? "one" : Other);
    private static readonly Rules NoneOrOne = new(["one", Other], n => n <= 1 ? "one" : Other);

    private static readonly FrozenDictionary<string, Rules> ByLanguage = new Dictionary<string, Rules>
    {
        ["nl"] = OneOther,
        ["de"] = OneOther,
        ["en"] = OneOther,
        ["tr"] = OneOther,
        ["ps"] = OneOther,
        ["so"] = OneOther,
        ["fa"] = NoneOrOne,
        ["ti"] = NoneOrOne,
        ["fr"] = new(
            ["one", "many", Other],
            n =>
                n <= 1 ? "one"
                : IsMillions(n) ? "many"
                : Other
        ),
        ["pt"] = new(
            ["one", "many", Other],
            n =>
                n <= 1 ? "one"
                : IsMillions(n) ? "many"
                : Other
        ),
        ["es"] = new(
            ["one", "many", Other],
            n =>
                n == 1 ? "one"
                : IsMillions(n) ? "many"
                : Other
        ),
        ["ro"] = new(
            ["one", "few", Other],
            n =>
                n == 1 ? "one"
                : n == 0 || n % 100 is >= 1 and <= 19 ? "few"
                : Other
        ),
        ["pl"] = new(
            ["one", "few", "many", Other],
            n =>
                n == 1 ? "one"
                : EndsLikeTwoToFour(n) ? "few"
                : "many"
        ),
        ["uk"] = new(
            ["one", "few", "many", Other],
            n =>
                n % 10 == 1 && n % 100 != 11 ? "one"
                : EndsLikeTwoToFour(n) ? "few"
                : "many"
        ),
        ["ar"] = new(
            ["zero", "one", "two", "few", "many", Other],
            n =>
                n switch
                {
                    0 => "zero",
                    1 => "one",
                    2 => "two",
                    _ => (n % 100) switch
                    {
                        >= 3 and <= 10 => "few",
                        >= 11 => "many",
                        _ => Other,
                    },
                }
        ),
    }.ToFrozenDictionary();

    /// <summary>The form for a number from 0 up.</summary>
    public static string Of(LanguageTag language, long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return ByLanguage.TryGetValue(language.Value, out var rules) ? rules.Choose(count) : Other;
    }

    /// <summary>
    /// The forms that a phrase has in a language. Polish and Ukrainian keep <c>other</c>, their form for fractions, as translators know it.
    /// </summary>
    public static IReadOnlyList<string> Forms(LanguageTag language) =>
        ByLanguage.TryGetValue(language.Value, out var rules) ? rules.Forms : [Other];

    /// <summary>Some numbers of a form, for whoever writes it: <c>2, 3, 4…</c>; a fraction where no whole number has it.</summary>
    public static string Examples(LanguageTag language, string form)
    {
        var some = Enumerable.Range(0, 200).Where(n => Of(language, n) == form).Take(4).ToList();
        return some.Count == 0
            ? Of(language, 1_000_000) == form
                ? "1000000"
                : "1½"
            : string.Join(", ", some.Take(3)) + (some.Count > 3 ? "…" : "");
    }

    /// <summary>Whether a form stands for one number alone, which its words may then say without digits: Arabic <c>two</c>.</summary>
    public static bool IsOneNumber(LanguageTag language, string form) => Enumerable.Range(0, 200).Count(n => Of(language, n) == form) == 1;

    private static bool IsMillions(long n) => n != 0 && n % 1_000_000 == 0;

    private static bool EndsLikeTwoToFour(long n) => n % 10 is >= 2 and <= 4 && n % 100 is not (>= 12 and <= 14);

    private sealed record Rules(IReadOnlyList<string> Forms, Func<long, string> Choose);
}
