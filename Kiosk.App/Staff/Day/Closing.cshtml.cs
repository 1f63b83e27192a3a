using Kiosk.App.Staff.Shell;
using Kiosk.Core.Editing;
using Kiosk.Core.Houses;
using Kiosk.Core.Houses.Editing;
using Kiosk.Core.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace Kiosk.App.Staff.Day;

/// <summary>
/// Closes the house in one act: today, from a time on, or until a day. The door, the programme, the services in the house, who is there and
/// the sentence on top of every screen follow by themselves.
/// </summary>
public sealed class ClosingPage(HouseEditor editor) : EditPage(editor)
{
    private const int LongestDays = 366;

    public override string Place => "today";

    /// <summary>Closings at the desk that are in force or to come: each can be taken back.</summary>
    public IReadOnlyList<Closure> Closings { get; private set; } = [];

    /// <summary>What was typed so far, kept when something is wrong.</summary>
    public (string Reason, string Time, string Day) Typed { get; private set; }

    public void OnGet() => Show("", "", "");

    /// <param name="how"><c>today</c>, <c>from</c> a time of today, or <c>until</c> the end of a day.</param>
    public IActionResult OnPost(string? how, string? reason, string? time, string? day)
    {
        Show(reason?.Trim() ?? "", time ?? "", day ?? "");
        var (starts, until) = (ReadTime(time), ReadDate(day));
        return how switch
        {
            "today" => Close(Now.Date, null),
            "from" when starts is not null => Close(Now.Date, starts),
            "until" when until >= Now.Date && until <= Now.Date.PlusDays(LongestDays) => Close(until.Value, null),
            "until" => Refuse("closing.wrong-day"),
            _ => Refuse("wrong.time"),
        };
    }

    public IActionResult OnPostAgain() =>
        Editor.Find(EntryKey.House) is { } house
        && Meant(EntryKey.House, house.Version, ClosureEdits.OpenAgain) is { } edit
        && Editor.Apply("change.reopened", edit) is EditResult.Done done
            ? RedirectDone("/", done.Change)
            : Refuse("wrong.again");

    private IActionResult Close(LocalDate until, LocalTime? starts)
    {
        var reason = Typed.Reason.Length > 0 ? (House.Profile.Language.Value, Typed.Reason) : ((string, string)?)null;
        var edit = Editor.Find(EntryKey.House) is { } house
            ? Meant(EntryKey.House, house.Version, body => ClosureEdits.Close(body, Now.Date, until, starts, reason))
            : null;
        switch (edit is null ? null : Editor.Apply("change.closing", edit))
        {
            case EditResult.Done done:
                return RedirectDone("/", done.Change);
            case EditResult.Refused refused:
                Wrong = Sentences(refused);
                return Page();
            default:
                return Refuse("wrong.again");
        }
    }

    private void Show(string reason, string time, string day)
    {
        Typed = (reason, time, day);
        Closings = [.. House.Profile.Closures.Where(closure => closure.Unforeseen && closure.To >= Now.Date)];
    }

    private PageResult Refuse(string key)
    {
        Wrong = [Words.Translate(key)];
        return Page();
    }
}
