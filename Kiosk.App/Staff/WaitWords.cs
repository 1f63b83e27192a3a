using Kiosk.Core.Languages;
using NodaTime;

namespace Kiosk.App.Staff;

/// <summary>Says how long to wait.</summary>
internal static class WaitWords
{
    /// <summary>In whole seconds, minutes or hours, rounded up.</summary>
    public static string Wait(this Interpreter words, Duration wait) =>
        wait <= Duration.FromSeconds(90) ? words.Say("wait.seconds", Count(wait.TotalSeconds)).Text
        : wait <= Duration.FromMinutes(90) ? words.Say("wait.minutes", Count(wait.TotalMinutes)).Text
        : words.Say("wait.hours", Count(wait.TotalHours)).Text;

    private static long Count(double exact) => (long)Math.Ceiling(exact);
}
