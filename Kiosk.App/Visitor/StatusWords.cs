using Kiosk.Core.Languages;
using Kiosk.Core.Services;

namespace Kiosk.App.Visitor;

/// <summary>One line on whether something is open.</summary>
/// <param name="Kind">How it is drawn: <c>open</c>, <c>later</c>, <c>ask</c>; <c>unknown</c> while the time is not known.</param>
public sealed record Status(string Kind, Wording Says);

/// <summary>Says whether something is open; while the time is not known, only its hours.</summary>
internal static class StatusWords
{
    /// <param name="opening">Null while the time is not known.</param>
    public static Status StatusOf(this VisitorPage page, Opening? opening, IReadOnlyList<Schedule> schedules, Access access) =>
        opening is not null && page.Now is { } now
            ? new Status(OpeningWords.WelcomeOf(opening).ToString().ToLowerInvariant(), page.Words.Describe(opening, access, now.Date))
            : new Status("unknown", page.Words.HoursInShort(schedules, access));
}
