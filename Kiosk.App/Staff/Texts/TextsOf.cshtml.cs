using System.Globalization;
using Kiosk.App.Staff.Guide;
using Kiosk.App.Staff.Shell;
using Kiosk.Core.Editing;
using Kiosk.Core.Houses.Editing;
using Kiosk.Core.Languages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kiosk.App.Staff.Texts;

/// <summary>A group of texts: those of one part of the screen, or of one kind of entry.</summary>
/// <param name="IsOfHouse">Whether its address is that of a kind of entry.</param>
public sealed record TextGroup(string Name, bool IsOfHouse, TextCounts Counts);

/// <summary>All texts that visitors read in one language: read, corrected, ticked.</summary>
/// <remarks>
/// One group stands open, so that the page stays short; it is sent whole, and nothing of it is written when something is wrong.
/// </remarks>
public sealed class TextsOfPage(HouseEditor editor, CurrentPhrases phrases) : EditPage(editor)
{
    /// <summary>So many texts can be looked through in one go; the others come after them.</summary>
    private const int MostShown = 50;

    private const string ShowAll = "all";

    public override string Place => "guide";

    public LanguageTag Language { get; private set; } = null!;

    public Guidebook Book { get; private set; } = null!;

    public TextCounts Counts { get; private set; }

    public IReadOnlyList<TextGroup> Groups { get; private set; } = [];

    /// <summary>The group that stands open; empty when nothing is left to show.</summary>
    public string Group { get; private set; } = "";

    /// <summary>Whether texts that were read are shown too.</summary>
    public bool ShowsAll { get; private set; }

    /// <summary>The texts of the open group.</summary>
    public IReadOnlyList<TextRow> Rows { get; private set; } = [];

    /// <summary>Where the texts before and after these begin; null when there are none.</summary>
    public (int? Before, int? After) Others { get; private set; }

    /// <summary>How many texts of the open group stand before these.</summary>
    public int From { get; private set; }

    /// <summary>What was sent and could not be written.</summary>
    public TextChanges? Tried { get; private set; }

    public bool WasSaved => Request.Query.ContainsKey("saved");

    public IActionResult OnGet(string lang) => Show(lang) ? Page() : NotFound();

    public IActionResult OnPost(string lang, [FromForm(Name = "do")] string? what)
    {
        if (!Show(lang))
        {
            return NotFound();
        }

        var tried = new TextChanges(phrases, Words, List().In(Language), Request.Form, what ?? "save");
        if (tried.Problems.Count > 0 || tried.IsGone)
        {
            Wrong = [Words.Translate(tried.IsGone ? "wrong.gone" : "texts.wrong")];
            return Again(tried, lang);
        }

        switch (tried.Edits.Count == 0 ? new EditResult.Done(0) : Editor.Apply("change.texts", [.. tried.Edits]))
        {
            case EditResult.Done done:
                phrases.Change(tried.Wordings);
                return Redirect(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{AddressOf(Group)}&from={From}&saved=1{(done.Change > 0 ? $"&done={done.Change}" : "")}#{Group}"
                    )
                );
            case EditResult.Refused refused:
                Wrong = Sentences(refused);
                break;
            default:
                Wrong = [Words.Translate("wrong.again")];
                break;
        }

        return Again(tried, lang);
    }

    public string AddressOf(string group) => $"/texts/{Language}?show={(ShowsAll ? ShowAll : "unread")}&group={group}";

    /// <summary>What stands in a field: what was typed while it is wrong, else the wording in force.</summary>
    public string TextIn(TextRow row) => Tried?.Typed.GetValueOrDefault(row.Place) ?? row.Now ?? "";

    public bool IsTicked(TextRow row) => Tried?.Ticked.Contains(row.Place) ?? row.IsDone;

    public Wording? ProblemOf(TextRow row) => Tried is not null && Tried.Problems.TryGetValue(row.Place, out var problem) ? problem : null;

    /// <summary>The page once more with what was typed; what is in force is read anew.</summary>
    private PageResult Again(TextChanges tried, string lang)
    {
        Tried = tried;
        Show(lang);
        return Page();
    }

    private TextList List()
    {
        Book = new Guidebook(Editor, Words, House.Profile.Languages);
        return new TextList(phrases, Book, House.Profile);
    }

    private bool Show(string lang)
    {
        if (!LanguageTag.TryParse(lang, out var language) || !phrases.Shipped.Languages.Union(House.Profile.Languages).Contains(language))
        {
            return false;
        }

        Language = language;
        ShowsAll = Request.Query["show"] == ShowAll;
        var rows = List().In(language);
        Counts = TextCounts.Of(rows);
        Groups =
        [
            .. rows.GroupBy(row => (row.Group, row.Entry is not null))
                .Select(group => new TextGroup(group.Key.Group, group.Key.Item2, TextCounts.Of([.. group])))
                .Where(group => ShowsAll || group.Counts.Read < group.Counts.All),
        ];
        Group = Groups
            .Select(group => group.Name)
            .FirstOrDefault(name => name == Request.Query["group"], Groups.Count > 0 ? Groups[0].Name : "");
        ShowFrom([.. rows.Where(row => row.Group == Group && (ShowsAll || !row.IsDone || ProblemOf(row) is not null))]);
        return true;
    }

    private void ShowFrom(IReadOnlyList<TextRow> rows)
    {
        var asked = int.TryParse(Request.Query["from"], NumberStyles.None, CultureInfo.InvariantCulture, out var from) ? from : 0;
        From = Math.Min(asked, Math.Max(0, rows.Count - 1)) / MostShown * MostShown;
        Rows = [.. rows.Skip(From).Take(MostShown)];
        Others = (From > 0 ? From - MostShown : null, From + MostShown < rows.Count ? From + MostShown : null);
    }
}
