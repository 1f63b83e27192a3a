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
    public static Wording Describe(this Interpreter interpreter, Opening opening, Access access, LocalDate today)
    {
        var appointment = access == Access.Appointment;
        return opening.State switch
        {
            OpeningState.AlwaysOpen => interpreter.Say(appointment ? "open.reachable-always" : "open.always"),
            // later, a time alone would be read as tonight's
            OpeningState.OpenNow when opening.Until is { } until && until <= today.PlusDays(1).At(LocalTime.Noon) => interpreter.Say(
                appointment ? "open.reachable-until" : "open.until",
                ("time", Interpreter.Time(until.TimeOfDay))
            ),
            OpeningState.OpenNow => interpreter.Say("open.now"),
            OpeningState.OpensLaterToday or OpeningState.OpensAnotherDay => interpreter.DescribeNext(
                opening.OpensAt!.Value,
                appointment,
                today
            ),
            OpeningState.ByAppointment => interpreter.Say("open.appointment"),
            OpeningState.NothingPlanned => interpreter.Say("open.ask"),
        };
    }

    private static Wording DescribeNext(this Interpreter interpreter, LocalDateTime opensAt, bool appointment, LocalDate today)
    {
        var time = Interpreter.Time(opensAt.TimeOfDay);
        var day = interpreter.Day(opensAt.Date, today);
        return appointment ? interpreter.Say("open.reachable-on", ("day", day), ("time", time))
            : opensAt.Date == today ? interpreter.Say("open.today-at", ("time", time))
            : opensAt.Date == today.PlusDays(1) ? interpreter.Say("open.tomorrow", ("time", time))
            : interpreter.Say("open.on", ("day", day), ("time", time));
    }
}
