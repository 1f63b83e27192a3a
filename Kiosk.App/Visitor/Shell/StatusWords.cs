using Kiosk.Core.Languages;
using Kiosk.Core.Services;

namespace Kiosk.App.Visitor.Shell;

/// <summary>One line on whether something is open.</summary>
/// <param name="Kind">How it is drawn: <c>open</c>, <c>later</c>, <c>ask</c>; <c>unknown</c> while the time is not known.</param>
public sealed record Status(string Kind, Wording Says);

/// <summary>Says whether something is open; while the time is not known, only its hours.</summary>
internal static class StatusWords
{
    /// <summary>That the house is closed today against its hours, or closes early: why, and when it opens. Null when neither.</summary>
    public static IReadOnlyList<Wording>? ClosedWords(this VisitorPage page)
    {
        if (page.State is not { } state || (state.Closure ?? state.ClosesEarly) is not { } closure)
        {
            return null;
        }

        var isClosed = state.Closure is not null;
        return
        [
            isClosed
                ? page.Words.Translate("notice.closed")
                : page.Words.Translate("notice.close-at", ("time", Localizer.Time(closure.Starts!.Value))),
            .. closure.Reason is { } reason ? (Wording[])[page.Words.In(reason)] : [],
            .. isClosed ? (Wording[])[page.Words.Describe(state.Door, Access.WalkIn, state.Now.Date)] : [],
        ];
    }

    /// <param name="opening">Null while the time is not known.</param>
    public static Status StatusOf(this VisitorPage page, Opening? opening, IReadOnlyList<Schedule> schedules, Access access) =>
        opening is not null && page.Now is { } now
            ? new Status(OpeningWords.WelcomeOf(opening).ToString().ToLowerInvariant(), page.Words.Describe(opening, access, now.Date))
            : new Status("unknown", page.Words.HoursInShort(schedules, access));
}
