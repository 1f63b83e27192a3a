using Kiosk.App.Staff.Shell;
using Kiosk.Core.Editing;
using Kiosk.Core.Houses.Editing;

namespace Kiosk.App.Staff.Guide;

/// <summary>Something in the guide that wants to be looked at.</summary>
/// <param name="Missing">Texts that are not there in some language of the house.</param>
public sealed record GuideLook(EntryKind Kind, VersionedEntry Entry, string Name, Freshness? Age, int Missing);

/// <summary>The guide: what wants a look, and its lists.</summary>
public sealed class GuidePage(HouseEditor editor) : StaffPage
{
    /// <summary>As many as one can take on today; the others come up when these are done.</summary>
    private const int MostShown = 6;

    public override string Place => "guide";

    public Guidebook Book { get; private set; } = null!;

    public IReadOnlyList<GuideLook> Looks { get; private set; } = [];

    public int MoreLooks { get; private set; }

    public void OnGet()
    {
        Book = new Guidebook(editor, Words, House.Profile.Languages);
        GuideLook[] all =
        [
            .. EntryKind
                .All.Append(EntryKind.House)
                .SelectMany(LooksIn)
                .OrderByDescending(look => look.Age is { IsOld: true })
                .ThenBy(look => look.Age?.AssuredOn),
        ];
        (Looks, MoreLooks) = ([.. all.Take(MostShown)], Math.Max(0, all.Length - MostShown));
    }

    private IEnumerable<GuideLook> LooksIn(EntryKind kind) =>
        from entry in Book.Entries(kind.List)
        let age = kind.IsAssured ? Freshness.Of(entry.Body, Now.Date) : null
        let missing = Book.MissingIn(kind, entry.Body)
        where missing > 0 || age is { IsOld: true }
        select new GuideLook(kind, entry, Book.NameOf(entry.Body), age, missing);
}
