using System.Globalization;
using System.Text.Json.Nodes;
using Kiosk.App.Hosting;
using Kiosk.App.Houses;
using Kiosk.App.Staff.Shell;
using Kiosk.Core.Editing;
using Kiosk.Core.Houses.Editing;
using Kiosk.Core.Schema;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime.Text;

namespace Kiosk.App.Staff.Guide;

/// <summary>The form of one entry of the guide: written, looked at, saved, removed.</summary>
/// <remarks>It is sent whole each time, so that nothing typed is lost and no script is needed.</remarks>
[RequestSizeLimit(UploadLimit.Bytes)]
[RequestFormLimits(MultipartBodyLengthLimit = UploadLimit.Bytes)]
public class GuideEntryPage(HouseEditor editor, Pictograms drawings, DrawingsWaiting waiting, Previews previews) : StaffPage
{
    /// <summary>Stands for the id of an entry that has none yet.</summary>
    private const string New = "new";

    /// <summary>The house itself stands in no list: its page names neither list nor id.</summary>
    private const string HouseAddress = "house";

    public override string Place => "guide";

    public GuideForm Form { get; private set; } = null!;

    /// <summary>Set when somebody else changed the same.</summary>
    public GuideChoice? Choice { get; private set; }

    public IActionResult OnGet(string list = HouseAddress, string id = "")
    {
        if (EntryKind.Find(list) is not { } kind || Open(kind, id) is not { } form)
        {
            return Request.Query.ContainsKey("done") && EntryKind.Find(list) is not null
                ? Redirect($"/guide/{list}{Request.QueryString}")
                : NotFound(); // a new entry that was just undone
        }

        Form = form with { Open = form.Kind.Sections.Take(form.IsNew ? 9 : 0).Select(section => section.Name).ToHashSet() };
        return Page();
    }

    public async Task<IActionResult> OnPost([FromForm(Name = "do")] string? what, string list = HouseAddress, string id = "")
    {
        if (EntryKind.Find(list) is not { } kind || await ReadAsync(kind, id) is not { } form)
        {
            return NotFound();
        }

        Form = form;
        return what is null or "save" ? Save() : GiveBack(what);
    }

    /// <summary>Shows the visitor's page as it would be, in the frame beside the form.</summary>
    public async Task<IActionResult> OnPostPreview(string? language, string list = HouseAddress, string id = "")
    {
        if (EntryKind.Find(list) is not { } kind || await ReadAsync(kind, id) is not { } form)
        {
            return NotFound();
        }

        Form = form;
        var edit = EditOf(form);
        HttpContext.MayBeFramedByUs();
        if (editor.Try([edit], out var problems) is not { } house)
        {
            Form = form with { Problems = problems };
            return new PartialViewResult
            {
                ViewName = "/Staff/Guide/_NoPreview.cshtml",
                ViewData = new(ViewData) { Model = this },
            };
        }

        var tongue = house.Profile.Languages.FirstOrDefault(offered => offered.Value == language, house.Profile.Language);
        return Redirect($"/preview/{previews.Keep(Device.Id, house)}/{tongue}/{VisitorPath.Of(edit.Key, house)}");
    }

    /// <summary>Somebody looked today: all that stands here is true.</summary>
    public IActionResult OnPostChecked(long version, string list = HouseAddress, string id = "")
    {
        if (EntryKind.Find(list) is not { IsAssured: true } kind || Open(kind, id) is not { IsNew: false } form)
        {
            return NotFound();
        }

        Form = form;
        form.Body[Keys.AssuredDate] = LocalDatePattern.Iso.Format(Now.Date);
        return Finish(editor.Apply("change.checked", new EntryEdit(form.Key, form.Body, version)), kind.PathOf(id));
    }

    public IActionResult OnPostRemove(long version, string list = HouseAddress, string id = "")
    {
        if (EntryKind.Find(list) is not { } kind || kind == EntryKind.House || Open(kind, id) is not { } form)
        {
            return NotFound();
        }

        Form = form;
        return Finish(editor.Apply("change.removed", new EntryEdit(form.Key, null, version)), $"/guide/{kind.Address}");
    }

    /// <summary>Whoever came second chose between both.</summary>
    public IActionResult OnPostChoose(string list = HouseAddress, string id = "")
    {
        if (EntryKind.Find(list) is not { } kind || GuideChoice.Read(Request.Form, KeyOf(kind, id)) is not { } choice)
        {
            return NotFound();
        }

        Form = new GuideForm(kind, choice.Key, choice.Mine, choice.Opened, choice.Version, Book());
        return choice.Settled() is { } body
            ? Finish(editor.Apply("change.edited", new EntryEdit(choice.Key, body, choice.TheirVersion)), kind.PathOf(choice.Key.Id))
            : Redirect($"/guide/{kind.Address}");
    }

    private IActionResult Save()
    {
        var edit = EditOf(Form);
        var overlaps = OverlappingHours.In(edit.Key, Form.Body, Form.Book).ToList();
        var result =
            overlaps.Count > 0 ? new EditResult.Refused(overlaps) : editor.Apply(Form.IsNew ? "change.added" : "change.edited", edit);
        return Finish(result, Form.Kind.PathOf(edit.Key.Id));
    }

    private IActionResult Finish(EditResult result, string then)
    {
        switch (result)
        {
            case EditResult.Done done:
                return Redirect($"{then}?done={done.Change}");
            case EditResult.Refused refused:
                var problems = ProblemWords.For(
                    refused.Problems.Select(problem =>
                        problem.Key?.List == Form.Kind.List && Form.IsNew ? problem with { Key = Form.Key } : problem
                    ),
                    Form.Book
                );
                Form = Form with { Problems = [.. problems] };
                Form = Form with
                {
                    Open = Form.Kind.Sections.Where(Form.HasProblem).Select(section => section.Name).Concat(Form.Open).ToHashSet(),
                };
                return Page();
            default:
                Choice = GuideChoice.Between(((EditResult.Overtaken)result).Entries[0], Form);
                return Page();
        }
    }

    /// <summary>A row more or less, or a drawing of one's own: the form comes back with it.</summary>
    private PageResult GiveBack(string what)
    {
        var (verb, place) = what.Split(':', 2) is [var first, var second] ? (first, second) : (what, "");
        if (verb == "draw")
        {
            var (name, drawing) = DrawingUpload.Take(Form.Drawing, drawings.Set, waiting);
            Form.Body[place] = name ?? Form.Body[place]?.ToString();
            Form = Form with { Drawing = drawing };
        }
        else if (verb == "add")
        {
            FormRows.Add(Form.Body, place);
        }

        var section = Form.Kind.Sections.FirstOrDefault(section => section.Fields.Any(field => GuideForm.IsIn(place, field.Key)));
        Form = Form with { Open = Form.Open.Append(section?.Name ?? "").ToHashSet() };
        ModelState.Clear();
        return Page();
    }

    private Guidebook Book() => new(editor, Words, House.Profile.Languages);

    private static EntryKey KeyOf(EntryKind kind, string id) =>
        kind == EntryKind.House ? EntryKey.House : new EntryKey(kind.List, id == New ? "" : id);

    private GuideForm? Open(EntryKind kind, string id)
    {
        var key = KeyOf(kind, id);
        return id == New && kind != EntryKind.House ? new GuideForm(kind, key, Fresh(kind), null, null, Book())
            : editor.Find(key) is { } entry
                ? new GuideForm(kind, key, (JsonObject)entry.Body.DeepClone(), entry.Body, entry.Version, Book())
            : null;
    }

    private JsonObject Fresh(EntryKind kind) =>
        kind.IsAssured ? new JsonObject { [Keys.CostFree] = true, [Keys.AssuredDate] = LocalDatePattern.Iso.Format(Now.Date) } : [];

    /// <summary>What was typed, over what was there when the form was opened.</summary>
    private async Task<GuideForm?> ReadAsync(EntryKind kind, string id)
    {
        var sent = await Request.ReadFormAsync();
        var opened = Guidebook.Parse(sent["opened"]);
        if (opened is null && id != New)
        {
            return null;
        }

        var (values, body) = (new FormValues(sent), (JsonObject?)opened?.DeepClone() ?? []);
        foreach (var field in kind.Fields)
        {
            if (field.Read(values, field.Key) is { } value)
            {
                body[field.Key] = value;
            }
            else
            {
                body.Remove(field.Key);
            }
        }

        if (opened?["id"] is { } own && kind != EntryKind.House && own.ToString() != id)
        {
            return null;
        }

        long? version = long.TryParse(sent["version"], CultureInfo.InvariantCulture, out var number) ? number : null;
        return new GuideForm(kind, KeyOf(kind, id), body, opened, version, Book())
        {
            Open = values.All("open").ToHashSet(),
            Drawing = await DrawingUpload.ReadAsync(sent, waiting),
        };
    }

    /// <summary>A new entry gets its id of its name, once.</summary>
    private static EntryEdit EditOf(GuideForm form)
    {
        if (!form.IsNew)
        {
            return new EntryEdit(form.Key, form.Body, form.Version);
        }

        var name = (form.Body["name"] as JsonObject)?.Select(text => text.Value?.ToString()).FirstOrDefault(text => text is not null) ?? "";
        var taken = form.Book.Entries(form.Kind.List).Select(entry => entry.Key.Id).Append(New).ToHashSet();
        var id = Slug.For(name, form.Kind.Address, taken);
        var body = new JsonObject { ["id"] = id };
        foreach (var (key, value) in form.Body.Where(pair => pair.Key != "id"))
        {
            body[key] = value?.DeepClone();
        }

        return new EntryEdit(new EntryKey(form.Kind.List, id), body, null);
    }
}
