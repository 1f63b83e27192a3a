using Kiosk.App.Staff.Shell;
using Kiosk.Core.Editing;
using Kiosk.Core.Houses;
using Kiosk.Core.Houses.Editing;
using Kiosk.Core.Programme;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using NodaTime.Text;

namespace Kiosk.App.Staff.Day;

/// <summary>One line of the day, with what can be done about it.</summary>
/// <param name="Version">Of its activity, as it stands here.</param>
public sealed record DaySlot(TodayPage Page, Occurrence Occurrence, long Version, int Number)
{
    /// <summary>The date it would have been on: what is said of it is said of that date.</summary>
    public LocalDate PlannedOn => Occurrence.MovedFrom?.Date ?? Occurrence.Start.Date;

    /// <summary>Nothing can be said of it any more.</summary>
    public bool IsOver => Occurrence.Phase == Phase.Past;
}

/// <summary>Somebody was faster with the same thing: both stand here.</summary>
/// <param name="Saying">What came second, ready to be said again on top of what is there.</param>
public sealed record DayConflict(ProgrammeEdit Saying, DaySlot? Theirs, DaySlot? Mine);

/// <summary>A day as a list, today unless another is asked for: the screen that staff live in.</summary>
public sealed class TodayPage(HouseEditor editor) : EditPage(editor)
{
    public override string Place => "today";

    public LocalDate Day { get; private set; }

    public IReadOnlyList<DaySlot> Slots { get; private set; } = [];

    public DayConflict? Conflict { get; private set; }

    public IReadOnlyList<(Presence Presence, bool Here)> People { get; private set; } = [];

    /// <summary>No day is, while the time is not known.</summary>
    public bool IsToday => KnowsTime && Day == Now.Date;

    public override bool ShowsOnKioskNow => IsToday;

    public void OnGet(string? day) => Show(ReadDate(day) ?? Now.Date);

    public IActionResult OnPost(
        string activity,
        long version,
        string say,
        string? date,
        string? day,
        string? to,
        string? starts,
        string? ends,
        string? room
    )
    {
        var shown = ReadDate(day) ?? Now.Date;
        var saying = new ProgrammeEdit(
            activity,
            version,
            say,
            ReadDate(date) ?? shown,
            ReadDate(to),
            ReadTime(starts),
            ReadTime(ends),
            room
        );
        if (!saying.IsWhole || Meant(new EntryKey("activities", activity), version, body => saying.Apply(body, Now.Date)) is not { } edit)
        {
            return Refuse(shown, saying.IsWhole ? "wrong.gone" : "wrong.time");
        }

        switch (Editor.Apply(saying.What, edit))
        {
            case EditResult.Done done:
                return RedirectDone(PathOf(shown), done.Change);
            case EditResult.Overtaken { Entries: [{ TheirVersion: { } theirs } overtaking] }:
                return Ask(
                    shown,
                    saying with
                    {
                        Version = theirs,
                    },
                    Editor.Try([new EntryEdit(overtaking.Key, overtaking.Mine, theirs)], out _)
                );
            case EditResult.Refused refused:
                Show(shown);
                Wrong = Sentences(refused);
                return Page();
            default:
                return Refuse(shown, "wrong.gone");
        }
    }

    /// <summary>Who is here today, in one touch; two who touch the same mean the same.</summary>
    public IActionResult OnPostPresence(string person, bool here)
    {
        var key = new EntryKey("presences", person);
        return
            Editor.Find(key) is { } now
            && Meant(key, now.Version, body => PresenceEdits.SetHere(body, Now.Date, here)) is { } edit
            && Editor.Apply(here ? "change.here" : "change.away", edit) is EditResult.Done done
            ? RedirectDone("/", done.Change)
            : Refuse(Now.Date, "wrong.gone");
    }

    public string PathOf(LocalDate day) => day == Now.Date ? "/" : "/?day=" + LocalDatePattern.Iso.Format(day);

    private PageResult Refuse(LocalDate day, string key)
    {
        Show(day);
        Wrong = [Words.Translate(key)];
        return Page();
    }

    private PageResult Ask(LocalDate day, ProgrammeEdit saying, House? tried)
    {
        Show(day);
        Conflict = new DayConflict(saying, SlotOf(House, saying), tried is null ? null : SlotOf(tried, saying));
        return Page();
    }

    private DaySlot? SlotOf(House house, ProgrammeEdit saying) =>
        house.FindActivity(saying.Activity) is not { } activity
            ? null
            : new[] { saying.Date, saying.To ?? saying.Date }
                .SelectMany(date => house.ProgrammeOn(date, Now).Occurrences)
                .Where(occurrence => occurrence.Activity.Id == activity.Id)
                .Select(occurrence => new DaySlot(this, occurrence, saying.Version, 0))
                .LastOrDefault(slot => slot.PlannedOn == saying.Date);

    private void Show(LocalDate day)
    {
        Day = day;
        var versions = Editor.Entries("activities").ToDictionary(entry => entry.Key.Id, entry => entry.Version);
        Slots =
        [
            .. House
                .ProgrammeOn(day, Now)
                .Occurrences.Select((occurrence, number) => new DaySlot(this, occurrence, versions[occurrence.Activity.Id], number)),
        ];
        var state = House.At(Now);
        People = [.. House.Presences.Select(person => (person, state.IsSaidToBeHere(person)))];
    }
}
