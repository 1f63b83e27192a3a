using System.Globalization;
using System.Text.Json.Nodes;
using Kiosk.Core.Languages;
using Kiosk.Core.Schema;
using NodaTime.Text;

namespace Kiosk.Core.Exchange.Spreadsheets;

/// <summary>Lays a spreadsheet of the programme over a house. Activities that are not in it stay; so do changes of single dates.</summary>
public sealed class ProgrammeReading
{
    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    private readonly JsonObject _before;
    private readonly JsonObject _house;
    private readonly LanguageTag _language;
    private readonly List<RowProblem> _problems = [];
    private readonly List<RowProblem> _remarks = [];
    private readonly Dictionary<(string List, string Id), Place> _places = [];
    private readonly HashSet<(string List, string Id)> _refused = [];

    private ProgrammeReading(JsonObject house)
    {
        (_before, _house) = (house, house.DeepClone().AsObject());
        _language = LanguageTag.Parse(house["house"]!["languages"]![0]!.ToString());
    }

    public static ImportPlan Plan(IncomingFile file, JsonObject house, IReadOnlySet<string> pictograms) =>
        file.Text(out var problem) is { } text
            ? new ProgrammeReading(house).Plan(file.Name, text, pictograms)
            : ImportPlan.Nothing(problem!);

    private ImportPlan Plan(string name, string text, IReadOnlySet<string> pictograms)
    {
        var lines = CsvTable.Read(name, text, _problems).Select(Keyed).ToList();
        if (lines.Count > 0 && !lines[0].Cells.ContainsKey("id") && !lines[0].Cells.ContainsKey("name"))
        {
            _problems.Add(
                new RowProblem(
                    new Place(name, 1),
                    "The headings are not those of a programme: begin with a download of the programme, and keep its first line."
                )
            );
            return ImportPlan.Nothing(_problems);
        }

        var activities = lines.GroupBy(line =>
            Cell(line, "id") is { Length: > 0 } id ? id : ExistingByName(line) ?? "\n" + Cell(line, "name")
        );
        foreach (var activity in activities)
        {
            Read(activity.Key, [.. activity]);
        }

        return HouseAssembly.Check(
            new HouseProposal(_before, _house, _places, new Dictionary<string, string>(), _refused, _problems, _remarks),
            pictograms
        );
    }

    private static CsvLine Keyed(CsvLine line)
    {
        var cells = new Dictionary<string, string>();
        foreach (var (heading, cell) in line.Cells)
        {
            if (ProgrammeColumns.KeyOf(heading) is { } key)
            {
                cells.TryAdd(key, cell.Trim());
            }
        }

        return new CsvLine(line.Place, cells);
    }

    private string? ExistingByName(CsvLine line) => IdByName("activities", Cell(line, "name"));

    private void Read(string id, List<CsvLine> lines)
    {
        var list = _house["activities"] as JsonArray;
        if (list is null)
        {
            _house["activities"] = list = [];
        }

        var activity = list.OfType<JsonObject>().FirstOrDefault(entry => entry["id"]?.ToString() == id);
        if (activity is null)
        {
            var wanted = id.StartsWith('\n') ? "" : id;
            activity = new JsonObject
            {
                ["id"] = ReadableId.For(
                    wanted,
                    Cell(lines[0], "name"),
                    wanted.Length > 0 ? wanted : "activity",
                    taken => list.Any(e => e?["id"]?.ToString() == taken)
                ),
            };
            list.Add((JsonNode)activity);
        }

        _places[("activities", activity["id"]!.ToString())] = lines[0].Place;
        NoteContradictions(lines);
        ReadWhat(activity, lines[0]);
        if (lines[0].Cells.Keys.Any(key => ProgrammeColumns.All.Any(c => c.IsOfSchedule && c.Key == key)))
        {
            ReadWhen(activity, lines);
        }
    }

    /// <summary>What an activity is stands on each of its lines: the first counts.</summary>
    private void NoteContradictions(List<CsvLine> lines)
    {
        foreach (var line in lines.Skip(1))
        {
            var other = line.Cells.FirstOrDefault(cell =>
                cell.Value.Length > 0 && !IsOfSchedule(cell.Key) && Cell(lines[0], cell.Key) != cell.Value
            );
            if (other.Key is not null)
            {
                _remarks.Add(
                    new RowProblem(
                        line.Place,
                        $"'{other.Key}' says something else here than in line {lines[0].Place.Line} for the same activity: that "
                            + "line counts."
                    )
                );
            }
        }
    }

    private static bool IsOfSchedule(string key) => ProgrammeColumns.All.Any(c => c.IsOfSchedule && c.Key == key.Split('.')[0]);

    private void ReadWhat(JsonObject activity, CsvLine line)
    {
        foreach (var (key, cell) in line.Cells.Where(cell => !IsOfSchedule(cell.Key) && cell.Key != "id"))
        {
            switch (key.Split('.'))
            {
                case ["name" or "description" or "for" or "price"]:
                    PutText(activity, ProgrammeColumns.KeyInHouse[key], _language.Value, cell);
                    break;
                case [var text, var language]:
                    PutText(activity, ProgrammeColumns.KeyInHouse[text], language, cell);
                    break;
                case ["topics"]:
                    PutList(activity, Keys.TopicIds, [.. Parts(cell).Select(part => IdByName("topics", part) ?? part)]);
                    break;
                case ["languages"]:
                    PutList(activity, "languages", [.. Parts(cell)]);
                    break;
                case ["free"]:
                    PutFlag(activity, Keys.CostFree, cell, line, "free");
                    break;
                case ["room"]:
                    PutLine(activity, Keys.RoomId, IdByName("rooms", cell) ?? cell);
                    break;
                case ["organization"]:
                    PutLine(activity, Keys.OrganizationId, IdByName("organizations", cell) ?? cell);
                    break;
                default:
                    PutLine(activity, key, cell);
                    break;
            }
        }

        if (activity[Keys.CostFree] is null)
        {
            activity[Keys.CostFree] = activity[Keys.FeesDescription] is null;
        }
    }

    private void ReadWhen(JsonObject activity, List<CsvLine> lines)
    {
        var schedules = new JsonArray();
        foreach (var line in lines.Where(line => line.Cells.Any(cell => cell.Value.Length > 0 && IsOfSchedule(cell.Key))))
        {
            var old = (activity[Keys.Schedules] as JsonArray ?? []).ElementAtOrDefault(schedules.Count) as JsonObject;
            var schedule = new JsonObject();
            if (ReadSchedule(line, schedule, old) is { } sentence)
            {
                _problems.Add(new RowProblem(line.Place, sentence));
                _refused.Add(("activities", activity["id"]!.ToString()));
                if (old is not null)
                {
                    schedules.Add(old.DeepClone()); // a mistake in a line takes nothing away
                }

                continue;
            }

            schedules.Add((JsonNode)schedule);
        }

        if (schedules.Count > 0 || activity[Keys.Schedules] is JsonArray { Count: > 0 })
        {
            activity[Keys.Schedules] = schedules;
        }
    }

    private string? ReadSchedule(CsvLine line, JsonObject schedule, JsonObject? old)
    {
        var sentence = Cell(line, "date").Length > 0 ? PutDate(line, "date", schedule, "date") : ReadRule(line, schedule);
        sentence ??=
            ReadHours(line, schedule) ?? PutDate(line, "first", schedule, "validFrom") ?? PutDate(line, "last", schedule, "validTo");
        if (Cell(line, "holidays").Length > 0)
        {
            PutFlag(schedule, "onPublicHolidays", Cell(line, "holidays"), line, "holidays");
        }

        if (old?["notes"] is { } notes)
        {
            schedule["notes"] = notes.DeepClone();
        }

        foreach (var (key, cell) in line.Cells.Where(cell => cell.Key.Split('.')[0] == "note"))
        {
            PutText(schedule, "notes", key.Split('.') is [_, var language] ? language : _language.Value, cell);
        }

        return sentence;
    }

    private string? ReadRule(CsvLine line, JsonObject schedule)
    {
        var written = Cell(line, "days");
        if (SpreadsheetWords.ReadDays(written, _language) is not { Length: > 0 } days)
        {
            return written.Length == 0
                ? "There are no days: write lundi, jeudi or MO,TH, or one date."
                : $"'{written}' names a day that is not known: write lundi, jeudi or MO,TH.";
        }

        var repeats =
            Cell(line, "repeats").Length == 0
                ? (days.Any(char.IsAsciiDigit) ? "MONTHLY" : "WEEKLY")
                : SpreadsheetWords.ReadFrequency(Cell(line, "repeats"));
        if (repeats is not ("WEEKLY" or "MONTHLY") || days.Split(',').Any(day => day.Length > 2 != (repeats == "MONTHLY")))
        {
            return "How often it returns does not fit its days: every week with lundi, every month with 2 lundi, once with a date.";
        }

        (schedule["freq"], schedule["byday"]) = (repeats, days);
        if (Cell(line, "every") is { Length: > 0 } every)
        {
            if (!int.TryParse(every, NumberStyles.None, CultureInfo.InvariantCulture, out var interval))
            {
                return $"'{every}' is no whole number: write 2 for every second time.";
            }

            schedule["interval"] = interval;
        }

        return null;
    }

    private static string? ReadHours(CsvLine line, JsonObject schedule)
    {
        var (start, end) = (Cell(line, "start"), Cell(line, "end"));
        if (start.Length == 0 && end.Length == 0)
        {
            return null;
        }

        if (WrittenDate.TryReadTime(start) is not { } from || WrittenDate.TryReadTime(end) is not { } to)
        {
            return $"'{start}' to '{end}' are no times: write both as 09:00, or leave both out for the whole day.";
        }

        (schedule["opensAt"], schedule["closesAt"]) = (Time.Format(from), Time.Format(to));
        return null;
    }

    private static string? PutDate(CsvLine line, string column, JsonObject schedule, string key)
    {
        if (Cell(line, column) is not { Length: > 0 } text)
        {
            return null;
        }

        if (WrittenDate.TryRead(text) is not { } date)
        {
            return $"'{text}' is no date: write 2026-12-05 or 05/12/2026.";
        }

        schedule[key] = LocalDatePattern.Iso.Format(date);
        return null;
    }

    private void PutFlag(JsonObject entry, string key, string cell, CsvLine line, string column)
    {
        if (SpreadsheetWords.ReadYesNo(cell) is { } value)
        {
            entry[key] = value;
        }
        else if (cell.Length > 0)
        {
            _remarks.Add(new RowProblem(line.Place, $"'{cell}' in '{column}' was passed over: write oui or non, ja or nee, yes or no."));
        }
    }

    private static void PutText(JsonObject entry, string key, string language, string cell)
    {
        var texts = entry[key]?.DeepClone().AsObject() ?? [];
        if (cell.Length > 0)
        {
            texts[language] = cell;
        }
        else
        {
            texts.Remove(language);
        }

        entry.Remove(key);
        if (texts.Count > 0)
        {
            entry[key] = texts;
        }
    }

    private static void PutLine(JsonObject entry, string key, string cell)
    {
        if (cell.Length > 0)
        {
            entry[key] = cell;
        }
        else
        {
            entry.Remove(key);
        }
    }

    private static void PutList(JsonObject entry, string key, IReadOnlyList<string> values)
    {
        if (values.Count > 0 || entry[key] is JsonArray { Count: > 0 })
        {
            entry[key] = new JsonArray([.. values.Select(value => (JsonNode)value)]);
        }
    }

    private static string[] Parts(string cell) =>
        cell.Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>By its id, or by its name in any language.</summary>
    private string? IdByName(string list, string name) =>
        (_house[list] as JsonArray ?? [])
            .OfType<JsonObject>()
            .FirstOrDefault(e =>
                e["id"]?.ToString() == name
                || (e["name"] as JsonObject ?? []).Any(text =>
                    text.Value?.ToString().Equals(name, StringComparison.OrdinalIgnoreCase) is true
                )
            )
            ?["id"]?.ToString();

    private static string Cell(CsvLine line, string key) => line.Cells.GetValueOrDefault(key, "");
}
