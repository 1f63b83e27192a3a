using System.Text.Json.Nodes;
using Kiosk.App.Staff.Shell;
using Kiosk.Core.Editing;
using Kiosk.Core.Houses;
using Kiosk.Core.Houses.Editing;
using Kiosk.Core.Schema;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using NodaTime.Text;

namespace Kiosk.App.Staff.Day;

/// <summary>Something more on one day: an activity that exists, once more, or something new.</summary>
public sealed class ExtraPage(HouseEditor editor) : EditPage(editor)
{
    /// <summary>As long as most things in the house last.</summary>
    private const int UsualHours = 2;

    public override string Place => "today";

    public LocalDate Day { get; private set; }

    public string Starts { get; private set; } = "";

    public string Ends { get; private set; } = "";

    /// <summary>What was chosen so far, kept when something is wrong.</summary>
    public (string Activity, string Name, string Pictogram, string Room) Chosen { get; private set; }

    public void OnGet(string? day)
    {
        var next = (Now.Hour + 1) % 24;
        Show(day, $"{next:00}:00", $"{(next + UsualHours) % 24:00}:00", ("", "", "party", ""));
    }

    public IActionResult OnPost(string? day, string? activity, string? name, string? pictogram, string? room, string? starts, string? ends)
    {
        Show(day, starts ?? "", ends ?? "", (activity ?? "", name?.Trim() ?? "", pictogram ?? "", room ?? ""));
        if (ReadTime(starts) is not { } from || ReadTime(ends) is not { } to || from == to)
        {
            return Refuse("wrong.time");
        }

        if (Chosen is { Activity: "", Name: "" })
        {
            return Refuse("extra.choose");
        }

        if (House.IsClosedAtTheDesk(Day + from))
        {
            return Refuse("extra.closed");
        }

        var edit = Chosen.Activity.Length > 0 ? Again(Chosen.Activity, from, to) : New(from, to);
        switch (edit is null ? null : Editor.Apply("change.extra", edit))
        {
            case EditResult.Done done:
                return RedirectDone(Day == Now.Date ? "/" : "/?day=" + LocalDatePattern.Iso.Format(Day), done.Change);
            case EditResult.Refused refused:
                Wrong = Sentences(refused);
                return Page();
            default:
                return Refuse("wrong.gone");
        }
    }

    private EntryEdit? Again(string activity, LocalTime from, LocalTime to)
    {
        var key = new EntryKey("activities", activity);
        return Editor.Find(key) is { } now ? Meant(key, now.Version, body => ActivityEdits.AddDate(body, Day, from, to)) : null;
    }

    private EntryEdit New(LocalTime from, LocalTime to)
    {
        var id = Slug.For(Chosen.Name, "extra", House.Activities.Select(known => known.Id).ToHashSet());
        var name = new JsonObject { [House.Profile.Language.Value] = Chosen.Name };
        var body = new JsonObject
        {
            ["id"] = id,
            ["name"] = name,
            ["description"] = name.DeepClone(),
            [Keys.Pictogram] = Chosen.Pictogram,
            [Keys.Function] = "meet",
            [Keys.RoomId] = Chosen.Room,
            [Keys.CostFree] = true,
        };
        ActivityEdits.AddDate(body, Day, from, to);
        return new EntryEdit(new EntryKey("activities", id), body, null);
    }

    private void Show(string? day, string starts, string ends, (string, string, string, string) chosen) =>
        (Day, Starts, Ends, Chosen) = (ReadDate(day) ?? Now.Date, starts, ends, chosen);

    private PageResult Refuse(string key)
    {
        Wrong = [Words.Translate(key)];
        return Page();
    }
}
