using System.Text.Json.Nodes;
using Kiosk.App.Staff.Shell;
using Kiosk.Core.Editing;
using Kiosk.Core.Houses.Editing;
using Kiosk.Core.Languages;
using Kiosk.Core.Storage;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Kiosk.App.Staff.Day;

/// <summary>A change and the names of what it changed.</summary>
public sealed record ChangeMade(HouseChange Change, IReadOnlyList<Wording> Names, int More);

/// <summary>What was changed in the last 30 days; any of it can be taken back.</summary>
public sealed class HistoryPage(HouseEditor editor) : EditPage(editor)
{
    /// <summary>Of a change of many entries, as many are named.</summary>
    private const int MostNames = 3;

    public IReadOnlyList<IGrouping<LocalDate, ChangeMade>> Days { get; private set; } = [];

    /// <summary>What was changed again since, so that taking it back would take that along.</summary>
    public IReadOnlyList<EditConflict> InTheWay { get; private set; } = [];

    public void OnGet() => Show();

    public IActionResult OnPostUndo(long change, string? back)
    {
        switch (Editor.Undo(change))
        {
            case EditResult.Done done:
                return RedirectDone(back is { } path && Url.IsLocalUrl(path) ? path : "/history", done.Change);
            case EditResult.Overtaken overtaken:
                InTheWay = overtaken.Entries;
                Wrong = [Words.Translate("history.in-the-way")];
                break;
            case EditResult.Refused refused:
                Wrong = Sentences(refused);
                break;
        }

        Show();
        return Page();
    }

    private void Show() => Days = [.. Editor.History().Select(Describe).GroupBy(change => change.Change.MadeAt.Date)];

    private ChangeMade Describe(HouseChange change)
    {
        var writes = Editor.WritesOf(change.Number);
        return new ChangeMade(change, [.. writes.Take(MostNames).Select(NameOf)], Math.Max(0, writes.Count - MostNames));
    }

    /// <summary>The entry's name or text, in the language of the tablet where there is one; else its id.</summary>
    private Wording NameOf(EntryWrite write)
    {
        var body = JsonNode.Parse(write.After ?? write.Before ?? "{}") as JsonObject;
        var texts = (body?["name"] ?? body?["text"]) as JsonObject;
        var language = new[] { Words.Language, Words.HouseLanguage }.FirstOrDefault(
            language => texts?.ContainsKey(language.Value) == true,
            Words.HouseLanguage
        );
        return new Wording((string?)texts?[language.Value] ?? write.Key.ToString(), language);
    }
}
