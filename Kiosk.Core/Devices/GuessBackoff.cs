using NodaTime;

namespace Kiosk.Core.Devices;

/// <summary>How long one waits after wrong guesses of a short secret.</summary>
/// <remarks>
/// NIST SP 800-63B, 5.2.2 allows at most 100 wrong in a row. Here the hundredth ends quick guessing for good: from then on one guess a day,
/// so that all 10 000 PINs of four digits take 27 years, and still nobody is locked out for ever.
/// </remarks>
public static class GuessBackoff
{
    /// <summary>Wrong in a row, NIST SP 800-63B.</summary>
    public const int MostInARow = 100;

    private const int Free = 2; // a slip of the finger costs nothing

    private static readonly Duration First = Duration.FromSeconds(30);
    private static readonly Duration Longest = Duration.FromHours(1);
    private static readonly Duration Afterwards = Duration.FromDays(1);

    /// <summary>None after two, then 30 seconds, twice as long each time up to an hour; a day from the hundredth on.</summary>
    public static Duration After(int wrongInARow) =>
        wrongInARow switch
        {
            <= Free => Duration.Zero,
            >= MostInARow => Afterwards,
            _ => Duration.Min(Longest, First * Math.Pow(2, Math.Min(wrongInARow - Free - 1, 10))),
        };
}
