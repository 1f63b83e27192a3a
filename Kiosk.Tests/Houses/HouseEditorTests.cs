using System.Text.Json.Nodes;
using Kiosk.App.Houses;
using Kiosk.Core.Editing;
using Kiosk.Core.Houses.Editing;
using Kiosk.Core.Storage;
using Kiosk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace Kiosk.Tests.Houses;

/// <summary>Changes of the house, in a real file.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class HouseEditorTests : IDisposable
{
    private static readonly EntryKey Garden = new("rooms", "garden");
    private static readonly EntryKey Walk = new("activities", "walk");

    private readonly EditedHouse _house = new();

    private HouseEditor Editor => _house.Editor;

    public void Dispose() => _house.Dispose();

    [Test]
    public void A_change_is_in_force_and_on_disk()
    {
        Assert.That(Apply(Garden, body => body["name"]!["fr"] = "Le potager"), Is.TypeOf<EditResult.Done>());
        Assert.That(Editor.Find(Garden)!.Body["name"]!["fr"]!.ToString(), Is.EqualTo("Le potager"));
        Assert.That(OnDisk().Room("garden").Name, Is.EqualTo(_house.House.Room("garden").Name));
        Assert.That(Editor.Find(Garden)!.Version, Is.EqualTo(1));
    }

    [Test]
    public void What_the_house_cannot_be_is_refused_with_its_place_and_nothing_changes()
    {
        var before = _house.File;
        var refused = (EditResult.Refused)
            Editor.Apply(
                "change.test",
                Edited(Garden, body => body["name"]!["fr"] = "Le potager"),
                Edited(Walk, body => body["roomId"] = "cellar")
            );
        Assert.That(refused.Problems.Select(p => (p.Key, p.Path)), Is.EqualTo([((EntryKey?)Walk, "roomId")]));
        Assert.That(_house.File, Is.EqualTo(before));
    }

    [Test]
    public void Where_somebody_was_faster_with_one_entry_none_of_the_others_changes()
    {
        var (garden, walk) = (
            Edited(Garden, body => body["name"]!["fr"] = "Le potager"),
            Edited(Walk, body => body["name"]!["fr"] = "Balade")
        );
        Apply(Garden, body => body["name"]!["fr"] = "Le verger");
        var before = _house.File;
        Assert.That(Editor.Apply("change.test", walk, garden), Is.TypeOf<EditResult.Overtaken>());
        Assert.That(_house.File, Is.EqualTo(before));
    }

    [Test]
    public void An_entry_that_others_point_to_cannot_be_removed() =>
        Assert.That(((EditResult.Refused)Editor.Apply("change.test", new EntryEdit(Garden, null, 0))).Problems, Is.Not.Empty);

    [Test]
    public void A_new_entry_is_put_last_and_undone_is_gone()
    {
        var before = _house.File;
        var done = Editor.Apply(
            "change.test",
            new EntryEdit(
                new EntryKey("rooms", "attic"),
                Body("""{"id":"attic","name":{"fr":"Le grenier"},"pictogram":"room-upstairs"}"""),
                null
            )
        );
        Assert.That(_house.House.Rooms[^1].Id, Is.EqualTo("attic"));
        Assert.That(Editor.Undo(((EditResult.Done)done).Change), Is.TypeOf<EditResult.Done>());
        Assert.That(_house.File, Is.EqualTo(before));
    }

    [Test]
    public void A_removed_entry_comes_back_to_its_place()
    {
        var order = _house.House.Presences.Select(p => p.Id).ToList();
        var done = (EditResult.Done)Editor.Apply("change.test", new EntryEdit(new EntryKey("presences", order[0]), null, 0));
        Assert.That(_house.House.Presences.Select(p => p.Id), Is.EqualTo(order.Skip(1)));
        Editor.Undo(done.Change);
        Assert.That(_house.House.Presences.Select(p => p.Id), Is.EqualTo(order));
    }

    [Test]
    public void Two_people_who_change_different_things_of_one_entry_both_have_their_way()
    {
        var (first, second) = (
            Edited(Garden, body => body["name"]!["fr"] = "Le potager"),
            Edited(Garden, body => body["pictogram"] = "garden")
        );
        Editor.Apply("change.test", first);
        Assert.That(Editor.Apply("change.test", second), Is.TypeOf<EditResult.Done>());
        var garden = Editor.Find(Garden)!.Body;
        Assert.That((garden["name"]!["fr"]!.ToString(), garden["pictogram"]!.ToString()), Is.EqualTo(("Le potager", "garden")));
    }

    [Test]
    public void Who_changes_the_same_second_sees_both_and_nothing_is_lost()
    {
        var (first, second) = (
            Edited(Garden, body => body["name"]!["fr"] = "Le potager"),
            Edited(Garden, body => body["name"]!["fr"] = "Le verger")
        );
        Editor.Apply("change.test", first);
        var overtaking = ((EditResult.Overtaken)Editor.Apply("change.test", second)).Entries.Single();
        Assert.That(
            (overtaking.Theirs!["name"]!["fr"]!.ToString(), overtaking.Mine!["name"]!["fr"]!.ToString()),
            Is.EqualTo(("Le potager", "Le verger"))
        );
        Assert.That(overtaking.Keys, Is.EqualTo(["name"]));
        Assert.That(Editor.Find(Garden)!.Body["name"]!["fr"]!.ToString(), Is.EqualTo("Le potager"));
        Assert.That(
            Editor.Apply("change.test", new EntryEdit(Garden, overtaking.Mine, overtaking.TheirVersion)),
            Is.TypeOf<EditResult.Done>()
        );
        Assert.That(Editor.Find(Garden)!.Body["name"]!["fr"]!.ToString(), Is.EqualTo("Le verger"));
    }

    [Test]
    public void What_somebody_removed_meanwhile_is_not_brought_back_unasked()
    {
        var key = new EntryKey("presences", _house.House.Presences[0].Id);
        var late = Edited(key, body => body["role"] = new JsonObject { ["fr"] = "Autre" });
        Editor.Apply("change.test", new EntryEdit(key, null, 0));
        var overtaking = ((EditResult.Overtaken)Editor.Apply("change.test", late)).Entries.Single();
        Assert.That((overtaking.Theirs, overtaking.TheirVersion), Is.EqualTo(((JsonObject?)null, (long?)null)));
    }

    [Test]
    public void An_older_change_is_undone_and_what_came_after_stays()
    {
        var first = (EditResult.Done)Apply(
            Walk,
            body => body["changes"]!.AsArray().Add(Body("""{"date":"2026-11-20","cancelled":true}"""))
        );
        Apply(Walk, body => body["name"]!["fr"] = "Balade");
        Assert.That(Editor.Undo(first.Change), Is.TypeOf<EditResult.Done>());
        Assert.That(
            _house.House.FindActivity("walk")!.Changes.Any(change => change.Date == new NodaTime.LocalDate(2026, 11, 20)),
            Is.False
        );
        Assert.That(Editor.Find(Walk)!.Body["name"]!["fr"]!.ToString(), Is.EqualTo("Balade"));
    }

    [Test]
    public void What_is_undone_can_be_done_again()
    {
        var done = (EditResult.Done)Apply(Garden, body => body["name"]!["fr"] = "Le potager");
        var undone = (EditResult.Done)Editor.Undo(done.Change);
        Editor.Undo(undone.Change);
        Assert.That(Editor.Find(Garden)!.Body["name"]!["fr"]!.ToString(), Is.EqualTo("Le potager"));
        Assert.That(
            Editor.History().Select(change => (change.Number, change.Undoes)),
            Is.EqualTo([(3L, (long?)2), (2L, 1), (1L, (long?)null)])
        );
    }

    [Test]
    public void A_change_can_be_undone_for_thirty_days()
    {
        Apply(Garden, body => body["name"]!["fr"] = "Le potager");
        _house.Time.StandAt("2026-12-20 14:20");
        Apply(Garden, body => body["name"]!["fr"] = "Le verger");
        Assert.That(Editor.History().Select(change => change.Number), Is.EqualTo([2L, 1L]));
        _house.Time.StandAt("2026-12-20 14:21");
        Apply(Garden, body => body["name"]!["fr"] = "Le jardin");
        Assert.That(Editor.History().Select(change => change.Number), Is.EqualTo([3L, 2L]));
    }

    [Test]
    public void After_thirty_days_a_change_is_shown_no_more_and_the_next_night_forgets_it()
    {
        using var kiosk = KioskHost.Start();
        var editor = kiosk.Services.GetRequiredService<HouseEditor>();
        var garden = editor.Find(Garden)!;
        garden.Body["name"]!["fr"] = "Le potager";
        var done = (EditResult.Done)editor.Apply("change.test", new EntryEdit(Garden, garden.Body, garden.Version));
        kiosk.Time.StandAt("2026-12-20 14:21");
        Assert.That(editor.History(), Is.Empty);
        kiosk.Time.StandAt("2026-12-21 03:00");
        kiosk.Services.GetRequiredService<NightlyCopies>().CatchUp();
        Assert.That(editor.WritesOf(done.Change), Is.Empty);
        Assert.That(editor.Find(Garden)!.Body["name"]!["fr"]!.ToString(), Is.EqualTo("Le potager"));
    }

    [Test]
    public void A_whole_house_file_is_one_change_and_undone_in_one()
    {
        var before = _house.File;
        var file = JsonNode.Parse(DemoHouse.Json)!;
        file["rooms"]![0]!["name"]!["fr"] = "Ailleurs";
        file["presences"]!.AsArray().RemoveAt(0);
        var done = (EditResult.Done)Editor.Replace("change.house-file", file.ToJsonString(), Stored());
        Assert.That(Editor.WritesOf(done.Change), Has.Count.EqualTo(2 + (file["presences"]!.AsArray().Count)), "the others moved up");
        Editor.Undo(done.Change);
        Assert.That(JsonNode.DeepEquals(JsonNode.Parse(_house.File), JsonNode.Parse(before)), Is.True);
    }

    /// <summary>A file is read, compared and shown; on a tablet, somebody goes on meanwhile.</summary>
    [Test]
    public void A_house_file_takes_nothing_back_that_was_changed_since_it_was_made()
    {
        var seen = Stored();
        var file = JsonNode.Parse(_house.File)!;
        file["presences"]![0]!["role"]!["fr"] = "Autre";
        Apply(Garden, body => body["name"]!["fr"] = "Le potager");
        Assert.That(Editor.Replace("change.house-file", file.ToJsonString(), seen), Is.TypeOf<EditResult.Done>());
        var now = JsonNode.Parse(_house.File)!;
        Assert.That(
            (now["presences"]![0]!["role"]!["fr"]!.ToString(), Editor.Find(Garden)!.Body["name"]!["fr"]!.ToString()),
            Is.EqualTo(("Autre", "Le potager"))
        );
    }

    [Test]
    public void What_changes_nothing_is_no_change()
    {
        Assert.That(Apply(Garden, _ => { }), Is.EqualTo(new EditResult.Done(0)));
        Assert.That(Editor.History(), Is.Empty);
    }

    [Test]
    public void Trying_changes_nothing()
    {
        var tried = Editor.Try([Edited(Garden, body => body["name"]!["fr"] = "Le potager")], out _);
        Assert.That(tried!.Room("garden").Name, Is.Not.EqualTo(_house.House.Room("garden").Name));
        Assert.That(Editor.History(), Is.Empty);
    }

    /// <summary>Five tablets at once, each adding its own date to one activity.</summary>
    [Test]
    public async Task Nothing_is_lost_when_many_change_one_entry_at_once()
    {
        var dates = Enumerable
            .Range(0, 50)
            .Select(day => new NodaTime.LocalDate(2026, 12, 1).PlusDays(day).ToString("uuuu-MM-dd", null))
            .ToList();
        await Parallel.ForEachAsync(
            dates,
            new ParallelOptions { MaxDegreeOfParallelism = 5 },
            (date, _) =>
            {
                var result = Apply(Walk, body => body["changes"]!.AsArray().Add(new JsonObject { ["date"] = date, ["cancelled"] = true }));
                return result is EditResult.Done
                    ? ValueTask.CompletedTask
                    : ValueTask.FromException(new AssertionException(result.ToString()));
            }
        );
        Assert.That(
            _house.House.FindActivity("walk")!.Changes.Select(change => change.Date.ToString("uuuu-MM-dd", null)),
            Is.SupersetOf(dates)
        );
    }

    [Test]
    public void Whoever_fails_to_follow_a_change_undoes_nothing_and_keeps_nobody_from_hearing_it()
    {
        var editsMeanwhile = false;
        _house.Current.Changed += Fail;
        _house.Current.Changed += EditMeanwhile;
        try
        {
            var cancelled = new JsonObject { ["date"] = "2026-12-24", ["cancelled"] = true };
            Assert.That(Apply(Walk, walk => walk["changes"]!.AsArray().Add(cancelled)), Is.TypeOf<EditResult.Done>());
        }
        finally
        {
            _house.Current.Changed -= Fail;
            _house.Current.Changed -= EditMeanwhile;
        }

        Assert.That(editsMeanwhile, Is.True, "nobody holds the editor's lock");
        Assert.That(OnDisk().FindActivity("walk")!.Changes.Select(change => change.Date.Month), Has.One.EqualTo(12));

        static void Fail() => throw new InvalidOperationException("It could not follow.");

        void EditMeanwhile() => editsMeanwhile = Task.Run(() => Editor.Try([], out _)).Wait(TimeSpan.FromSeconds(30));
    }

    /// <summary>The command <c>import</c> beside a kiosk that runs: two processes, one house.</summary>
    [Test]
    public async Task Nothing_is_lost_when_another_process_changes_the_house_too()
    {
        using var database = _house.OpenAgain();
        var other = _house.Another(database);
        var dates = Enumerable
            .Range(0, 40)
            .Select(day => new NodaTime.LocalDate(2026, 12, 1).PlusDays(day).ToString("uuuu-MM-dd", null))
            .ToList();
        await Task.WhenAll(Task.Run(() => Add(Editor, even: true)), Task.Run(() => Add(other, even: false)));
        Assert.That(
            OnDisk().FindActivity("walk")!.Changes.Select(change => change.Date.ToString("uuuu-MM-dd", null)),
            Is.SupersetOf(dates)
        );

        void Add(HouseEditor editor, bool even)
        {
            foreach (var (_, date) in dates.Index().Where(date => date.Index % 2 == 0 == even))
            {
                var walk = editor.Find(Walk)!;
                walk.Body["changes"]!.AsArray().Add(new JsonObject { ["date"] = date, ["cancelled"] = true });
                Assert.That(editor.Apply("change.test", new EntryEdit(Walk, walk.Body, walk.Version)), Is.TypeOf<EditResult.Done>());
            }
        }
    }

    private EditResult Apply(EntryKey key, Action<JsonObject> change) => Editor.Apply("change.test", Edited(key, change));

    private EntryEdit Edited(EntryKey key, Action<JsonObject> change)
    {
        var entry = Editor.Find(key)!;
        change(entry.Body);
        return new EntryEdit(key, entry.Body, entry.Version);
    }

    private IReadOnlyList<StoredEntry> Stored() => _house.Database.Entries();

    private Kiosk.Core.Houses.House OnDisk() => DemoHouse.Read(_house.File).House!;

    private static JsonObject Body(string json) => JsonNode.Parse(json)!.AsObject();
}
