using Kiosk.Core.Languages;
using Kiosk.Core.Services;
using NodaTime;

namespace Kiosk.App.Staff;

/// <summary>Says on a tablet that the house is closed, or closes early.</summary>
internal static class ClosingWords
{
    public static Wording Of(Interpreter words, Closure closing, LocalDate today) =>
        closing.Starts is { } starts && closing.From == today ? words.Say("closing.closes-at", ("time", Interpreter.Time(starts)))
        : closing.To == today ? words.Say("closing.is-closed-today")
        : words.Say("closing.is-closed", ("date", words.LongDate(closing.To)));
}
