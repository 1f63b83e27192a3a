using System.Text.Json.Nodes;
using Dapper;
using Kiosk.App.Houses;
using Kiosk.Core.Editing;
using Kiosk.Core.Houses.Editing;
using Kiosk.Core.Storage;
using Kiosk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NUnit.Framework;

namespace Kiosk.Tests.Houses;

/// <summary>Who was here is for today: when the day is over, nothing of it is kept.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class PresenceForgottenTests : IDisposable
{
    private static readonly EntryKey Garden = new("rooms", "garden");

    private readonly KioskHost _kiosk = KioskHost.Start();

    private EntryKey Person => new("presences", _kiosk.House.Presences[0].Id);

    private HouseEditor Editor => _kiosk.Services.GetRequiredService<HouseEditor>();

    private string House => Path.Combine(_kiosk.DataFolder, "house.db");

    public void Dispose() => _kiosk.Dispose();

    [Test]
    public void On_the_same_day_it_can_be_taken_back()
    {
        SetHere(here: true);
        var away = SetHere(here: false);
        Editor.Undo(away.Change);
        Assert.That((bool?)Editor.Find(Person)!.Body["changes"]![0]!["here"], Is.True);
        Assert.That(Editor.History(), Has.Count.EqualTo(3));
    }

    [Test]
    public void The_night_forgets_it_before_it_makes_the_copy()
    {
        SetHere(here: true);
        Editor.Undo(Editor.Undo(SetHere(here: false).Change) is EditResult.Done undone ? undone.Change : 0);
        NightOf("2026-11-21");
        Assert.That(Editor.History(), Is.Empty);
        Assert.That(Editor.Find(Person)!.Body.ContainsKey("changes"), Is.False);
        Assert.That(KeptIn(House), Is.Empty);
        Assert.That(KeptIn(Path.Combine(_kiosk.DataFolder, "copies", "house-2026-11-21.db")), Is.Empty);
    }

    [Test]
    public void The_first_change_of_the_next_day_forgets_it_too()
    {
        SetHere(here: true);
        _kiosk.Time.StandAt("2026-11-21 00:10");
        Apply(Garden, body => body["name"]!["fr"] = "Le potager");
        Assert.That(Editor.History().Select(change => change.Number), Is.EqualTo([2L]));
        Assert.That(KeptIn(House), Is.Empty);
    }

    [Test]
    public void Taking_back_what_was_said_of_yesterday_leaves_no_trace_after_the_night()
    {
        var said = SetHere(here: true);
        _kiosk.Time.StandAt("2026-11-21 00:10");
        Editor.Undo(said.Change);
        NightOf("2026-11-21");
        Assert.That((Editor.History().Count, KeptIn(House).Count), Is.EqualTo((0, 0)));
    }

    /// <summary>Another change of the same person keeps what it did, and not who was here meanwhile.</summary>
    [Test]
    public void What_else_was_changed_of_a_person_can_still_be_taken_back()
    {
        SetHere(here: true);
        var role = Editor.Find(Person)!.Body["role"]!.DeepClone();
        var done = (EditResult.Done)Apply(Person, body => body["role"] = new JsonObject { ["fr"] = "Autre" });
        NightOf("2026-11-21");
        Assert.That(Editor.History().Select(change => change.Number), Is.EqualTo([done.Change]));
        Assert.That(KeptIn(House), Is.Empty);
        Assert.That(Editor.Undo(done.Change), Is.TypeOf<EditResult.Done>());
        Assert.That(JsonNode.DeepEquals(Editor.Find(Person)!.Body["role"], role), Is.True);
        Assert.That(Editor.Find(Person)!.Body.ContainsKey("changes"), Is.False);
    }

    [Test]
    public void Past_dates_go_whenever_a_person_is_written_and_those_to_come_stay()
    {
        Apply(Person, body => body["changes"] = Dates("2026-11-03", "2026-11-20", "2026-12-24"));
        Assert.That(
            Editor.Find(Person)!.Body["changes"]!.AsArray().Select(change => (string?)change!["date"]),
            Is.EqualTo(["2026-11-20", "2026-12-24"])
        );
        NightOf("2026-11-21");
        Assert.That(Editor.Find(Person)!.Body["changes"]!.AsArray().Select(change => (string?)change!["date"]), Is.EqualTo(["2026-12-24"]));
    }

    [Test]
    public void A_kiosk_that_was_off_at_three_forgets_it_before_its_first_copy()
    {
        SetHere(here: true);
        var (folder, copy) = (new DataFolder(_kiosk.DataFolder), Path.Combine(_kiosk.DataFolder, "copies", "house-2026-11-23.db"));
        HouseDatabase.Open(folder, new LocalDate(2026, 11, 23)).Dispose();
        Assert.That(File.Exists(copy), Is.True);
        Assert.That(KeptIn(copy), Is.Empty);
    }

    private EditResult.Done SetHere(bool here) =>
        (EditResult.Done)
            Editor.Apply(
                here ? "change.here" : "change.away",
                Edited(Person, body => PresenceEdits.SetHere(body, new LocalDate(2026, 11, 20), here))
            );

    private EditResult Apply(EntryKey key, Action<JsonObject> change) => Editor.Apply("change.test", Edited(key, change));

    private EntryEdit Edited(EntryKey key, Action<JsonObject> change)
    {
        var entry = Editor.Find(key)!;
        change(entry.Body);
        return new EntryEdit(key, entry.Body, entry.Version);
    }

    private void NightOf(string date)
    {
        _kiosk.Time.StandAt(date + " 03:00");
        _kiosk.Services.GetRequiredService<NightlyCopies>().CatchUp();
    }

    private static JsonArray Dates(params string[] dates) => [.. dates.Select(date => new JsonObject { ["date"] = date, ["here"] = true })];

    /// <summary>Whatever in a database says that somebody was here or away.</summary>
    private static List<string> KeptIn(string path)
    {
        using var database = SqliteFile.Open(path);
        return
        [
            .. database.Query<string>(
                """
                SELECT what FROM change WHERE what IN ('change.here', 'change.away')
                UNION ALL SELECT body FROM entry WHERE list = 'presences' AND body LIKE '%"here"%'
                UNION ALL SELECT coalesce(before, '') || coalesce(after,
                  '') FROM change_entry WHERE list = 'presences' AND coalesce(before, '') || coalesce(after, '') LIKE '%"here"%'
                """
            ),
        ];
    }
}
