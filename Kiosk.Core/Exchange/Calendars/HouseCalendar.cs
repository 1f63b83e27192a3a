using System.Globalization;
using Kiosk.Core.Houses;
using Kiosk.Core.Languages;
using NodaTime;
using NodaTime.Text;

namespace Kiosk.Core.Exchange.Calendars;

/// <summary>The programme of a house as an iCalendar file (RFC 5545).</summary>
public static class HouseCalendar
{
    /// <summary>A calendar knows neither the holidays nor the closures of a later year: the file has to be made anew before.</summary>
    public const int HorizonDays = 2 * 366;

    /// <summary>What was planned so long ago may have been moved to a day that is still to come.</summary>
    private const int DaysBack = 31;

    internal static readonly LocalDatePattern Date = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");
    internal static readonly LocalDateTimePattern Wall = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");
    internal static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    /// <param name="words">In which language; the house's stands in where a text is missing.</param>
    /// <param name="now">Dates the file (<c>DTSTAMP</c>) and says from when on; its zone is the calendar's.</param>
    public static string Of(House house, Localizer words, ZonedDateTime now)
    {
        var lines = new ContentLines();
        var days = new DateInterval(now.Date.PlusDays(-DaysBack), now.Date.PlusDays(HorizonDays));
        lines.Add("BEGIN", "VCALENDAR");
        lines.Add("VERSION", "2.0");
        lines.Add("PRODID", "-//Kiosk//Programme//" + words.Language.Value.ToUpperInvariant());
        lines.Add("CALSCALE", "GREGORIAN");
        lines.Add("METHOD", "PUBLISH");
        lines.AddText("X-WR-CALNAME", words.In(house.Profile.Name).Text);
        lines.Add("X-WR-TIMEZONE", now.Zone.Id);
        WriteZone(lines, now.Zone, days);
        foreach (var activity in house.Activities)
        {
            foreach (var (index, _) in activity.Schedules.Index())
            {
                new ActivitySeries(house, activity, index, words, now).Write(lines, days);
            }
        }

        lines.Add("END", "VCALENDAR");
        return lines.ToString();
    }

    /// <summary>Each change of the clock by its date (RFC 5545, 3.6.5), which is right for any zone and any law.</summary>
    private static void WriteZone(ContentLines lines, DateTimeZone zone, DateInterval days)
    {
        lines.Add("BEGIN", "VTIMEZONE");
        lines.Add("TZID", zone.Id);
        var (from, to) = (zone.AtStartOfDay(days.Start.PlusYears(-1)).ToInstant(), zone.AtStartOfDay(days.End.PlusYears(1)).ToInstant());
        foreach (var interval in zone.GetZoneIntervals(from, to))
        {
            var kind = interval.Savings > Offset.Zero ? "DAYLIGHT" : "STANDARD";
            var before = interval.HasStart ? zone.GetZoneInterval(interval.Start - Duration.Epsilon).WallOffset : interval.WallOffset;
            var begins = interval.HasStart ? interval.Start.WithOffset(before).LocalDateTime : new LocalDateTime(1970, 1, 1, 0, 0);
            lines.Add("BEGIN", kind);
            lines.Add("DTSTART", Wall.Format(begins));
            lines.Add("TZOFFSETFROM", Text(before));
            lines.Add("TZOFFSETTO", Text(interval.WallOffset));
            lines.AddText("TZNAME", interval.Name);
            lines.Add("END", kind);
        }

        lines.Add("END", "VTIMEZONE");
    }

    private static string Text(Offset offset) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(offset < Offset.Zero ? '-' : '+')}{Math.Abs(offset.Seconds) / 3600:00}{Math.Abs(offset.Seconds) / 60 % 60:00}"
        );
}
