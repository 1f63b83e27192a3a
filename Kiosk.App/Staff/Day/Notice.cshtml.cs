using System.Text.Json.Nodes;
using Kiosk.App.Staff.Shell;
using Kiosk.Core.Editing;
using Kiosk.Core.Houses.Editing;
using Kiosk.Core.Languages;
using Kiosk.Core.Programme;
using Microsoft.AspNetCore.Mvc;
using NodaTime.Text;

namespace Kiosk.App.Staff.Day;

/// <summary>
/// A sentence across the kiosk: a ready one in every language of the house in one touch, or one of the house's own words.
/// </summary>
public sealed class NoticePage(HouseEditor editor, Phrasebook phrases) : EditPage(editor)
{
    /// <summary>Ready sentences, by their phrases in the visitors' words. None says what another act of the tablet does.</summary>
    public static readonly IReadOnlyList<string> Ready = ["notice.back-soon", "notice.full-house"];

    public override string Place => "today";

    public IReadOnlyList<Notice> Up { get; private set; } = [];

    /// <summary>What was written so far, by language; kept when something is wrong.</summary>
    public IReadOnlyDictionary<string, string> Written { get; private set; } = new Dictionary<string, string>();

    /// <summary>Its last day and its hour as they were typed; null before.</summary>
    public (string? To, string? Until) Lasts { get; private set; }

    public void OnGet() => Up = [.. House.Notices.Where(notice => notice.To >= Now.Date)];

    /// <summary>A ready sentence as the house's own language says it.</summary>
    public Wording Sentence(string phrase, LanguageTag language) => phrases.Translate(phrase, language, House.Profile.Language);

    public IActionResult OnPostReady(string phrase)
    {
        if (!Ready.Contains(phrase))
        {
            return Refuse("wrong.gone");
        }

        var texts = House
            .Profile.Languages.Select(language => (Asked: language, Said: Sentence(phrase, language)))
            .Where(one => one.Said.Language == one.Asked || one.Asked == House.Profile.Language)
            .Select(one => KeyValuePair.Create(one.Asked.Value, one.Said.Text));
        return Put(texts, LocalDatePattern.Iso.Format(Now.Date), null);
    }

    public IActionResult OnPost(Dictionary<string, string?> text, string? to, string? until)
    {
        Lasts = (to, until);
        Written = text.Where(written => !string.IsNullOrWhiteSpace(written.Value))
            .ToDictionary(written => written.Key, written => written.Value!.Trim());
        return Written.ContainsKey(House.Profile.Language.Value)
            ? Put(
                Written,
                ReadDate(to) is null ? LocalDatePattern.Iso.Format(Now.Date) : to!,
                ReadTime(until) is { } time ? Localizer.Time(time) : null
            )
            : Refuse("notice.own-language");
    }

    public IActionResult OnPostDown(string id)
    {
        var key = new EntryKey("notices", id);
        return
            Editor.Find(key) is { } now && Editor.Apply("change.notice-gone", new EntryEdit(key, null, now.Version)) is EditResult.Done done
            ? RedirectDone("/", done.Change)
            : Redirect("/notice");
    }

    private IActionResult Put(IEnumerable<KeyValuePair<string, string>> texts, string to, string? until)
    {
        var id = Slug.For(
            "notice-" + LocalDatePattern.Iso.Format(Now.Date),
            "notice",
            House.Notices.Select(notice => notice.Id).ToHashSet()
        );
        var body = new JsonObject
        {
            ["id"] = id,
            ["text"] = new JsonObject(texts.Select(text => KeyValuePair.Create(text.Key, (JsonNode?)text.Value))),
            ["from"] = LocalDatePattern.Iso.Format(Now.Date),
            ["to"] = to,
        };
        if (until is not null)
        {
            body["until"] = until;
        }

        // The newest is the one to see: it goes before the others, and those of days gone by go.
        var over = House
            .Notices.Where(notice => notice.To < Now.Date)
            .Select(notice => new EntryEdit(
                new EntryKey("notices", notice.Id),
                null,
                Editor.Find(new EntryKey("notices", notice.Id))?.Version
            ));
        switch (Editor.Apply("change.notice", [new EntryEdit(new EntryKey("notices", id), body, null) { First = true }, .. over]))
        {
            case EditResult.Done done:
                return RedirectDone("/", done.Change);
            case EditResult.Refused refused:
                Wrong = Sentences(refused);
                break;
            default:
                Wrong = [Words.Translate("wrong.again")];
                break;
        }

        OnGet();
        return Page();
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Refuse(string key)
    {
        OnGet();
        Wrong = [Words.Translate(key)];
        return Page();
    }
}
