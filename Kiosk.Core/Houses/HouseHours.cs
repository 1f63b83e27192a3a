using Kiosk.Core.Programme;
using Kiosk.Core.Services;
using NodaTime;

namespace Kiosk.Core.Houses;

/// <summary>When a house is open, and what of its programme, its services and its people holds on which day: the plan.</summary>
/// <remarks>What that makes of one moment is <see cref="HouseState"/>.</remarks>
public static class HouseHours
{
    /// <summary>The times at which the door is open that begin on a date.</summary>
    public static IEnumerable<Window> DoorsOn(this House house, LocalDate date) =>
        OpeningHours.DayOf(house.Profile.Schedules, house.Profile.Closures, date);

    /// <summary>Whether a closure takes the whole day.</summary>
    public static bool IsClosedOn(this House house, LocalDate date) =>
        house.Profile.Closures.Any(closure => closure.Takes(date.AtMidnight()));

    /// <summary>Whether it was closed at the desk, so that nothing takes place that begins then.</summary>
    public static bool IsClosedAtTheDesk(this House house, LocalDateTime begins) =>
        house.Profile.Closures.Any(closure => closure.Unforeseen && closure.Takes(begins));

    /// <summary>
    /// Whether the door would be open, or an activity go on, after a closing begins on its only day; so too where it lasts longer or no
    /// hours are known.
    /// </summary>
    internal static bool IsCutShortBy(this House house, Closure closure) =>
        house.Profile.Schedules.Count == 0
        || closure.To > closure.From
        || OpeningHours.DayOf(house.Profile.Schedules, [], closure.From).Any(door => closure.Begin < door.End)
        || house
            .Activities.SelectMany(activity => activity.StartingOn(closure.From))
            .Any(occurrence => occurrence is { TakesPlace: true, WholeDay: false } && closure.Begin < occurrence.End);

    /// <summary>
    /// The times of a service that begin on a date. What an activity is as well follows it: where their hours meet, the activity's hold,
    /// moved, cut short or cancelled as they are.
    /// </summary>
    public static IEnumerable<Window> WindowsOf(this House house, Service service, LocalDate date)
    {
        var own = OpeningHours.DayOf(service.Schedules, house.ClosuresOf(service), date);
        var activities = house.ActivitiesThatAre(service).ToList();
        if (activities.Count == 0)
        {
            return own;
        }

        var planned = activities.SelectMany(activity => OpeningHours.DayOf(activity.Schedules, [], date)).ToList();
        var held = activities
            .SelectMany(activity => activity.StartingOn(date))
            .Where(occurrence => occurrence.TakesPlace)
            .Select(house.Hold)
            .OfType<Occurrence>()
            .Select(occurrence => new Window(occurrence.Start, occurrence.End, occurrence.WholeDay).LeftBy(service.Closures))
            .OfType<Window>();
        return own.Where(window => !planned.Any(other => other.Start < window.End && window.Start < other.End)).Concat(held);
    }

    /// <summary>What takes place in the house is closed when the house is.</summary>
    internal static IReadOnlyList<Closure> ClosuresOf(this House house, Service service) =>
        service.LocationId == house.Profile.LocationId ? [.. service.Closures, .. house.Profile.Closures] : service.Closures;

    /// <summary>What happens in the house on a date.</summary>
    public static DayProgramme ProgrammeOn(this House house, LocalDate date, ZonedDateTime now) =>
        DayProgramme.For(house.Activities, date, now, house.Hold);

    /// <summary>Whether an activity begins on a date, and is neither cancelled nor kept out by a closed house.</summary>
    public static bool TakesPlaceOn(this House house, Activity activity, LocalDate date) =>
        activity.StartingOn(date).Any(occurrence => occurrence.TakesPlace && house.Hold(occurrence) is not null);

    /// <summary>
    /// The next times an activity really takes place, the one in progress included; cancelled and closed days are left out. Each next one
    /// is looked for only when it is taken.
    /// </summary>
    public static IEnumerable<Occurrence> NextTimes(this House house, Activity activity, ZonedDateTime now) =>
        DayProgramme.Upcoming(activity, now, house.Hold).Where(occurrence => occurrence.TakesPlace);

    /// <summary>
    /// The occurrence as the doors let it be: cut short by a closing, and "the whole day" is while the door is open. A closed house leaves
    /// it out, but not what somebody wrote for that very day, a feast between the holidays, unless it was closed at the desk.
    /// </summary>
    /// <returns>Null when it is left out.</returns>
    internal static Occurrence? Hold(this House house, Occurrence occurrence)
    {
        var closures = house.ClosuresFor(occurrence).ToList();
        if (new Window(occurrence.Start, occurrence.End, occurrence.WholeDay).LeftBy(closures) is not { } left)
        {
            return null;
        }

        if (!occurrence.WholeDay)
        {
            return occurrence with { End = left.End };
        }

        var date = occurrence.Start.Date;
        var usual = OpeningHours.DayOf(house.Profile.Schedules, [], date).ToList();
        var doors = usual.Select(door => door.LeftBy(closures)).OfType<Window>().ToList();
        return usual.Count == 0 ? occurrence with { End = left.End }
            : doors.Count == 0 ? null
            : occurrence with { Start = doors.Min(door => door.Start), End = doors.Max(door => door.End) };
    }

    private static IEnumerable<Closure> ClosuresFor(this House house, Occurrence occurrence) =>
        house.Profile.Closures.Where(closure => closure.Unforeseen || !occurrence.IsDated);
}
