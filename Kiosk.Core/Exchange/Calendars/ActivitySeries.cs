using System.Globalization;
using Kiosk.Core.Houses;
using Kiosk.Core.Languages;
using Kiosk.Core.Programme;
using Kiosk.Core.Services;
using NodaTime;

namespace Kiosk.Core.Exchange.Calendars;

/// <summary>One schedule of an activity: a series of events, and an event of its own for each time that differs.</summary>
internal sealed class ActivitySeries(House house, Activity activity, int index, Localizer words, ZonedDateTime now)
{
    private static readonly Dictionary<IsoDayOfWeek, string> Days = new()
    {
        [IsoDayOfWeek.Monday] = "MO",
        [IsoDayOfWeek.Tuesday] = "TU",
        [IsoDayOfWeek.Wednesday] = "WE",
        [IsoDayOfWeek.Thursday] = "TH",
        [IsoDayOfWeek.Friday] = "FR",
        [IsoDayOfWeek.Saturday] = "SA",
        [IsoDayOfWeek.Sunday] = "SU",
    };

    private readonly Schedule _schedule = activity.Schedules[index];
    private readonly Activity _alone = activity with { Schedules = [activity.Schedules[index]] };

    /// <summary>The same in every export, so that a calendar changes what it has instead of adding it once more.</summary>
    private readonly string _uid = string.Create(CultureInfo.InvariantCulture, $"{activity.Id}-{index + 1}@{house.Profile.Id}.kiosk");

    private string Zone => now.Zone.Id;

    /// <summary>Writes nothing when it never takes place in these days.</summary>
    public void Write(ContentLines lines, DateInterval days)
    {
        var planned = days.Where(_schedule.Names).Select(date => (Date: date, Becomes: Becomes(date))).ToList();
        if (planned.All(day => day.Becomes is null))
        {
            return;
        }

        if (planned.Count == 1)
        {
            WriteEvent(lines, planned[0].Becomes!, null);
            return;
        }

        WriteSeries(lines, planned);
        foreach (var (date, becomes) in planned.Where(day => day.Becomes is not null && !IsRegular(day.Date, day.Becomes)))
        {
            WriteEvent(lines, becomes!, date);
        }
    }

    /// <summary>What a calendar is to show for a planned date; null for nothing.</summary>
    private Occurrence? Becomes(LocalDate date)
    {
        if (
            _schedule.WindowStarting(date) is not { } window
            || activity.Schedules.Take(index).Any(earlier => earlier.WindowStarting(date) == window)
        )
        {
            return null;
        }

        var becomes = _alone.Becoming(date).Single();
        return house.Hold(becomes) is not { } held ? null
            : becomes.WholeDay ? becomes // a calendar has whole days of its own
            : held;
    }

    /// <summary>
    /// Whether the series says it all. On the nights on which the clocks change a series of so many hours ends an hour early or late: those
    /// are written out.
    /// </summary>
    private bool IsRegular(LocalDate date, Occurrence becomes)
    {
        var window = _schedule.WindowStarting(date)!.Value;
        return becomes is { Status: OccurrenceStatus.AsPlanned, Full: false }
            && becomes.RoomId == activity.RoomId
            && Equals(becomes.Notes, _schedule.Notes)
            && (becomes.Start, becomes.End) == (window.Start, window.End)
            && new Window(becomes.Start, becomes.End, becomes.WholeDay).IntervalIn(now.Zone).Duration == HoursOf(window);
    }

    private static Duration HoursOf(Window window) => Period.Between(window.Start, window.End, PeriodUnits.Seconds).ToDuration();

    private void WriteSeries(ContentLines lines, List<(LocalDate Date, Occurrence? Becomes)> planned)
    {
        var (first, last) = (_schedule.WindowOn(planned[0].Date), planned[^1].Date);
        Begin(lines);
        WriteMoment(lines, "DTSTART", first.Start, first.WholeDay);
        lines.Add(
            "DURATION",
            first.WholeDay ? "P1D" : string.Create(CultureInfo.InvariantCulture, $"PT{(int)HoursOf(first).TotalMinutes}M")
        );
        lines.Add("RRULE", Rule(last, first.WholeDay));
        var absent = planned.Where(day => day.Becomes is null).Select(day => day.Date + first.Start.TimeOfDay).ToList();
        if (absent.Count > 0)
        {
            lines.Add(Named("EXDATE", first.WholeDay), string.Join(',', absent.Select(start => Moment(start, first.WholeDay))));
        }

        WriteWords(lines, activity.RoomId, _schedule.Notes, isFull: false);
        lines.Add("END", "VEVENT");
    }

    private void WriteEvent(ContentLines lines, Occurrence becomes, LocalDate? inPlaceOf)
    {
        Begin(lines);
        if (inPlaceOf is { } date)
        {
            WriteMoment(lines, "RECURRENCE-ID", _schedule.WindowOn(date).Start, _schedule.IsWholeDay);
        }

        var (start, end) = Clock(new Window(becomes.Start, becomes.End, becomes.WholeDay));
        WriteMoment(lines, "DTSTART", start, becomes.WholeDay);
        if (end > start)
        {
            WriteMoment(lines, "DTEND", end, becomes.WholeDay);
        }

        lines.Add("STATUS", becomes.TakesPlace ? "CONFIRMED" : "CANCELLED");
        WriteWords(lines, becomes.RoomId, becomes.Notes, becomes.Full);
        lines.Add("END", "VEVENT");
    }

    /// <summary>
    /// What the clock says at its start and at its end. On the night on which the clocks go forward, 02:15 to 03:00 is empty, and 02:15 to
    /// 03:30 begins at 03:00: written as planned it would begin after its end, because RFC 5545, 3.3.5, reads 02:15 as 03:15.
    /// </summary>
    private (LocalDateTime Start, LocalDateTime End) Clock(Window window)
    {
        var times = window.IntervalIn(now.Zone);
        return (times.Start.InZone(now.Zone).LocalDateTime, times.End.InZone(now.Zone).LocalDateTime);
    }

    private void Begin(ContentLines lines)
    {
        lines.Add("BEGIN", "VEVENT");
        lines.Add("UID", _uid);
        lines.Add("DTSTAMP", HouseCalendar.Utc.Format(now.ToInstant()));
    }

    private void WriteWords(ContentLines lines, string roomId, LocalizedText? notes, bool isFull)
    {
        var profile = house.Profile;
        var full = isFull ? words.Translate("today.full").Text : null;
        lines.AddText("SUMMARY", string.Join(" – ", new[] { words.In(activity.Name).Text, full }.OfType<string>()));
        lines.AddText(
            "LOCATION",
            string.Join(
                ", ",
                words.In(house.Room(roomId).Name).Text,
                words.In(profile.Name).Text,
                words.AddressLine(house.Location(profile.LocationId).Address).Text
            )
        );
        string?[] said =
        [
            full,
            notes is null ? null : words.In(notes).Text,
            words.In(activity.Description).Text,
            activity.Eligibility is null ? null : words.In(activity.Eligibility).Text,
            words.Cost(activity.CostFree, activity.FeesDescription).Text,
        ];
        lines.AddText("DESCRIPTION", string.Join('\n', said.OfType<string>()));
        lines.Add("TRANSP", "TRANSPARENT"); // an offer to go to, not an appointment of whoever keeps this calendar
    }

    /// <summary>Ends with the last date that was looked at, at the end of that day.</summary>
    private string Rule(LocalDate last, bool wholeDay)
    {
        var days = _schedule.ByDay.Select(by => (by.Nth == 0 ? "" : by.Nth.ToString(CultureInfo.InvariantCulture)) + Days[by.Day]);
        var until = wholeDay
            ? HouseCalendar.Date.Format(last)
            : HouseCalendar.Utc.Format(now.Zone.AtStartOfDay(last.PlusDays(1)).ToInstant() - Duration.FromSeconds(1));
        var frequency = _schedule.Frequency == Frequency.Monthly ? "MONTHLY" : "WEEKLY";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"FREQ={frequency};INTERVAL={_schedule.Interval};WKST=MO;BYDAY={string.Join(',', days)};UNTIL={until}"
        );
    }

    private void WriteMoment(ContentLines lines, string name, LocalDateTime wall, bool wholeDay) =>
        lines.Add(Named(name, wholeDay), Moment(wall, wholeDay));

    private string Named(string name, bool wholeDay) => name + (wholeDay ? ";VALUE=DATE" : $";TZID={Zone}");

    private static string Moment(LocalDateTime wall, bool wholeDay) =>
        wholeDay ? HouseCalendar.Date.Format(wall.Date) : HouseCalendar.Wall.Format(wall);
}
