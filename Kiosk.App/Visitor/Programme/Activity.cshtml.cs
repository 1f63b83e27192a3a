using Kiosk.App.Visitor.Shell;
using Kiosk.Core.Houses;
using Kiosk.Core.Programme;
using Kiosk.Core.Slips;
using Microsoft.AspNetCore.Mvc;

namespace Kiosk.App.Visitor.Programme;

public sealed class ActivityPage : VisitorPage
{
    private const int MostDates = 4;

    public override string Behaviour => "live";

    public override bool Sensitive => Discretion.IsNeeded(House, Activity, TopicId);

    /// <summary>The topic that led here; null from the programme.</summary>
    public string? TopicId { get; private set; }

    public Activity Activity { get; private set; } = null!;

    public IReadOnlyList<Occurrence> Upcoming { get; private set; } = [];

    /// <summary>Today's, when something is different about it.</summary>
    public Occurrence? Changed { get; private set; }

    public IActionResult OnGet(string id, string? topic)
    {
        if (House.FindActivity(id) is not { } activity)
        {
            return NotFound();
        }

        Activity = activity;
        TopicId = activity.TopicIds.FirstOrDefault(own => own == topic);
        if (State is { } state)
        {
            Upcoming = [.. House.NextTimes(activity, state.Now).Take(MostDates)];
            Changed = state.ChangeOf(activity);
        }

        return Page();
    }
}
