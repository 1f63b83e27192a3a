using System.Globalization;
using Kiosk.Core.Languages;
using NodaTime;
using NodaTime.Extensions;

namespace Kiosk.Core.Exchange.Spreadsheets;

/// <summary>Days, yes and no as people write them in a cell.</summary>
internal static class SpreadsheetWords
{
    private static readonly string[] Codes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    private static readonly LanguageTag[] Languages = [.. new[] { "fr", "nl", "en", "de" }.Select(LanguageTag.Parse)];

    private static readonly (string Yes, string No, string Weekly, string Monthly, string Once)[] Words =
    [
        ("oui", "non", "chaque semaine", "chaque mois", "une fois"),
        ("ja", "nee", "elke week", "elke maand", "één keer"),
        ("yes", "no", "every week", "every month", "once"),
    ];

    public static string YesNo(bool value, LanguageTag language) => value ? Of(language).Yes : Of(language).No;

    public static bool? ReadYesNo(string cell) =>
        Is(cell, words => words.Yes, "true", "1", "x", "j", "o", "y") ? true
        : Is(cell, words => words.No, "false", "0", "n") ? false
        : null;

    public static string Frequency(string? freq, LanguageTag language) =>
        freq switch
        {
            "WEEKLY" => Of(language).Weekly,
            "MONTHLY" => Of(language).Monthly,
            _ => Of(language).Once,
        };

    /// <summary><c>WEEKLY</c>, <c>MONTHLY</c> or <c>ONCE</c>; null when it is none.</summary>
    public static string? ReadFrequency(string cell) =>
        Is(cell, words => words.Weekly, "WEEKLY", "semaine", "week") ? "WEEKLY"
        : Is(cell, words => words.Monthly, "MONTHLY", "mois", "maand", "month") ? "MONTHLY"
        : Is(cell, words => words.Once, "ONCE") ? "ONCE"
        : null;

    /// <summary><c>lundi, jeudi</c>; with a number in a month: <c>2 lundi, -1 vendredi</c>.</summary>
    public static string Days(string byday, LanguageTag language) =>
        string.Join(
            ", ",
            byday
                .Split(',', StringSplitOptions.TrimEntries)
                .Select(day =>
                {
                    var name = language.Culture.DateTimeFormat.GetDayName(
                        ((IsoDayOfWeek)(Array.IndexOf(Codes, day[^2..]) + 1)).ToDayOfWeek()
                    );
                    return day.Length > 2 ? $"{day[..^2]} {name}" : name;
                })
        );

    /// <summary>The names, their first three or two letters, or the codes; null when a word is no day.</summary>
    public static string? ReadDays(string cell, LanguageTag house)
    {
        var days = new List<string>();
        foreach (var word in cell.Split([',', ';', '/', '+', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var name = word.TrimStart('-', '1', '2', '3', '4', '5', '.', ' ');
            if (CodeOf(name, house) is not { } code)
            {
                return null;
            }

            days.Add(word[..^name.Length].Trim(' ', '.') + code);
        }

        return string.Join(',', days);
    }

    private static string? CodeOf(string name, LanguageTag house)
    {
        if (Codes.Contains(name, StringComparer.Ordinal))
        {
            return name;
        }

        for (var length = 0; length <= 3; length = length == 0 ? 3 : length - 1)
        {
            foreach (var language in Languages.Prepend(house))
            {
                var index = Array.FindIndex(
                    Codes,
                    code =>
                        Matches(
                            language.Culture.DateTimeFormat.GetDayName(((IsoDayOfWeek)(Array.IndexOf(Codes, code) + 1)).ToDayOfWeek()),
                            name,
                            length
                        )
                );
                if (index >= 0)
                {
                    return Codes[index];
                }
            }

            if (length == 2)
            {
                break;
            }
        }

        return null;
    }

    /// <param name="length">How many letters are enough; 0 for all of them.</param>
    private static bool Matches(string day, string word, int length) =>
        word.TrimEnd('.') is var bare
        && (length == 0 ? day : day[..Math.Min(length, day.Length)]).Equals(bare, StringComparison.OrdinalIgnoreCase);

    private static (string Yes, string No, string Weekly, string Monthly, string Once) Of(LanguageTag language) =>
        Words[
            language.Value switch
            {
                "fr" => 0,
                "nl" => 1,
                _ => 2,
            }
        ];

    private static bool Is(
        string cell,
        Func<(string Yes, string No, string Weekly, string Monthly, string Once), string> word,
        params string[] others
    ) =>
        Words
            .Select(word)
            .Concat(others)
            .Any(w =>
                CultureInfo.InvariantCulture.CompareInfo.Compare(w, cell.Trim(), CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace)
                == 0
            );
}
