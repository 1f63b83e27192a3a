using Kiosk.Core.Languages;
using Kiosk.Core.Programme;
using NodaTime;

namespace Kiosk.App.Visitor;

/// <summary>One line of the day on the home and rest screens.</summary>
/// <param name="Label">Now, next, or tomorrow.</param>
/// <param name="IsNow">It is going on: shown by shape and word, not by colour alone.</param>
public sealed record DayEntry(VisitorPage Page, Occurrence Occurrence, Wording Label, bool IsNow);

public sealed class HomePage : VisitorPage
{
    public const int MostEntries = 3;

    public override string Behaviour => "live";

    public IReadOnlyList<DayEntry> Entries { get; private set; } = [];

    public void OnGet() => Entries = NowAndNext(this, MostEntries);

    /// <summary>
    /// What goes on and what comes next today; when today is over, what tomorrow begins with. Nothing while the time is not known.
    /// </summary>
    public static IReadOnlyList<DayEntry> NowAndNext(VisitorPage page, int most) =>
        page.Now is { } known ? NowAndNext(page, known, most) : [];

    private static DayEntry[] NowAndNext(VisitorPage page, ZonedDateTime known, int most)
    {
        var today = page.House.ProgrammeOn(known.Date, known);
        var now = page.Words.Say("home.now");
        var next = page.Words.Say("home.next");
        var later = today.Occurrences.Where(o => o.Phase == Phase.Later && o.TakesPlace).Select(o => new DayEntry(page, o, next, false));
        DayEntry[] entries = [.. today.Now.Take(most - 1).Select(o => new DayEntry(page, o, now, true)), .. later];
        return [.. (entries.Length > 0 ? entries : Tomorrow(page, known)).Take(most)];
    }

    private static DayEntry[] Tomorrow(VisitorPage page, ZonedDateTime now)
    {
        var label = page.Words.Say("home.tomorrow");
        var programme = page.House.ProgrammeOn(now.Date.PlusDays(1), now);
        return [.. programme.Occurrences.Where(o => o.TakesPlace).Select(o => new DayEntry(page, o, label, false))];
    }
}
