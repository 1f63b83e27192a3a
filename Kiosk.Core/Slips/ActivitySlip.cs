using Kiosk.Core.Houses;
using Kiosk.Core.Languages;
using Kiosk.Core.Programme;
using Kiosk.Core.Services;
using NodaTime;

namespace Kiosk.Core.Slips;

/// <summary>
/// What the slip of an activity says in one language. It takes place in the house: the address and the phone number are the house's.
/// </summary>
internal static class ActivitySlip
{
    /// <summary>Who keeps a slip comes within a few weeks, or asks for a new one.</summary>
    private const int MostTimes = 3;

    public static SlipSide Side(House house, Activity activity, bool discreet, Localizer i, ZonedDateTime? now) =>
        SlipFacts.Side(
            i,
            Heading(activity, discreet, i),
            OrganizationName(house, activity, discreet),
            Lines(house, discreet ? InGeneral(activity) : activity, i, now)
        );

    public static Wording Heading(Activity activity, bool discreet, Localizer i) =>
        discreet ? SlipFacts.NeutralHeading(i, isHere: true) : SlipFacts.Heading(i, activity.Name);

    /// <summary>Whom it is with; the house's own name when nobody else is said.</summary>
    public static LocalizedText? OrganizationName(House house, Activity activity, bool discreet) =>
        activity.OrganizationId is not { } id ? house.Profile.Name
        : discreet ? Discretion.OrganizationName(house, id)
        : house.Organization(id).Name;

    /// <summary>Without what the house wrote in its own words.</summary>
    private static Activity InGeneral(Activity activity) => activity with { Eligibility = null, FeesDescription = null };

    /// <summary>
    /// The next times with their dates; one that is in another room than the first says so, one that is full is left out. Empty when none
    /// is known.
    /// </summary>
    /// <remarks>While the time is not known: on which days of the week, at which hours.</remarks>
    public static IReadOnlyList<string> Times(House house, Activity activity, Localizer i, ZonedDateTime? now)
    {
        if (now is not { } known)
        {
            return [.. i.Hours(activity.Schedules, null).Take(MostTimes).Select(hours => $"{hours.Days} {hours.Times}")];
        }

        var next = house.NextTimes(activity, known).Where(time => !time.Full).Take(MostTimes).ToList();
        return
        [
            .. next.Select(time =>
                time.RoomId == next[0].RoomId ? DateAndTimes(time) : i.List([DateAndTimes(time), i.In(house.Room(time.RoomId).Name).Text])
            ),
        ];

        string DateAndTimes(Occurrence time) =>
            SlipFacts.DateAndTimes(i, new Window(time.Start, time.End, time.WholeDay), i.WithinLine("today.whole-day"));
    }

    private static IEnumerable<SlipLine> Lines(House house, Activity activity, Localizer i, ZonedDateTime? now) =>
        [
            Room(house, activity, i, now),
            SlipFacts.Address(i, house.Location(house.Profile.LocationId)),
            .. TimesLines(house, activity, i, now),
            .. SlipFacts.Phone(i, house.Profile.Phones),
            SlipFacts.Line("walk-in", i.Translate("activity.no-obligation")),
            .. SlipFacts.Cost(i, activity.CostFree, activity.FeesDescription),
            .. activity.Eligibility is { } whom ? (SlipLine[])[SlipFacts.Line("who", i.In(whom))] : [],
        ];

    /// <summary>Where it is next.</summary>
    private static SlipLine Room(House house, Activity activity, Localizer i, ZonedDateTime? now)
    {
        var room = house.Room((now is { } known ? house.NextTimes(activity, known).FirstOrDefault() : null)?.RoomId ?? activity.RoomId);
        return SlipFacts.Line(room.Pictogram, i.In(room.Name));
    }

    private static IEnumerable<SlipLine> TimesLines(House house, Activity activity, Localizer i, ZonedDateTime? now) =>
        Times(house, activity, i, now) is { Count: > 0 } times
            ? times.Select(time => SlipFacts.Line(now is null ? "clock" : "today", new Wording(time, i.Language)))
            : [SlipFacts.Line("today", i.Translate(now is null ? "open.ask" : "activity.not-again"))];
}
