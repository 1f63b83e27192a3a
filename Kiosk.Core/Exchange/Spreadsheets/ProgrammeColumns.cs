using Kiosk.Core.Languages;
using Kiosk.Core.Schema;

namespace Kiosk.Core.Exchange.Spreadsheets;

/// <summary>A column of the programme as a spreadsheet shows it.</summary>
/// <param name="Key">What the program goes by; stands in the heading in brackets.</param>
/// <param name="IsText">Written in a language; the others have columns of their own, <c>name.nl</c>.</param>
/// <param name="IsOfSchedule">Says when; the other columns say what, and are the same on every line of an activity.</param>
internal sealed record ProgrammeColumn(
    string Key,
    string French,
    string Dutch,
    string English,
    bool IsText = false,
    bool IsOfSchedule = false
)
{
    public string Word(LanguageTag language) =>
        language.Value switch
        {
            "fr" => French,
            "nl" => Dutch,
            _ => English,
        };
}

internal static class ProgrammeColumns
{
    public static readonly IReadOnlyList<ProgrammeColumn> All =
    [
        new("id", "Code", "Code", "Code"),
        new("name", "Activité", "Activiteit", "Activity", IsText: true),
        new("repeats", "Revient", "Herhaling", "Returns", IsOfSchedule: true),
        new("days", "Jours", "Dagen", "Days", IsOfSchedule: true),
        new("date", "Date unique", "Eén datum", "Single date", IsOfSchedule: true),
        new("start", "Début", "Begin", "Start", IsOfSchedule: true),
        new("end", "Fin", "Einde", "End", IsOfSchedule: true),
        new("every", "Toutes les … fois", "Om de …", "Every … time", IsOfSchedule: true),
        new("first", "Premier jour", "Eerste dag", "First day", IsOfSchedule: true),
        new("last", "Dernier jour", "Laatste dag", "Last day", IsOfSchedule: true),
        new("holidays", "Aussi les jours fériés", "Ook op feestdagen", "On public holidays too", IsOfSchedule: true),
        new("note", "Remarque", "Opmerking", "Note", IsText: true, IsOfSchedule: true),
        new("room", "Salle", "Lokaal", "Room"),
        new("organization", "Organisation", "Organisatie", "Organization"),
        new("topics", "Thèmes", "Thema’s", "Topics"),
        new("function", "Fonction", "Functie", "Function"),
        new("pictogram", "Pictogramme", "Pictogram", "Pictogram"),
        new("free", "Gratuit", "Gratis", "Free"),
        new("price", "Prix", "Prijs", "Price", IsText: true),
        new("for", "Pour qui", "Voor wie", "For whom", IsText: true),
        new("languages", "Langues", "Talen", "Languages"),
        new("description", "Description", "Beschrijving", "Description", IsText: true),
    ];

    public static readonly IReadOnlyDictionary<string, string> KeyInHouse = new Dictionary<string, string>
    {
        ["name"] = "name",
        ["description"] = "description",
        ["for"] = "eligibility",
        ["price"] = Keys.FeesDescription,
        ["room"] = Keys.RoomId,
        ["organization"] = Keys.OrganizationId,
        ["function"] = Keys.Function,
        ["pictogram"] = Keys.Pictogram,
    };

    private static readonly LanguageTag[] Known = [LanguageTag.Parse("fr"), LanguageTag.Parse("nl"), LanguageTag.Parse("en")];

    /// <summary>The key of a heading: what stands in brackets, or the key itself, or its word in a language of the program.</summary>
    public static string? KeyOf(string heading)
    {
        var open = heading.LastIndexOf('[');
        var inner = (open >= 0 && heading.EndsWith(']') ? heading[(open + 1)..^1] : heading).Trim();
        var (stem, language) =
            inner.Split('.') is [var before, var after] && LanguageTag.TryParse(after, out _) ? (before, "." + after) : (inner, "");
        var column =
            All.FirstOrDefault(c => c.Key.Equals(stem, StringComparison.OrdinalIgnoreCase))
            ?? All.FirstOrDefault(c => Known.Any(tag => c.Word(tag).Equals(stem, StringComparison.OrdinalIgnoreCase)));
        return column is null ? null : column.Key + language;
    }
}
