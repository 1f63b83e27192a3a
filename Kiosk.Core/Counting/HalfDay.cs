using NodaTime;

namespace Kiosk.Core.Counting;

/// <summary>The finest time that is ever counted, and for visits only.</summary>
public enum HalfDay
{
    /// <summary>The kiosk's clock is not known to be right.</summary>
    Unknown,

    /// <summary>Before 13:00.</summary>
    Morning,

    /// <summary>From 13:00 on.</summary>
    Afternoon,
}

public static class HalfDays
{
    /// <summary>When the afternoon begins, on the wall clock of the house.</summary>
    /// <remarks>13:00 halves an opening day from 9 to 18 about evenly, and who comes for the noon meal is not cut in two groups.</remarks>
    public static readonly LocalTime AfternoonBegins = new(13, 0);

    /// <param name="time">Wall time of the house; null while the clock is not known to be right.</param>
    public static HalfDay At(LocalTime? time) =>
        time switch
        {
            null => HalfDay.Unknown,
            { } known when known < AfternoonBegins => HalfDay.Morning,
            _ => HalfDay.Afternoon,
        };

    /// <summary>As it ends a visit's cell: <c>morning</c>, <c>afternoon</c>, <c>unknown</c>.</summary>
    internal static string Word(this HalfDay half) =>
        half switch
        {
            HalfDay.Unknown => "unknown",
            HalfDay.Morning => "morning",
            HalfDay.Afternoon => "afternoon",
        };
}
