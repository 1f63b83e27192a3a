using System.Text.Json.Nodes;
using Kiosk.Core.Editing;
using Kiosk.Core.Houses.Editing;
using Kiosk.Core.Languages;
using Microsoft.AspNetCore.Mvc;

namespace Kiosk.App.Staff.Shell;

/// <summary>A page that changes the house, and says what became of it.</summary>
public abstract class EditPage(HouseEditor editor) : StaffPage
{
    protected HouseEditor Editor => editor;

    /// <summary>The change that was just made and can be taken back at once.</summary>
    [BindProperty(SupportsGet = true, Name = "done")]
    public long? Done { get; set; }

    /// <summary>Whether what was saved on this page is on the kiosk at once; else it is on the day that it is about.</summary>
    public virtual bool ShowsOnKioskNow => true;

    /// <summary>What stands in the way, in sentences.</summary>
    public IReadOnlyList<Wording> Wrong { get; protected set; } = [];

    /// <summary>The entry as whoever touched it saw it, changed as they meant.</summary>
    protected EntryEdit? Meant(EntryKey key, long version, Action<JsonObject> change)
    {
        if (Editor.Find(key, version) is not { } seen)
        {
            return null;
        }

        change(seen.Body);
        return new EntryEdit(key, seen.Body, seen.Version);
    }

    /// <summary>Back to a page that says it is done, and offers to undo it.</summary>
    /// <param name="path">With or without a query.</param>
    protected RedirectResult RedirectDone(string path, long change) =>
        Redirect(change == 0 ? path : $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}done={change}");

    /// <summary>The house's sentences are English, for whoever writes a house file; they follow one of ours.</summary>
    protected IReadOnlyList<Wording> Sentences(EditResult.Refused refused) =>
        ReferenceEquals(refused, EditResult.Refused.TimeUnknown)
            ? [Words.Translate("wrong.clock")]
            :
            [
                Words.Translate("wrong.refused"),
                .. refused.Problems.Select(problem => new Wording($"{problem.Path}: {problem.Sentence}", LanguageTag.Parse("en"))),
            ];
}
