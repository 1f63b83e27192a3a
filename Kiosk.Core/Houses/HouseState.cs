using Kiosk.Core.Programme;
using Kiosk.Core.Services;
using NodaTime;

namespace Kiosk.Core.Houses;

/// <summary>
/// The house at a moment: what is open, what goes on, what comes next, who is there. Every page, slip, sentence and tablet reads it here,
/// so that no two of them say different things.
/// </summary>
public sealed class HouseState(House house, ZonedDateTime now)
{
    /// <summary>How far ahead the next day with a programme is looked for, in days.</summary>
    private const int NextDayWithin = 60;

    public ZonedDateTime Now => now;

    public Opening Door { get; } = OpeningHours.Of(house.Profile.Schedules, house.Profile.Closures, now);

    public bool IsDoorOpen => OpeningWords.WelcomeOf(Door) is Welcome.Open;

    /// <summary>Because of which the house is closed now; null when none is in force. A night begun before runs to its end.</summary>
    public Closure? Closure => IsDoorOpen ? null : house.Profile.Closures.FirstOrDefault(c => c.Takes(now.LocalDateTime));

    /// <summary>A closing that begins later today, at a time, and takes something; the others change nothing for anybody.</summary>
    public Closure? ClosesEarly =>
        house.Profile.Closures.FirstOrDefault(c =>
            c.Starts is not null && c.From == now.Date && now.LocalDateTime < c.Begin && house.IsCutShortBy(c)
        );

    public DayProgramme Today => field ??= house.ProgrammeOn(now.Date, now);

    public IEnumerable<Notice> Notices => house.Notices.Where(notice => notice.IsUp(now.LocalDateTime));

    /// <summary>
    /// What goes on, then what is still to come today; what is cancelled or moved to another day stands in its place. What has hours comes
    /// before what lasts the whole day.
    /// </summary>
    public IEnumerable<Occurrence> StillToday =>
        Today
            .Occurrences.Where(occurrence => occurrence.Phase is not Phase.Past)
            .OrderBy(occurrence => occurrence is { TakesPlace: true, Phase: Phase.Now } ? 0 : 1)
            .ThenBy(occurrence => occurrence.WholeDay);

    /// <summary>The next day on which something takes place, after today; null when none is in sight.</summary>
    public DayProgramme? NextDay =>
        Enumerable
            .Range(1, NextDayWithin)
            .Select(days => house.ProgrammeOn(now.Date.PlusDays(days), now))
            .FirstOrDefault(day => day.Occurrences.Any(occurrence => occurrence.TakesPlace));

    /// <summary>Without any hours it is <see cref="OpeningState.ByAppointment"/>, unless one can only walk in.</summary>
    /// <remarks>The hours of a service by appointment are those in which it can be reached; they open and close like any other.</remarks>
    public Opening Of(Service service)
    {
        var opening = OpeningHours.Of(date => house.WindowsOf(service, date), now) with
        {
            PublicHoliday = service.Schedules.Any(schedule => schedule.IsKeptFreeOn(now.Date)),
            ClosureReason = house.ClosuresOf(service).FirstOrDefault(closure => closure.Takes(now.LocalDateTime))?.Reason,
        };
        return service.Schedules.Count == 0 && opening.State is OpeningState.NothingPlanned && service.Access is not Access.WalkIn
            ? opening with
            {
                State = OpeningState.ByAppointment,
            }
            : opening;
    }

    /// <summary>The time in progress, else the next one; null when none is in sight.</summary>
    public Window? NextTimeOf(Service service) =>
        Enumerable
            .Range(-1, OpeningHours.HorizonDays + 2)
            .SelectMany(days => house.WindowsOf(service, now.Date.PlusDays(days)).OrderBy(window => window.Start))
            .Where(window => now.ToInstant() < window.IntervalIn(now.Zone).End)
            .Cast<Window?>()
            .FirstOrDefault();

    /// <summary>What is different today about a service that is in the programme too: the occurrence that tells it.</summary>
    public Occurrence? ChangeOf(Service service) =>
        house.ActivitiesThatAre(service).Select(ChangeOf).FirstOrDefault(change => change is not null);

    /// <summary>What is different today about an activity: cancelled, moved, full, or noted. Null when it is over, or as always.</summary>
    public Occurrence? ChangeOf(Activity activity) =>
        Today.Occurrences.FirstOrDefault(occurrence =>
            occurrence.Activity.Id == activity.Id
            && occurrence.Phase is not Phase.Past
            && (occurrence.Status is not OccurrenceStatus.AsPlanned || occurrence.Full || occurrence.Notes is not null)
        );

    /// <summary>When somebody can be asked. Whoever is said to be here today is, while the house is open or something goes on.</summary>
    public Opening Of(Presence presence) => OpeningHours.Of(date => WindowsOf(presence, date), now);

    /// <summary>As staff said it for today, else by the schedule.</summary>
    public bool IsSaidToBeHere(Presence presence) => SaidOf(presence, now.Date) ?? OpeningWords.WelcomeOf(Of(presence)) is Welcome.Open;

    private static bool? SaidOf(Presence presence, LocalDate date) => presence.Changes.LastOrDefault(change => change.Date == date)?.Here;

    private IEnumerable<Window> WindowsOf(Presence presence, LocalDate date) =>
        SaidOf(presence, date) switch
        {
            true => WindowsOfSaid(presence, date),
            false => [],
            null => OpeningHours.DayOf(presence.Schedules, house.Profile.Closures, date),
        };

    /// <summary>A closed house is no reason not to be there, unless it was closed at the desk.</summary>
    private IEnumerable<Window> WindowsOfSaid(Presence presence, LocalDate date)
    {
        var unforeseen = house.Profile.Closures.Where(closure => closure.Unforeseen).ToList();
        var programme = house
            .ProgrammeOn(date, now)
            .Occurrences.Where(occurrence => occurrence.TakesPlace)
            .Select(occurrence => new Window(occurrence.Start, occurrence.End, occurrence.WholeDay));
        List<Window> usual = [.. OpeningHours.DayOf([.. presence.Schedules, .. house.Profile.Schedules], [], date), .. programme];
        return (usual.Count > 0 ? usual : OpeningHours.DayOf([Schedule.WholeDay(date)], [], date))
            .Select(window => window.LeftBy(unforeseen))
            .OfType<Window>();
    }
}
