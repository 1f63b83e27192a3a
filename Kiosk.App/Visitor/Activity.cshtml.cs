using Kiosk.Core.Languages;
using Kiosk.Core.Programme;
using Kiosk.Core.Slips;
using Microsoft.AspNetCore.Mvc;

namespace Kiosk.App.Visitor;

public sealed class ActivityPage : VisitorPage
{
    private const int MostDates = 4;

    public override string Behaviour => "live";

    public override bool Sensitive => Discretion.IsNeeded(House, Activity);

    public Activity Activity { get; private set; } = null!;

    public IReadOnlyList<Occurrence> Upcoming { get; private set; } = [];

    /// <summary>What is different today, if anything.</summary>
    public Wording? Change { get; private set; }

    public IActionResult OnGet(string id)
    {
        if (House.FindActivity(id) is not { } activity)
        {
            return NotFound();
        }

        Activity = activity;
        if (Now is { } now)
        {
            Upcoming = [.. House.NextTimes(activity, now).Take(MostDates)];
            Change = DayProgramme
                .For([activity], now.Date, now)
                .Occurrences.Select(ChangeWords)
                .FirstOrDefault(change => change is not null);
        }

        return Page();
    }

    private Wording? ChangeWords(Occurrence occurrence) =>
        occurrence.Status switch
        {
            OccurrenceStatus.Cancelled => Words.Say("today.cancelled"),
            OccurrenceStatus.MovedAway when occurrence.MovedTo is { } to => this.MovedToWords(to),
            _ when occurrence.Full => Words.Say("today.full"),
            OccurrenceStatus.Moved => Words.Say("today.moved"),
            _ => occurrence.Notes is { } notes ? Words.In(notes) : null,
        };
}
