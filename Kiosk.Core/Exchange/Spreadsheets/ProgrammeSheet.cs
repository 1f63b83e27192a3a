using System.Text.Json.Nodes;
using Kiosk.Core.Languages;
using Kiosk.Core.Schema;

namespace Kiosk.Core.Exchange.Spreadsheets;

/// <summary>The programme as a CSV file for people who keep it in a spreadsheet: one line for each schedule of each activity.</summary>
public static class ProgrammeSheet
{
    public const string FileName = "programme.csv";

    /// <summary>In the house's language, with a byte order mark.</summary>
    /// <param name="house">A house file that was read without a problem.</param>
    public static byte[] Write(JsonObject house)
    {
        var languages = house["house"]!["languages"]!.AsArray().Select(l => LanguageTag.Parse(l!.ToString())).ToList();
        var keys = ProgrammeColumns
            .All.Select(c => c.Key)
            .Concat(languages.Skip(1).SelectMany(l => ProgrammeColumns.All.Where(c => c.IsText).Select(c => $"{c.Key}.{l}")))
            .ToList();
        var lines = (house["activities"] as JsonArray ?? [])
            .OfType<JsonObject>()
            .SelectMany(activity =>
                Schedules(activity).Select(schedule => keys.ConvertAll(key => Cell(activity, schedule, key, languages[0])))
            );
        return CsvTable.Write(keys.ConvertAll(key => Heading(key, languages[0])), lines);
    }

    private static IEnumerable<JsonObject> Schedules(JsonObject activity) =>
        activity[Keys.Schedules] is JsonArray { Count: > 0 } schedules
            ? schedules.OfType<JsonObject>()
            :
            [
                [],
            ];

    private static string Heading(string key, LanguageTag language)
    {
        var parts = key.Split('.');
        var word = ProgrammeColumns.All.First(c => c.Key == parts[0]).Word(language);
        return parts.Length > 1 ? $"{word} ({parts[1]}) [{key}]" : $"{word} [{key}]";
    }

    private static string Cell(JsonObject activity, JsonObject schedule, string key, LanguageTag language) =>
        key.Split('.') switch
        {
            ["note", var other] => Line(schedule["notes"]?[other]),
            [var text, var other] => Line(activity[ProgrammeColumns.KeyInHouse[text]]?[other]),
            ["id"] => Line(activity["id"]),
            ["free"] => activity[Keys.CostFree] is { } free ? SpreadsheetWords.YesNo(free.GetValue<bool>(), language) : "",
            ["topics"] => List(activity[Keys.TopicIds]),
            ["languages"] => List(activity["languages"]),
            ["name" or "description" or "for" or "price"] => Line(activity[ProgrammeColumns.KeyInHouse[key]]?[language.Value]),
            [var other] => ProgrammeColumns.KeyInHouse.TryGetValue(other, out var inHouse)
                ? Line(activity[inHouse])
                : When(schedule, other, language),
            _ => "",
        };

    private static string When(JsonObject schedule, string key, LanguageTag language) =>
        key switch
        {
            "repeats" => schedule.Count == 0 ? "" : SpreadsheetWords.Frequency(schedule["freq"]?.ToString(), language),
            "days" => schedule["byday"] is { } days ? SpreadsheetWords.Days(days.ToString(), language) : "",
            "date" => Line(schedule["date"]),
            "start" => Line(schedule["opensAt"]),
            "end" => Line(schedule["closesAt"]),
            "every" => Line(schedule["interval"]),
            "first" => Line(schedule["validFrom"]),
            "last" => Line(schedule["validTo"]),
            "holidays" => schedule["onPublicHolidays"] is { } holidays ? SpreadsheetWords.YesNo(holidays.GetValue<bool>(), language) : "",
            "note" => Line(schedule["notes"]?[language.Value]),
            _ => "",
        };

    private static string Line(JsonNode? value) => value?.ToString() ?? "";

    private static string List(JsonNode? list) => string.Join(", ", (list as JsonArray ?? []).Select(item => item!.ToString()));
}
