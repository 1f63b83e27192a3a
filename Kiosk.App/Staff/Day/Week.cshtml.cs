using Kiosk.App.Staff.Shell;
using Kiosk.Core.Editing;
using Kiosk.Core.Houses;
using Kiosk.Core.Houses.Editing;
using Kiosk.Core.Programme;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;

namespace Kiosk.App.Staff.Day;

/// <summary>Seven days from a Monday, and a way to have them again.</summary>
public sealed class WeekPage(HouseEditor editor) : EditPage(editor)
{
    public override string Place => "week";

    public LocalDate Monday { get; private set; }

    public IReadOnlyList<(LocalDate Date, bool Closed, IReadOnlyList<Occurrence> Occurrences)> Days { get; private set; } = [];

    public void OnGet(string? from) => Show(ReadDate(from) ?? Now.Date);

    /// <summary>Single dates and what was said of others, once more a week later.</summary>
    public IActionResult OnPostCopy(string? from)
    {
        Show(ReadDate(from) ?? Now.Date);
        var edits = Editor
            .Entries("activities")
            .Select(entry => Meant(entry.Key, entry.Version, body => ActivityEdits.CopyWeek(body, Monday, Monday.PlusDays(7)))!)
            .ToList();
        switch (Editor.Apply("change.week", edits))
        {
            case EditResult.Done done:
                return done.Change == 0
                    ? Redirect(PathOf(Monday) + "&nothing=true")
                    : RedirectDone(PathOf(Monday.PlusDays(7)), done.Change);
            case EditResult.Refused refused:
                Wrong = Sentences(refused);
                break;
            default:
                Wrong = [Words.Translate("wrong.again")];
                break;
        }

        return Page();
    }

    /// <summary>Nothing of the week stands on single dates: the next is the same by itself.</summary>
    [BindProperty(SupportsGet = true, Name = "nothing")]
    public bool NothingToCopy { get; set; }

    public static string PathOf(LocalDate monday) => "/week?from=" + LocalDatePattern.Iso.Format(monday);

    private void Show(LocalDate within)
    {
        Monday = within.PlusDays(1 - (int)within.DayOfWeek);
        Days =
        [
            .. Enumerable
                .Range(0, 7)
                .Select(Monday.PlusDays)
                .Select(date => (date, House.IsClosedOn(date), House.ProgrammeOn(date, Now).Occurrences)),
        ];
    }
}
