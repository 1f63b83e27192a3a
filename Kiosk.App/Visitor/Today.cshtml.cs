using Kiosk.Core.Languages;
using Kiosk.Core.Programme;
using Kiosk.Core.Services;

namespace Kiosk.App.Visitor;

/// <summary>One stretch of the day.</summary>
public sealed record DaySlot(string Kind, Wording Label, IReadOnlyList<Occurrence> Occurrences);

public sealed class TodayPage : VisitorPage
{
    public override string Behaviour => "live";

    public IReadOnlyList<DaySlot> Groups { get; private set; } = [];

    /// <summary>What returns every week or month, with its days and hours: they hold whatever day it is.</summary>
    public IEnumerable<(Activity Activity, IReadOnlyList<HoursLine> Hours)> Regular =>
        House.Activities.Select(activity => (activity, Words.Hours(activity.Schedules, null))).Where(regular => regular.Item2.Count > 0);

    public void OnGet() =>
        Groups = Now is { } now ? [.. Slots(House.ProgrammeOn(now.Date, now)).Where(slot => slot.Occurrences.Count > 0)] : [];

    /// <summary>What goes on first, what is over last.</summary>
    private IEnumerable<DaySlot> Slots(DayProgramme programme)
    {
        var next = programme.Next;
        yield return new DaySlot("now", Words.Say("today.now"), programme.Now);
        yield return new DaySlot("next", Words.Say("today.next"), next);
        yield return new DaySlot(
            "later",
            Words.Say("today.later"),
            [.. programme.Occurrences.Where(o => o.Phase != Phase.Past && !programme.Now.Contains(o) && !next.Contains(o))]
        );
        yield return new DaySlot("past", Words.Say("today.past"), [.. programme.Occurrences.Where(o => o.Phase == Phase.Past)]);
    }
}
