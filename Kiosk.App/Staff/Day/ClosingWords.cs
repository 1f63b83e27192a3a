using Kiosk.Core.Languages;
using Kiosk.Core.Services;
using NodaTime;

namespace Kiosk.App.Staff.Day;

/// <summary>Says on a tablet that the house is closed, or closes early.</summary>
internal static class ClosingWords
{
    public static Wording Of(Localizer words, Closure closing, LocalDate today) =>
        closing.Starts is { } starts && closing.From == today ? words.Translate("closing.closes-at", ("time", Localizer.Time(starts)))
        : closing.To == today ? words.Translate("closing.is-closed-today")
        : words.Translate("closing.is-closed", ("date", words.LongDate(closing.To)));
}
