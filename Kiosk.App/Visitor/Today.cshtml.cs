using Kiosk.Core.Languages;
using Kiosk.Core.Programme;

namespace Kiosk.App.Visitor;

/// <summary>One stretch of the day.</summary>
public sealed record DaySlot(string Kind, Wording Label, IReadOnlyList<Occurrence> Occurrences);

public sealed class TodayPage : VisitorPage
{
    public override string Behaviour => "live";

    public IReadOnlyList<DaySlot> Groups { get; private set; } = [];

    public void OnGet()
    {
        var programme = House.ProgrammeOn(Now.Date, Now);
        Groups = [.. Slots(programme).Where(slot => slot.Occurrences.Count > 0)];
    }

    /// <summary>What goes on first, what is over last.</summary>
    private IEnumerable<DaySlot> Slots(DayProgramme programme)
    {
        var next = programme.Next;
        yield return new DaySlot("now", Words.Say("today.now"), programme.Now);
        yield return new DaySlot("next", Words.Say("today.next"), next);
        yield return new DaySlot("later", Words.Say("today.later"), [.. programme.Occurrences.Where(o => o.Phase != Phase.Past && !programme.Now.Contains(o) && !next.Contains(o))]);
        yield return new DaySlot("past", Words.Say("today.past"), [.. programme.Occurrences.Where(o => o.Phase == Phase.Past)]);
    }
}
