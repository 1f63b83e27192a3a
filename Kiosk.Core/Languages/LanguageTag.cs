using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Kiosk.Core.Languages;

/// <summary>A language a house can speak, by its BCP 47 primary tag in lower case: <c>fr</c>, <c>ar</c>, <c>fa</c>.</summary>
/// <remarks>
/// Two or three letters; regions and scripts are not distinguished, because pictograms and places do not differ by them. A class, because
/// the runtime compiles every list and dictionary of a struct anew at each start (docs/performance.md).
/// </remarks>
public sealed record LanguageTag : IComparable<LanguageTag>
{
    private static readonly ConcurrentDictionary<string, CultureInfo> Cultures = new();

    private LanguageTag(string value) => Value = value;

    public string Value { get; }

    /// <summary>The language's name in itself: <c>français</c>, <c>العربية</c>.</summary>
    /// <remarks>With capitals by the invariant rules: for those of one language .NET builds its order of letters, at each start.</remarks>
    public string NativeName => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(CultureInfo.GetCultureInfo(Value).NativeName);

    /// <summary>Whether the language is written from right to left, by the operating system's CLDR data.</summary>
    public bool IsRightToLeft => CultureInfo.GetCultureInfo(Value).TextInfo.IsRightToLeft;

    /// <summary>The HTML <c>dir</c> value: <c>rtl</c> or <c>ltr</c>.</summary>
    public string Direction => IsRightToLeft ? "rtl" : "ltr";

    /// <summary>
    /// How the language names days and months, always of the Gregorian calendar: the one on the door and on every letter here.
    /// </summary>
    public CultureInfo Culture => Cultures.GetOrAdd(Value, GregorianCulture);

    public static bool TryParse(string? text, [NotNullWhen(true)] out LanguageTag? tag)
    {
        var fits = text is { Length: 2 or 3 } && text.All(char.IsAsciiLetterLower);
        tag = fits ? new LanguageTag(text!) : null;
        return fits;
    }

    /// <exception cref="FormatException">The text is not two or three lower-case letters.</exception>
    public static LanguageTag Parse(string text) =>
        TryParse(text, out var tag) ? tag : throw new FormatException($"'{text}' is not a language tag such as fr or ar.");

    public int CompareTo(LanguageTag? other) => string.CompareOrdinal(Value, other?.Value);

    public override string ToString() => Value;

    /// <summary>
    /// What Europeans write, where a tag alone would mean America. Persian and Pashto would name the months of the Persian calendar, for
    /// the numbers of ours.
    /// </summary>
    private static CultureInfo GregorianCulture(string name)
    {
        var culture = (CultureInfo)
            CultureInfo
                .GetCultureInfo(
                    name switch
                    {
                        "en" => "en-GB",
                        "pt" => "pt-PT",
                        _ => name,
                    }
                )
                .Clone();
        culture.DateTimeFormat.Calendar = new GregorianCalendar();
        return CultureInfo.ReadOnly(culture);
    }
}
