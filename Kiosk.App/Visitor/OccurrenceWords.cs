using Kiosk.Core.Languages;
using Kiosk.Core.Programme;
using NodaTime;

namespace Kiosk.App.Visitor;

/// <summary>Says when something takes place.</summary>
internal static class OccurrenceWords
{
    /// <summary><c>12:00 – 14:00</c>, or the whole day.</summary>
    public static string WhenWords(this VisitorPage page, Occurrence occurrence) =>
        occurrence.WholeDay
            ? page.Words.Say("today.whole-day").Text
            : page.Words.Times(occurrence.Start.TimeOfDay, occurrence.End.TimeOfDay);

    /// <summary>Day and times: <c>demain 12:00 – 14:00</c>.</summary>
    public static string DayAndTimes(this VisitorPage page, Occurrence occurrence) =>
        $"{page.DayWords(occurrence.Start.Date)} {page.WhenWords(occurrence)}";

    /// <summary>Tomorrow, a weekday or a date; always the date while the time is not known.</summary>
    private static string DayWords(this VisitorPage page, LocalDate date) =>
        page.Now is { } now ? page.Words.Day(date, now.Date) : page.Words.LongDate(date);

    public static Wording MovedToWords(this VisitorPage page, LocalDateTime to) =>
        page.Words.Say("today.moved-to", ("when", $"{page.DayWords(to.Date)} {Interpreter.Time(to.TimeOfDay)}"));
}
