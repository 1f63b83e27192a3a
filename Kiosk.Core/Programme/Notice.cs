using Kiosk.Core.Languages;
using NodaTime;

namespace Kiosk.Core.Programme;

/// <summary>Something that everybody should see now, across the screen: "closed at 15:00 today".</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day, inclusive.</param>
/// <param name="Until">On the last day it is gone from this time on; null for the whole day.</param>
public sealed record Notice(string Id, LocalizedText Text, LocalDate From, LocalDate To, LocalTime? Until)
{
    public bool IsUp(LocalDateTime now) => now.Date >= From && now < (Until is { } until ? To + until : To.PlusDays(1).AtMidnight());
}
