using Kiosk.App.Visitor.Shell;
using Kiosk.Core.Houses;
using Kiosk.Core.Languages;
using Kiosk.Core.Programme;

namespace Kiosk.App.Visitor.Programme;

/// <summary>One line of the day on the home and rest screens.</summary>
/// <param name="Label">Now, next, or the day when it is not today; cancelled or moved, when it does not take place.</param>
/// <param name="IsNow">It is going on: shown by shape and word, not by colour alone.</param>
public sealed record DayEntry(VisitorPage Page, Occurrence Occurrence, Wording Label, bool IsNow);

public sealed class HomePage : VisitorPage
{
    public const int MostEntries = 3;

    public override string Behaviour => "live";

    public IReadOnlyList<DayEntry> Entries { get; private set; } = [];

    public void OnGet() => Entries = NowAndNext(this, MostEntries);

    /// <summary>
    /// What goes on and what comes next today; when today is over, or the house is closed, how the next day with a programme begins.
    /// Where several in a row do not take place, only the first of them is said, so that one sees what does. Nothing while the time is not
    /// known.
    /// </summary>
    public static IReadOnlyList<DayEntry> NowAndNext(VisitorPage page, int most)
    {
        if (page.State is not { } state)
        {
            return [];
        }

        var still = state.StillToday.ToList();
        var next = still.FindIndex(occurrence => occurrence.TakesPlace);
        IEnumerable<Occurrence> shown = next > 1 ? [still[0], .. still.Skip(next)] : still; // the smallest screen shows two of them
        var today = shown.Take(most).Select(occurrence => Today(page, occurrence)).ToList();
        return today.Any(entry => entry.Occurrence.TakesPlace) ? today : [.. today.Concat(NextDay(page, state)).Take(most)];
    }

    private static DayEntry Today(VisitorPage page, Occurrence occurrence)
    {
        var isNow = occurrence is { TakesPlace: true, Phase: Phase.Now };
        return new DayEntry(
            page,
            occurrence,
            page.NotTakingPlace(occurrence) ?? page.Words.Translate(isNow ? "home.now" : "home.next"),
            isNow
        );
    }

    private static IEnumerable<DayEntry> NextDay(VisitorPage page, HouseState state) =>
        state.NextDay is not { } day
            ? []
            : day
                .Occurrences.Where(occurrence => occurrence.TakesPlace)
                .Select(occurrence => new DayEntry(page, occurrence, page.DayLabel(day.Date), false));
}
