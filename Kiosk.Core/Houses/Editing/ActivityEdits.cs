using System.Text.Json.Nodes;
using Kiosk.Core.Schema;
using NodaTime;
using NodaTime.Text;

namespace Kiosk.Core.Houses.Editing;

/// <summary>What staff do to an activity in one touch, on the entry of the house file.</summary>
/// <remarks>Each changes the entry it is given. What is said of one date stands in one change of that date.</remarks>
public static class ActivityEdits
{
    /// <summary>A change of a day so long ago is told to nobody any more.</summary>
    private const int ChangesKeptDays = 60;

    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static void Cancel(JsonObject activity, LocalDate date) =>
        OnDate(
            activity,
            date,
            change =>
            {
                change.Clear();
                change["date"] = Iso(date);
                change["cancelled"] = true;
            }
        );

    /// <summary>As if nothing had been said of the date.</summary>
    public static void AsPlanned(JsonObject activity, LocalDate date) => OnDate(activity, date, change => change.Clear());

    /// <summary>Other times, on the same date or another.</summary>
    /// <param name="ends">Null lets it last as long as planned.</param>
    public static void Move(JsonObject activity, LocalDate date, LocalDate to, LocalTime starts, LocalTime? ends) =>
        OnDate(
            activity,
            date,
            change =>
            {
                change.Remove("cancelled");
                Put(change, "movedTo", to == date ? null : Iso(to));
                Put(change, "startsAt", Time.Format(starts));
                Put(change, "endsAt", ends is { } end ? Time.Format(end) : null);
            }
        );

    /// <summary>In another room; in the activity's own, the date is as planned again in this.</summary>
    public static void InRoom(JsonObject activity, LocalDate date, string roomId) =>
        OnDate(
            activity,
            date,
            change =>
            {
                change.Remove("cancelled");
                Put(change, Keys.RoomId, roomId == (string?)activity[Keys.RoomId] ? null : roomId);
            }
        );

    public static void Full(JsonObject activity, LocalDate date, bool full) =>
        OnDate(
            activity,
            date,
            change =>
            {
                change.Remove("cancelled");
                Put(change, "full", full ? true : null);
            }
        );

    /// <summary>Leaves out what was said of days long past.</summary>
    public static void ForgetPast(JsonObject activity, LocalDate today)
    {
        foreach (
            var old in ListOf(activity, "changes")
                .Where(change => string.CompareOrdinal((string?)change!["date"], Iso(today.PlusDays(-ChangesKeptDays))) < 0)
                .ToList()
        )
        {
            activity[Keys.Changes]!.AsArray().Remove(old);
        }

        RemoveIfEmpty(activity, "changes");
    }

    /// <summary>Takes place on one date more.</summary>
    public static void AddDate(JsonObject activity, LocalDate date, LocalTime starts, LocalTime ends) =>
        ListOf(activity, "schedules")
            .Add(
                new JsonObject
                {
                    ["date"] = Iso(date),
                    ["opensAt"] = Time.Format(starts),
                    ["closesAt"] = Time.Format(ends),
                }
            );

    /// <summary>
    /// What stands on single dates of a week, again in another: dates of its own, and what was said of dates that return.
    /// </summary>
    /// <remarks>"Full" is not copied: it is about people, not about the plan. What the other week already has stays.</remarks>
    /// <param name="from">Monday of the week that is copied.</param>
    /// <param name="to">Monday of the week it is copied to.</param>
    public static void CopyWeek(JsonObject activity, LocalDate from, LocalDate to)
    {
        var days = Period.DaysBetween(from, to);
        foreach (var schedule in In(activity[Keys.Schedules], from))
        {
            schedule["date"] = Shifted(schedule["date"]!, days);
            AddUnlessThere(ListOf(activity, "schedules"), schedule, JsonNode.DeepEquals);
        }

        foreach (var change in In(activity[Keys.Changes], from))
        {
            change.Remove("full");
            change["date"] = Shifted(change["date"]!, days);
            Put(change, "movedTo", change["movedTo"] is { } movedTo ? Shifted(movedTo, days) : null);

            if (change.Count > 1)
            {
                AddUnlessThere(ListOf(activity, "changes"), change, (there, copied) => (string?)there!["date"] == (string?)copied!["date"]);
            }
        }
    }

    private static void OnDate(JsonObject activity, LocalDate date, Action<JsonObject> say)
    {
        var changes = ListOf(activity, "changes");
        var change =
            changes.OfType<JsonObject>().LastOrDefault(change => (string?)change["date"] == Iso(date))
            ?? new JsonObject { ["date"] = Iso(date) };
        say(change);
        activity[Keys.Changes] = new JsonArray([
            .. changes
                .OfType<JsonObject>()
                .Where(other => (string?)other["date"] is { } on && on != Iso(date))
                .Append(change)
                .Where(said => said.Count > 1)
                .OrderBy(said => (string?)said["date"], StringComparer.Ordinal)
                .Select(said => said.DeepClone()),
        ]);
        RemoveIfEmpty(activity, "changes");
    }

    private static JsonArray ListOf(JsonObject activity, string key)
    {
        if (activity[key] is not JsonArray list)
        {
            activity[key] = list = [];
        }

        return list;
    }

    private static List<JsonObject> In(JsonNode? list, LocalDate monday) =>
        [
            .. (list as JsonArray ?? [])
                .OfType<JsonObject>()
                .Where(item =>
                    LocalDatePattern.Iso.Parse((string?)item["date"] ?? "") is { Success: true } date
                    && date.Value >= monday
                    && date.Value < monday.PlusDays(7)
                )
                .Select(item => item.DeepClone().AsObject()),
        ];

    private static void AddUnlessThere(JsonArray list, JsonObject item, Func<JsonNode?, JsonNode?, bool> isSame)
    {
        if (!list.Any(there => isSame(there, item)))
        {
            list.Add(item.DeepClone());
        }
    }

    private static void RemoveIfEmpty(JsonObject activity, string key)
    {
        if (activity[key] is JsonArray { Count: 0 })
        {
            activity.Remove(key);
        }
    }

    private static void Put(JsonObject entry, string key, JsonNode? value)
    {
        entry.Remove(key);
        if (value is not null)
        {
            entry[key] = value;
        }
    }

    private static string Shifted(JsonNode date, int days) => Iso(LocalDatePattern.Iso.Parse(date.GetValue<string>()).Value.PlusDays(days));

    private static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
