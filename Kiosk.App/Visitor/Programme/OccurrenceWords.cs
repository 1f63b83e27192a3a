using Kiosk.App.Visitor.Shell;
using Kiosk.Core.Languages;
using Kiosk.Core.Programme;
using NodaTime;

namespace Kiosk.App.Visitor.Programme;

/// <summary>Says when something takes place.</summary>
internal static class OccurrenceWords
{
    /// <summary><c>12:00 – 14:00</c>, or the whole day.</summary>
    public static string WhenWords(this VisitorPage page, Occurrence occurrence) =>
        occurrence.WholeDay
            ? page.Words.Translate("today.whole-day").Text
            : page.Words.Times(occurrence.Start.TimeOfDay, occurrence.End.TimeOfDay);

    /// <summary>Day and times: <c>demain 12:00 – 14:00</c>.</summary>
    public static string DayAndTimes(this VisitorPage page, Occurrence occurrence) =>
        $"{page.DayWords(occurrence.Start.Date)} "
        + (occurrence.WholeDay ? page.Words.WithinLine("today.whole-day") : page.WhenWords(occurrence));

    /// <summary>
    /// In few words: that it goes on now, with its times; else the day, and within a week the hour at which it begins. Its own page says
    /// all.
    /// </summary>
    public static Status StatusOf(this VisitorPage page, Occurrence occurrence)
    {
        var now = page.Words.Translate("home.now");
        return occurrence.Phase is not Phase.Now ? new Status("later", page.Words.AsLine(page.DayAndStart(occurrence)))
            : occurrence.WholeDay ? new Status("open", page.Words.Translate("today.whole-day"))
            : new Status("open", now with { Text = $"{now.Text} {page.WhenWords(occurrence)}" });
    }

    private static string DayAndStart(this VisitorPage page, Occurrence occurrence) =>
        occurrence.WholeDay || occurrence.Start.Date >= page.Now?.Date.PlusDays(7)
            ? page.DayWords(occurrence.Start.Date)
            : $"{page.DayWords(occurrence.Start.Date)} {Localizer.Time(occurrence.Start.TimeOfDay)}";

    /// <summary>Tomorrow, a weekday or a date; always the date while the time is not known.</summary>
    public static string DayWords(this VisitorPage page, LocalDate date) =>
        page.Now is { } now ? page.Words.Day(date, now.Date) : page.Words.LongDate(date);

    /// <summary>The day as a heading or a label: tomorrow, a weekday or a date.</summary>
    public static Wording DayLabel(this VisitorPage page, LocalDate date) =>
        date == page.Now?.Date.PlusDays(1) ? page.Words.Translate("home.tomorrow") : new Wording(page.DayWords(date), page.Words.Language);

    /// <summary>That it is cancelled or moved to another day; null when it takes place.</summary>
    public static Wording? NotTakingPlace(this VisitorPage page, Occurrence occurrence) =>
        occurrence.Status switch
        {
            OccurrenceStatus.Cancelled => page.Words.Translate("today.cancelled"),
            OccurrenceStatus.MovedAway when occurrence.MovedTo is { } to => page.MovedToWords(to),
            _ => null,
        };

    /// <summary>What is different about it, if anything.</summary>
    public static Wording? ChangeWords(this VisitorPage page, Occurrence occurrence) =>
        page.NotTakingPlace(occurrence)
        ?? (
            occurrence.Full ? page.Words.Translate("today.full")
            : occurrence.Status is OccurrenceStatus.Moved ? page.Words.Translate("today.moved")
            : occurrence.Notes is { } notes ? page.Words.In(notes)
            : null
        );

    private static Wording MovedToWords(this VisitorPage page, LocalDateTime to) =>
        page.Words.Translate("today.moved-to", ("when", $"{page.DayWords(to.Date)} {Localizer.Time(to.TimeOfDay)}"));
}
