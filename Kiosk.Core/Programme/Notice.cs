using Kiosk.Core.Languages;
using Kiosk.Core.Schema;
using NodaTime;

namespace Kiosk.Core.Programme;

/// <summary>Something that everybody should see now, across the screen: "closed at 15:00 today".</summary>
[Entry("notice", "Something that everybody should see, across the screen.")]
public sealed record Notice(
    [Field(Shape = LineShape.Id)] string Id,
    [Field("What it says, in few words.", InOwnLanguage = true)] LocalizedText Text,
    [Field("First day.")] LocalDate From,
    [Field("Last day, inclusive.")] LocalDate To,
    [Field("On the last day, gone from this time on.")] LocalTime? Until
)
{
    public bool IsUp(LocalDateTime now) => now.Date >= From && now < (Until is { } until ? To + until : To.PlusDays(1).AtMidnight());
}
