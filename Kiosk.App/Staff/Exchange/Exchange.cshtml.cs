using System.Text;
using System.Text.Json.Nodes;
using Kiosk.App.Staff.Shell;
using Kiosk.Core.Editing;
using Kiosk.Core.Exchange;
using Kiosk.Core.Exchange.Calendars;
using Kiosk.Core.Exchange.Hsds;
using Kiosk.Core.Exchange.Incoming;
using Kiosk.Core.Exchange.Spreadsheets;
using Kiosk.Core.Houses.Editing;
using Kiosk.Core.Pictograms;
using Kiosk.Core.Storage;
using Microsoft.AspNetCore.Mvc;
using NodaTime.Text;

namespace Kiosk.App.Staff.Exchange;

/// <summary>The house goes out as files and comes in again; what would change is shown first.</summary>
[RequestSizeLimit(ExchangeLimits.UploadBytes + FormBytes)]
public sealed class ExchangePage(HouseEditor editor, HouseDatabase database, PictogramSet pictograms, PendingImports waiting)
    : EditPage(editor)
{
    /// <summary>What the page shows of a long import; the rest is counted.</summary>
    public const int MostShown = 200;

    /// <summary>The other fields of the form, and what stands around the file.</summary>
    private const int FormBytes = 100_000;

    /// <summary>What can be taken out, with its drawing.</summary>
    public static readonly IReadOnlyList<(string What, string Pictogram)> Outgoing =
    [
        ("house", "housing"),
        ("calendar", "appointment"),
        ("programme", "today"),
        ("hsds-csv", "exchange"),
        ("hsds-json", "computer"),
    ];

    public override string Place => "exchange";

    public PlanWaiting? Waiting { get; private set; }

    public void OnGet() => Waiting = waiting.Find(Device.Id);

    public IActionResult OnGetOut(string what)
    {
        var house = HouseAsItIs();
        return what switch
        {
            "house" => Out(Encoding.UTF8.GetBytes(house.ToJsonString(HouseFileOptions)), "application/json", ".json"),
            "calendar" => Out(
                Encoding.UTF8.GetBytes(HouseCalendar.Of(House, Words with { Language = House.Profile.Language }, Now)),
                "text/calendar",
                ".ics"
            ),
            "programme" => Out(ProgrammeSheet.Write(house), "text/csv", "-programme.csv"),
            "hsds-csv" => Out(HsdsFiles.Zip(HsdsExport.From(house)), "application/zip", "-hsds.zip"),
            "hsds-json" => Out(HsdsFiles.Json(HsdsExport.From(house)), "application/json", "-hsds.json"),
            _ => NotFound(),
        };
    }

    /// <summary>For services to which no topic leads: as it was chosen.</summary>
    public string? Topic { get; private set; }

    public IActionResult OnPost(List<IFormFile> file, string? topic)
    {
        Topic = topic;
        if (file.Count == 0 || file.Sum(one => one.Length) is 0 or > ExchangeLimits.UploadBytes)
        {
            Wrong = [Words.Translate(file.Count == 0 ? "exchange.no-file" : "exchange.too-large")];
            return Page();
        }

        var files = IncomingFiles.Of(file.Select(one => (Path.GetFileName(one.FileName), one.OpenReadStream())));
        var wishes = new HsdsWishes(pictograms.Names, House.FindTopic(topic ?? "")?.Id);
        var versions = EntriesInForce();
        var plan = IncomingHouse.Plan(files, HouseAsItIs(), wishes);
        var edits = Edits(plan, versions, IncomingHouse.IsHouseFile(files));
        waiting.Put(
            Device.Id,
            new PlanWaiting(
                string.Join(", ", file.Select(one => Path.GetFileName(one.FileName))),
                plan with
                {
                    HouseFile = plan.HouseFile is null ? null : "",
                },
                edits
            )
        );
        return Redirect("/exchange");
    }

    public IActionResult OnPostTakeOver()
    {
        if (waiting.Find(Device.Id) is not { } plan)
        {
            Wrong = [Words.Translate("exchange.gone")];
            return Page();
        }

        switch (Editor.Apply("change.imported", plan.Edits))
        {
            case EditResult.Done done:
                waiting.Drop(Device.Id);
                return RedirectDone("/exchange", done.Change);
            case EditResult.Refused refused:
                Wrong = Sentences(refused);
                break;
            default:
                waiting.Drop(Device.Id);
                Wrong = [Words.Translate("exchange.overtaken")];
                return Page();
        }

        OnGet();
        return Page();
    }

    public IActionResult OnPostDrop()
    {
        waiting.Drop(Device.Id);
        return Redirect("/exchange");
    }

    private static readonly System.Text.Json.JsonSerializerOptions HouseFileOptions = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    private JsonObject HouseAsItIs() => JsonNode.Parse(database.ToHouseFile())!.AsObject();

    private Dictionary<EntryKey, long> EntriesInForce() => database.Entries().ToDictionary(entry => entry.Key, entry => entry.Version);

    /// <summary>What the plan changes; of a whole house file all, so that the order of the lists comes along.</summary>
    private static List<EntryEdit> Edits(ImportPlan plan, Dictionary<EntryKey, long> versions, bool isWholeHouse)
    {
        if (plan.HouseFile is null)
        {
            return [];
        }

        var touched = plan.Changes.Select(change => new EntryKey(change.List, change.Id)).ToHashSet();
        var wanted = HouseDatabase.Split(plan.HouseFile).ToList();
        var gone = touched.Except(wanted.Select(entry => entry.Key));
        return
        [
            .. wanted
                .Where(entry => isWholeHouse || touched.Contains(entry.Key))
                .Select(entry => new EntryEdit(entry.Key, JsonNode.Parse(entry.Body)!.AsObject(), VersionOf(entry.Key))
                {
                    Position = isWholeHouse || VersionOf(entry.Key) is null ? entry.Position : null,
                }),
            .. gone.Select(key => new EntryEdit(key, null, VersionOf(key))),
        ];

        long? VersionOf(EntryKey key) => versions.TryGetValue(key, out var version) ? version : null;
    }

    private FileContentResult Out(byte[] content, string type, string end) =>
        File(content, type, $"{House.Profile.Id}-{LocalDatePattern.Iso.Format(Now.Date)}{end}");
}
