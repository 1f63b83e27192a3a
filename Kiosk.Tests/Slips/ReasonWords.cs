using Kiosk.Core.Slips;

namespace Kiosk.Tests.Slips;

/// <summary>
/// Words that say why somebody carries a slip, in each language of the demo house: residence, violence, dependence, and who must not know.
/// </summary>
/// <remarks>Beginnings of words, in small letters, so that every form of them is met.</remarks>
internal static class ReasonWords
{
    public static readonly IReadOnlyDictionary<string, string[]> Of = new Dictionary<string, string[]>
    {
        ["fr"] =
        [
            "papiers",
            "séjour",
            "asile",
            "police",
            "commune",
            "avocat",
            "peur",
            "mal",
            "violen",
            "alcool",
            "drogue",
            "tabac",
            "jeu,",
        ],
        ["nl"] = ["papieren", "verblijf", "asiel", "politie", "gemeente", "advoca", "bang", "pijn", "geweld", "drank", "drugs", "gokken"],
        ["en"] = ["papers", "residence", "asylum", "police", "town hall", "lawyer", "scar", "hurt", "violen", "drink", "drugs", "betting"],
        ["de"] = ["papiere", "aufenthalt", "asyl", "polizei", "gemeinde", "anwalt", "angst", "gewalt", "alkohol", "drogen", "wetten"],
        ["es"] =
        [
            "papeles",
            "residencia",
            "asilo",
            "policía",
            "ayuntamiento",
            "abogad",
            "miedo",
            "violen",
            "alcohol",
            "drogas",
            "apuestas",
        ],
        ["pt"] = ["documentos", "residência", "asilo", "polícia", "comuna", "advogad", "medo", "violên", "álcool", "drogas", "apostas"],
        ["ro"] = ["acte", "ședere", "azil", "poliți", "primări", "avocat", "sperie", "violen", "alcool", "droguri", "jocuri de noroc"],
        ["pl"] = ["dokument", "pobyt", "azyl", "policj", "gmin", "adwokat", "strasz", "przemoc", "alkohol", "narkotyk", "hazard"],
        ["tr"] = ["belge", "oturum", "iltica", "polis", "belediye", "avukat", "korku", "şiddet", "alkol", "madde", "kumar"],
        ["uk"] = ["документ", "проживан", "притулок", "поліці", "комун", "адвокат", "ляка", "насиль", "алкогол", "наркотик", "азарт"],
        ["ar"] = ["أوراق", "إقامة", "لجوء", "شرطة", "بلدية", "محامٍ", "يخيف", "عنف", "كحول", "مخدرات", "قمار"],
        ["fa"] = ["مدارک", "اقامت", "پناهندگی", "پلیس", "شهرداری", "وکیل", "می‌ترسان", "خشونت", "الکل", "مواد", "قمار"],
    };

    /// <summary>Every text of a slip that somebody could read, with its code's; a side is searched in its own language.</summary>
    public static IEnumerable<string> On(Slip slip) =>
        slip.Sides.SelectMany(side =>
            side.Lines.Select(line => line.Text.Text)
                .Append(side.Heading.Text)
                .Append(side.Organization.Text)
                .Append(slip.QrText)
                .SelectMany(text => In(text, side.Language.Value))
        );

    public static IEnumerable<string> In(string text, string language) =>
        Of[language].Where(word => Beginnings(text.ToLowerInvariant(), word)).Select(word => $"{word}: {text}");

    /// <summary>In Arabic the article and other small words are written as one with what follows.</summary>
    private static bool Beginnings(string text, string word) =>
        Enumerable
            .Range(0, text.Length)
            .Any(at =>
                string.CompareOrdinal(text, at, word, 0, word.Length) == 0
                && (at == 0 || !char.IsLetter(text[at - 1]) || text[at - 1] is >= '\u0600' and <= '\u06FF')
            );
}
