using System.Globalization;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;

namespace Kiosk.Core.Exchange.Hsds;

/// <summary>One window of opening: a row of <c>schedules</c>.</summary>
internal sealed class SchedulePiece() : HsdsPiece(HsdsNames.Schedules, "schedules")
{
    private const string Unreadable = "write freq WEEKLY or MONTHLY and byday, such as MO,TU or 2MO.";

    private static readonly TextField Notes = new("notes", "notes");
    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly string[] Days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    /// <summary>Parts of RFC 5545 that narrow a rule in ways the house does not know.</summary>
    private static readonly string[] NotModelled = ["byweekno", "bymonthday", "byyearday"];

    public override IReadOnlyList<TextField> Texts => [Notes];

    public override PieceReading Read(HsdsRow row, HsdsScope scope)
    {
        if (NotModelled.FirstOrDefault(column => row[column].Trim().Length > 0) is { } narrowing)
        {
            return new(null, $"A schedule with '{narrowing}' cannot be shown: {Unreadable}");
        }

        var schedule = new JsonObject();
        var sentence = Rule(row, schedule) ?? Hours(row, schedule);
        if (sentence is not null)
        {
            return new(null, sentence);
        }

        new FlagField("onPublicHolidays", "x_on_public_holidays").Read(row, schedule, scope);
        return new(schedule, Notes.Read(row, schedule, scope));
    }

    public override void Write(JsonNode value, HsdsRow row, HsdsScope scope)
    {
        if (value["date"]?.ToString() is { } date)
        {
            var day = Days[(int)LocalDatePattern.Iso.Parse(date).Value.DayOfWeek - 1];
            (row["freq"], row["byday"], row["dtstart"], row["valid_from"], row["valid_to"], row["count"]) = (
                "WEEKLY",
                day,
                date,
                date,
                date,
                "1"
            );
        }
        else
        {
            (row["freq"], row["byday"]) = (
                value["freq"]!.ToString(),
                value["byday"]!.ToString().Replace(" ", "", StringComparison.Ordinal)
            );
            Copy(value, "validFrom", row, "valid_from");
            Copy(value, "validTo", row, "valid_to");
            Copy(value, "interval", row, "interval");
            if (row["interval"].Length > 0)
            {
                Copy(value, "validFrom", row, "dtstart"); // HSDS: necessary with an interval
            }
        }

        row["wkst"] = "MO";
        Copy(value, "opensAt", row, "opens_at");
        Copy(value, "closesAt", row, "closes_at");
        Copy(value, "onPublicHolidays", row, "x_on_public_holidays");
        if (value["notes"] is { } notes)
        {
            Notes.Write(notes, row, scope);
        }
    }

    /// <summary>A rule may be written with or without what goes without saying.</summary>
    public override bool Same(JsonNode one, JsonNode other) => JsonNode.DeepEquals(Plain(one), Plain(other));

    private static JsonNode Plain(JsonNode schedule)
    {
        var plain = schedule.DeepClone().AsObject();
        if (plain["interval"]?.ToString() == "1")
        {
            plain.Remove("interval");
        }

        if (plain["onPublicHolidays"] is { } holidays && holidays.GetValue<bool>() == plain.ContainsKey("date"))
        {
            plain.Remove("onPublicHolidays");
        }

        if (plain["byday"]?.ToString() is { } days)
        {
            plain["byday"] = days.Replace(" ", "", StringComparison.Ordinal);
        }

        return plain;
    }

    private static string? Rule(HsdsRow row, JsonObject schedule)
    {
        var (from, to) = (DateIn(row, "valid_from"), DateIn(row, "valid_to") ?? DateIn(row, "until"));
        var begins = DateIn(row, "dtstart");
        if (row["count"].Trim() is { Length: > 0 } count)
        {
            if (count != "1" || (begins ?? from) is not { } date)
            {
                return "A schedule with a 'count' cannot be shown: write the last day as valid_to, or count 1 and dtstart for one date.";
            }

            schedule["date"] = LocalDatePattern.Iso.Format(date);
            return null;
        }

        return Returning(row, schedule) ?? Bounds(row, schedule, from ?? (row["interval"].Trim() is "" or "1" ? null : begins), to);
    }

    private static string? Returning(HsdsRow row, JsonObject schedule)
    {
        var freq = row["freq"].Trim().ToUpperInvariant();
        if (freq is not ("WEEKLY" or "MONTHLY"))
        {
            return freq.Length == 0 ? $"This schedule has no rule: {Unreadable}" : $"'{freq}' is not known here: {Unreadable}";
        }

        var days = row["byday"].ToUpperInvariant().Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries);
        if (days.Length == 0 && freq == "WEEKLY" && DateIn(row, "dtstart") is { } begins)
        {
            days = [Days[(int)begins.DayOfWeek - 1]]; // RFC 5545, 3.3.10: what the rule leaves open comes from DTSTART
        }

        if (days.Length == 0 || !days.All(day => IsDay(day, freq == "MONTHLY")))
        {
            return $"'{row["byday"]}' with {freq} names no day: {Unreadable}";
        }

        schedule["freq"] = freq;
        schedule["byday"] = string.Join(',', days.Distinct());
        return null;
    }

    private static bool IsDay(string day, bool monthly) =>
        day.Length >= 2
        && Days.Contains(day[^2..])
        && day.Length > 2 == monthly
        && (
            !monthly
            || (
                int.TryParse(day[..^2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var nth)
                && nth is not 0 and >= -5 and <= 5
            )
        );

    private static string? Bounds(HsdsRow row, JsonObject schedule, LocalDate? from, LocalDate? to)
    {
        if (row["interval"].Trim() is { Length: > 0 } text && text != "1")
        {
            if (
                !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var interval)
                || interval is < 1 or > 52
                || from is null
            )
            {
                return $"'{text}' is no interval that can be counted: write a number from 1 to 52, and the first day as dtstart.";
            }

            schedule["interval"] = interval;
        }

        foreach (var (key, date) in new[] { ("validFrom", from), ("validTo", to) })
        {
            if (date is { } day)
            {
                schedule[key] = LocalDatePattern.Iso.Format(day);
            }
        }

        return to < from ? "The last day lies before the first: exchange valid_from and valid_to." : null;
    }

    private static string? Hours(HsdsRow row, JsonObject schedule)
    {
        var (opens, closes) = (row["opens_at"].Trim(), row["closes_at"].Trim());
        if (opens.Length == 0 && closes.Length == 0)
        {
            return null;
        }

        if (WrittenDate.TryReadTime(opens) is not { } from || WrittenDate.TryReadTime(closes) is not { } to)
        {
            return $"'{opens}' to '{closes}' are no times: write both as 09:00, or leave both out for the whole day.";
        }

        (schedule["opensAt"], schedule["closesAt"]) = (Time.Format(from), Time.Format(to));
        return null;
    }

    private static LocalDate? DateIn(HsdsRow row, string column) => row[column].Length == 0 ? null : WrittenDate.TryRead(row[column]);

    private static void Copy(JsonNode value, string key, HsdsRow row, string column)
    {
        if (value[key] is { } given)
        {
            row[column] = given.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False
                ? given.ToString().ToLowerInvariant()
                : given.ToString();
        }
    }
}
