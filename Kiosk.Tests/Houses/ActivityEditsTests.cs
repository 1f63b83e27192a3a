using System.Text.Json.Nodes;
using Kiosk.Core.Houses.Editing;
using NodaTime;
using NUnit.Framework;
using static Kiosk.Tests.Services.Brussels;

namespace Kiosk.Tests.Houses;

internal sealed class ActivityEditsTests
{
    private static readonly LocalDate Friday = Date("2026-11-20");

    [Test]
    public void Cancelled_it_says_nothing_else_of_that_day() =>
        Assert.That(
            After("[{'date':'2026-11-20','roomId':'garden','full':true}]", a => ActivityEdits.Cancel(a, Friday)),
            Is.EqualTo("[{'date':'2026-11-20','cancelled':true}]")
        );

    [Test]
    public void Moved_it_keeps_the_other_room() =>
        Assert.That(
            After("[{'date':'2026-11-20','roomId':'garden'}]", a => ActivityEdits.Move(a, Friday, Friday, Time("15:00"), Time("16:30"))),
            Is.EqualTo("[{'date':'2026-11-20','roomId':'garden','startsAt':'15:00','endsAt':'16:30'}]")
        );

    [Test]
    public void Moved_to_another_day() =>
        Assert.That(
            After("[]", a => ActivityEdits.Move(a, Friday, Friday.PlusDays(3), Time("15:00"), null)),
            Is.EqualTo("[{'date':'2026-11-20','movedTo':'2026-11-23','startsAt':'15:00'}]")
        );

    [Test]
    public void Moved_or_full_it_is_no_longer_cancelled()
    {
        const string Cancelled = "[{'date':'2026-11-20','cancelled':true}]";
        Assert.That(After(Cancelled, a => ActivityEdits.Full(a, Friday, true)), Is.EqualTo("[{'date':'2026-11-20','full':true}]"));
        Assert.That(
            After(Cancelled, a => ActivityEdits.InRoom(a, Friday, "garden")),
            Is.EqualTo("[{'date':'2026-11-20','roomId':'garden'}]")
        );
    }

    [Test]
    public void As_planned_nothing_is_left() =>
        Assert.That(After("[{'date':'2026-11-20','full':true}]", a => ActivityEdits.AsPlanned(a, Friday)), Is.EqualTo("none"));

    [Test]
    public void Back_in_its_own_room_nothing_is_left() =>
        Assert.That(After("[{'date':'2026-11-20','roomId':'garden'}]", a => ActivityEdits.InRoom(a, Friday, "hall")), Is.EqualTo("none"));

    [Test]
    public void Other_days_stay_however_far_away() =>
        Assert.That(
            After(
                "[{'date':'2026-11-20','full':true},{'date':'2027-12-04','full':true}]",
                a => ActivityEdits.Cancel(a, Date("2027-06-04"))
            ),
            Is.EqualTo("[{'date':'2026-11-20','full':true},{'date':'2027-06-04','cancelled':true},{'date':'2027-12-04','full':true}]")
        );

    [Test]
    public void Days_long_past_are_forgotten() =>
        Assert.That(
            After(
                "[{'date':'2026-09-20','full':true},{'date':'2026-09-21','full':true},{'date':'2026-12-04','full':true}]",
                a => ActivityEdits.ForgetPast(a, Friday)
            ),
            Is.EqualTo("[{'date':'2026-09-21','full':true},{'date':'2026-12-04','full':true}]")
        );

    [Test]
    public void A_week_is_copied_with_its_single_dates_and_its_changes_and_twice_is_once()
    {
        var activity = Activity(
            "[{'date':'2026-11-20','movedTo':'2026-11-21','full':true},{'date':'2026-11-18','full':true},"
                + "{'date':'2026-11-23','cancelled':true}]"
        );
        activity["schedules"]!.AsArray().Add(JsonNode.Parse("""{"date":"2026-11-22","opensAt":"10:00","closesAt":"11:00"}"""));
        foreach (var _ in new[] { 1, 2 })
        {
            ActivityEdits.CopyWeek(activity, Date("2026-11-16"), Date("2026-11-30"));
        }

        Assert.That(
            Text(activity["changes"]),
            Is.EqualTo(
                "[{'date':'2026-11-20','movedTo':'2026-11-21','full':true},{'date':'2026-11-18','full':true},"
                    + "{'date':'2026-11-23','cancelled':true},{'date':'2026-12-04','movedTo':'2026-12-05'}]"
            )
        );
        Assert.That(
            Text(activity["schedules"]),
            Does.EndWith(
                "{'date':'2026-11-22','opensAt':'10:00','closesAt':'11:00'},{'date':'2026-12-06','opensAt':'10:00','closesAt':'11:00'}]"
            )
        );
    }

    [TestCase("Goûter d’anniversaire !", "gouter-d-anniversaire")]
    [TestCase("Film", "film-2")]
    [TestCase("حفلة", "extra")]
    [TestCase("Une très très longue fête pour tous les enfants du quartier", "une-tres-tres-longue-fete-pour-tous-les")]
    public void A_name_gives_a_readable_id(string name, string id) =>
        Assert.That(Slug.For(name, "extra", new HashSet<string> { "film" }), Is.EqualTo(id));

    private static string After(string changes, Action<JsonObject> edit)
    {
        var activity = Activity(changes);
        edit(activity);
        return Text(activity["changes"]);
    }

    private static JsonObject Activity(string changes) =>
        JsonNode
            .Parse(
                $"{{'id':'games','roomId':'hall','schedules':[{{'freq':'WEEKLY','byday':'FR'}}],'changes':{changes}}}".Replace('\'', '"')
            )!
            .AsObject();

    private static string Text(JsonNode? json) => json?.ToJsonString().Replace('"', '\'') ?? "none";
}
