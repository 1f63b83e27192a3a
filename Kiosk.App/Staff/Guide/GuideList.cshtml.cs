using Kiosk.App.Staff.Shell;
using Kiosk.Core.Editing;
using Kiosk.Core.Houses.Editing;
using Kiosk.Core.Schema;
using Microsoft.AspNetCore.Mvc;

namespace Kiosk.App.Staff.Guide;

/// <summary>All entries of one list. Topics and rooms are shown to visitors in this order, so they can be moved.</summary>
public sealed class GuideListPage(HouseEditor editor) : StaffPage
{
    public override string Place => "guide";

    public EntryKind Kind { get; private set; } = null!;

    public Guidebook Book { get; private set; } = null!;

    /// <summary>Set when somebody else moved or changed the same meanwhile.</summary>
    public bool WasOvertaken { get; private set; }

    /// <summary>Topics stand below the one they narrow.</summary>
    public IEnumerable<VersionedEntry> InOrder =>
        Kind.List != "topics"
            ? Book.Entries(Kind.List)
            : Book.Entries("topics")
                .Where(topic => topic.Body[Keys.ParentId] is null)
                .SelectMany(topic => Narrower(topic.Key.Id).Prepend(topic));

    /// <summary>What an entry says of itself in a list, in one line.</summary>
    public string Line(VersionedEntry entry) =>
        Kind.Sections.Where(section => section.Name is "hours")
            .Select(section => Book.Tell(section.Fields.OfType<HoursField>(), entry.Body, " · "))
            .FirstOrDefault(line => line.Length > 0)
        ?? Book.Tell(Kind.Fields.Where(field => field.Key is "description" or "role" or "directions" or "address"), entry.Body, " · ");

    public IActionResult OnGet(string list) => Find(list) ? Page() : NotFound();

    /// <summary>Puts an entry before or after its neighbour; both are written anew at their places.</summary>
    /// <param name="up">Towards the first.</param>
    public IActionResult OnPostMove(string list, string id, bool up)
    {
        if (!Find(list) || Neighbours(id) is not { } siblings)
        {
            return NotFound();
        }

        var at = siblings.FindIndex(entry => entry.Key.Id == id);
        var to = up ? at - 1 : at + 1;
        if (to < 0 || to >= siblings.Count)
        {
            return Redirect($"/guide/{list}");
        }

        var (all, one, other) = (Book.Entries(Kind.List).ToList(), siblings[at], siblings[to]);
        all.RemoveAll(entry => entry.Key == one.Key);
        var place = all.FindIndex(entry => entry.Key == other.Key) + (up ? 0 : 1);
        all.Insert(place, one);
        var result = editor.Apply(
            "change.moved",
            [.. all.Select((entry, position) => new EntryEdit(entry.Key, entry.Body, entry.Version) { Position = position })]
        );
        WasOvertaken = result is not EditResult.Done;
        return result is EditResult.Done done ? Redirect($"/guide/{list}?done={done.Change}#{id}") : Page();
    }

    private bool Find(string list)
    {
        Kind = EntryKind.Find(list)!;
        Book = new Guidebook(editor, Words, House.Profile.Languages);
        return Kind is not null;
    }

    private IEnumerable<VersionedEntry> Narrower(string topic) =>
        Book.Entries("topics").Where(other => other.Body[Keys.ParentId]?.ToString() == topic);

    /// <summary>The entries among which one stands: for a topic those with the same parent.</summary>
    private List<VersionedEntry>? Neighbours(string id) =>
        Book.Entries(Kind.List).FirstOrDefault(entry => entry.Key.Id == id) is { } one
            ? [.. Book.Entries(Kind.List).Where(entry => entry.Body[Keys.ParentId]?.ToString() == one.Body[Keys.ParentId]?.ToString())]
            : null;
}
