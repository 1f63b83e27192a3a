using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Kiosk.App.Staff.Guide;

/// <summary>Windows of time that return, each a row: its days and its times; rarer things behind "more".</summary>
public sealed partial record HoursField(string Key) : Field(Key)
{
    public const string Weekly = "weekly";
    public const string Monthly = "monthly";
    public const string Once = "once";

    /// <summary>As the house file writes them, Monday first.</summary>
    public static readonly string[] Days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    /// <summary>Which of a month's; -1 is the last.</summary>
    public static readonly string[] Nths = ["1", "2", "3", "4", "-1"];

    private static readonly TextField Notes = new("notes");

    public override JsonNode? Read(FormValues form, string path) =>
        Guidebook.List(
            form.Rows(path).Select(row => ReadRow(form, string.Create(CultureInfo.InvariantCulture, $"{path}[{row}]"))).OfType<JsonNode>()
        );

    /// <summary>The rows as the form shows them: a rule such as "first Monday and third Tuesday" becomes two.</summary>
    public static JsonArray Split(JsonNode? schedules) =>
        schedules is not JsonArray rows ? [] : [.. rows.OfType<JsonObject>().SelectMany(SplitRow)];

    public static string KindOf(JsonObject row) =>
        row.ContainsKey("date") ? Once
        : row["freq"]?.ToString() == "MONTHLY" ? Monthly
        : Weekly;

    public static IReadOnlySet<string> DaysOf(JsonObject row) => Parts(row).Select(part => part.Day).ToHashSet();

    public static IReadOnlySet<string> NthsOf(JsonObject row) => Parts(row).Select(part => part.Nth).ToHashSet();

    public override string Tell(JsonNode? value, Guidebook book) =>
        string.Join(" · ", Split(value).OfType<JsonObject>().Select(row => TellRow(row, book)));

    public override IEnumerable<string> Missing(JsonNode? value, Guidebook book) =>
        Split(value).OfType<JsonObject>().SelectMany(row => Notes.Missing(row["notes"], book));

    /// <summary>A day's short name in a language: <c>lun.</c></summary>
    public static string DayName(string day, Guidebook book) =>
        book.Words.Language.Culture.DateTimeFormat.GetAbbreviatedDayName((DayOfWeek)((Array.IndexOf(Days, day) + 1) % 7));

    private static string TellRow(JsonObject row, Guidebook book)
    {
        var days = row["date"] is { } date
            ? book.Date(date)
            : string.Join(" ", Days.Where(DaysOf(row).Contains).Select(day => DayName(day, book)));
        var nths =
            KindOf(row) == Monthly
                ? string.Join(" ", Nths.Where(NthsOf(row).Contains).Select(nth => book.Words.Translate("guide.nth." + nth).Text)) + " "
                : "";
        var times = row.ContainsKey("opensAt") ? $" {row["opensAt"]}–{row["closesAt"]}" : "";
        return nths + days + times;
    }

    private static JsonObject? ReadRow(FormValues form, string at)
    {
        var (kind, days, date) = (form[at + ".kind"] ?? Weekly, form.All(at + ".days"), form[at + ".date"]);
        var row = new JsonObject();
        if (kind == Once)
        {
            Put(row, "date", date);
        }
        else
        {
            row["freq"] = kind == Monthly ? "MONTHLY" : "WEEKLY";
            Put(
                row,
                "interval",
                form[at + ".interval"] is { } every && every != "1"
                    ? int.TryParse(every, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                        ? number
                        : every
                    : null
            );
            var nths = kind == Monthly && form.All(at + ".nth") is { Count: > 0 } chosen ? chosen : [""];
            row["byday"] = string.Join(',', nths.SelectMany(nth => Days.Where(days.Contains).Select(day => nth + day)));
            Put(row, "validFrom", form[at + ".validFrom"]);
            Put(row, "validTo", form[at + ".validTo"]);
        }

        Put(row, "opensAt", form[at + ".opensAt"]);
        Put(row, "closesAt", form[at + ".closesAt"]);
        var holidays = form.IsOn(at + ".onPublicHolidays");
        Put(row, "onPublicHolidays", holidays == (kind == Once) ? null : holidays);
        Put(row, "notes", Notes.Read(form, at + ".notes"));
        var isBlank =
            days.Count == 0 && date is null && !row.ContainsKey("opensAt") && !row.ContainsKey("closesAt") && !row.ContainsKey("notes");
        return isBlank ? null : row;
    }

    private static void Put(JsonObject row, string key, JsonNode? value)
    {
        if (value is not null)
        {
            row[key] = value;
        }
    }

    private static IEnumerable<JsonNode> SplitRow(JsonObject row)
    {
        var parts = Parts(row).ToList();
        var isOne = parts.Count == DaysOf(row).Count * NthsOf(row).Count;
        return isOne || KindOf(row) == Once
            ? [row.DeepClone()]
            : parts
                .GroupBy(part => part.Nth)
                .Select(same =>
                {
                    var own = (JsonObject)row.DeepClone();
                    own["byday"] = string.Join(',', same.Select(part => part.Nth + part.Day));
                    return own;
                });
    }

    private static IEnumerable<(string Nth, string Day)> Parts(JsonObject row) =>
        (row["byday"]?.ToString() ?? "")
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(word => ByDay().Match(word))
            .Where(match => match.Success)
            .Select(match => (match.Groups[1].Value, match.Groups[2].Value));

    [GeneratedRegex(@"^(-?\d*)([A-Z]{2})\z")]
    private static partial Regex ByDay();
}
