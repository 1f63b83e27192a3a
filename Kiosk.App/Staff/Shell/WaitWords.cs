using Kiosk.Core.Languages;
using NodaTime;

namespace Kiosk.App.Staff.Shell;

/// <summary>Says how long to wait.</summary>
internal static class WaitWords
{
    /// <summary>In whole seconds, minutes or hours, rounded up.</summary>
    public static string Wait(this Localizer words, Duration wait) =>
        wait <= Duration.FromSeconds(90) ? words.Translate("wait.seconds", Count(wait.TotalSeconds)).Text
        : wait <= Duration.FromMinutes(90) ? words.Translate("wait.minutes", Count(wait.TotalMinutes)).Text
        : words.Translate("wait.hours", Count(wait.TotalHours)).Text;

    private static long Count(double exact) => (long)Math.Ceiling(exact);
}
