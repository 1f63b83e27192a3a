using Kiosk.Core.Languages;
using NodaTime;

namespace Kiosk.Core.Services;

/// <summary>How welcome one is at this moment; a screen shows it by shape and word, never by colour alone.</summary>
public enum Welcome
{
    Open,
    Later,
    Ask,
}

/// <summary>Says an <see cref="Opening"/> in one short line.</summary>
public static class OpeningWords
{
    public static Welcome WelcomeOf(Opening opening) =>
        opening.State switch
        {
            OpeningState.OpenNow or OpeningState.AlwaysOpen => Welcome.Open,
            OpeningState.OpensLaterToday or OpeningState.OpensAnotherDay => Welcome.Later,
            OpeningState.ByAppointment or OpeningState.NothingPlanned => Welcome.Ask,
        };

    /// <param name="access">By appointment only, the hours are those in which somebody answers.</param>
    public static Wording Describe(this Localizer localizer, Opening opening, Access access, LocalDate today)
    {
        var appointment = access == Access.Appointment;
        return opening.State switch
        {
            OpeningState.AlwaysOpen => localizer.Translate(appointment ? "open.reachable-always" : "open.always"),
            // later, a time alone would be read as tonight's
            OpeningState.OpenNow when opening.Until is { } until && until <= today.PlusDays(1).At(LocalTime.Noon) => localizer.Translate(
                appointment ? "open.reachable-until" : "open.until",
                ("time", Localizer.Time(until.TimeOfDay))
            ),
            OpeningState.OpenNow => localizer.Translate("open.now"),
            OpeningState.OpensLaterToday or OpeningState.OpensAnotherDay => localizer.DescribeNext(
                opening.OpensAt!.Value,
                appointment,
                today
            ),
            OpeningState.ByAppointment => localizer.Translate("open.appointment"),
            OpeningState.NothingPlanned => localizer.Translate("open.ask"),
        };
    }

    private static Wording DescribeNext(this Localizer localizer, LocalDateTime opensAt, bool appointment, LocalDate today)
    {
        var time = Localizer.Time(opensAt.TimeOfDay);
        var day = localizer.Day(opensAt.Date, today);
        return appointment ? localizer.Translate("open.reachable-on", ("day", day), ("time", time))
            : opensAt.Date == today ? localizer.Translate("open.today-at", ("time", time))
            : opensAt.Date == today.PlusDays(1) ? localizer.Translate("open.tomorrow", ("time", time))
            : localizer.Translate("open.on", ("day", day), ("time", time));
    }
}
