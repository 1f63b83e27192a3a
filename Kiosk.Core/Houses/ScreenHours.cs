using Kiosk.Core.Services;
using NodaTime;

namespace Kiosk.Core.Houses;

/// <summary>
/// When somebody may stand before the screen: from half an hour before the first door hour or activity of a day until some time after the
/// last.
/// </summary>
/// <remarks>It stays on over a break. A house without door hours says nothing of when nobody comes, so its screen stays on.</remarks>
/// <param name="after">How long after the last hour of a day.</param>
public sealed class ScreenHours(Duration after)
{
    private static readonly Duration Before = Duration.FromMinutes(30);

    public bool Wants(House house, ZonedDateTime now) =>
        house.Profile.Schedules.Count == 0
        || new[] { -1, 0, 1 }.Select(now.Date.PlusDays).Any(date => Span(house, date, now) is { } span && span.Contains(now.ToInstant()));

    /// <returns>Null on a day on which nothing begins.</returns>
    private Interval? Span(House house, LocalDate date, ZonedDateTime now)
    {
        var doors = house.DoorsOn(date).ToList();
        // "The whole day" means while the door is open.
        var activities = house
            .ProgrammeOn(date, now)
            .Occurrences.Where(occurrence => occurrence.TakesPlace && !(occurrence.WholeDay && doors.Count > 0))
            .Select(occurrence => new Window(occurrence.Start, occurrence.End, occurrence.WholeDay));
        var times = doors.Concat(activities).Select(window => window.IntervalIn(now.Zone)).ToList();
        return times.Count == 0 ? null : new Interval(times.Min(time => time.Start) - Before, times.Max(time => time.End) + after);
    }
}
