using Kiosk.App.Visitor.Shell;
using Kiosk.Core.Houses;
using Kiosk.Core.Languages;
using Kiosk.Core.Programme;
using Kiosk.Core.Services;
using NodaTime;

namespace Kiosk.App.Visitor.Programme;

/// <summary>One stretch of the day.</summary>
public sealed record DaySlot(string Kind, Wording Label, IReadOnlyList<Occurrence> Occurrences);

public sealed class TodayPage : VisitorPage
{
    public override string Behaviour => "live";

    public IReadOnlyList<DaySlot> Groups { get; private set; } = [];

    /// <summary>What returns every week or month, with its days and hours: they hold whatever day it is.</summary>
    public IEnumerable<(Activity Activity, IReadOnlyList<HoursLine> Hours)> Regular =>
        House.Activities.Select(activity => (activity, Words.Hours(activity.Schedules, null))).Where(regular => regular.Item2.Count > 0);

    /// <summary>Said on a day without a programme; null when there is one, or was.</summary>
    public Wording? Empty { get; private set; }

    public void OnGet()
    {
        if (State is { } state)
        {
            Groups = [.. Slots(state).Where(slot => slot.Occurrences.Count > 0)];
            Empty = state.Today.Occurrences.Any(occurrence => occurrence.TakesPlace)
                ? null
                : Words.Translate(state.IsDoorOpen ? "today.empty" : "home.nothing-today");
        }
    }

    /// <summary>
    /// What goes on first, what is over last. What does not take place stands where it would have been. When nothing more comes today, the
    /// next day with a programme is shown.
    /// </summary>
    private IEnumerable<DaySlot> Slots(HouseState state)
    {
        var still = state.StillToday.ToList();
        var next = state.Today.Next.Count > 0 ? state.Today.Next[0].Start : (LocalDateTime?)null;
        yield return Slot("now", still.Where(o => o.Phase is Phase.Now));
        yield return Slot("next", still.Where(o => o.Phase is Phase.Later && o.Start <= next));
        yield return Slot("later", still.Where(o => o.Phase is Phase.Later && !(o.Start <= next)));
        if (!still.Any(o => o.TakesPlace) && state.NextDay is { } day)
        {
            yield return new DaySlot("next-day", this.DayLabel(day.Date), day.Occurrences);
        }

        yield return Slot("past", state.Today.Occurrences.Where(o => o.Phase is Phase.Past));
    }

    private DaySlot Slot(string kind, IEnumerable<Occurrence> occurrences) => new(kind, Words.Translate("today." + kind), [.. occurrences]);
}
