using Kiosk.Core.Programme;
using NodaTime;
using NUnit.Framework;
using static Kiosk.Tests.Programme.Activities;
using static Kiosk.Tests.Services.Brussels;
using static Kiosk.Tests.Services.Schedules;

namespace Kiosk.Tests.Programme;

/// <summary>Mondays from 14:00 to 16:00; the change concerns 7 September 2026.</summary>
internal sealed class OccurrenceChangesTests
{
    private static readonly Activity Garden = Activity("garden", Weekly("MO", "14:00-16:00"));

    [Test]
    public void A_cancelled_time_stays_in_the_programme_and_is_neither_now_nor_next()
    {
        var inProgress = On("2026-09-07", Garden.But(Cancelled("2026-09-07")), "2026-09-07 15:00");
        var ahead = On("2026-09-07", Garden.But(Cancelled("2026-09-07")), "2026-09-07 09:00");

        Assert.That((Told(ahead), ahead.Next.Count, inProgress.Now.Count), Is.EqualTo(("14:00-16:00 Cancelled kitchen", 0, 0)));
    }

    [TestCase("2026-09-07", "14:00-16:00 MovedAway to 2026-09-09 14:00 kitchen")]
    [TestCase("2026-09-09", "14:00-16:00 Moved from 2026-09-07 14:00 kitchen")]
    [TestCase("2026-09-14", "14:00-16:00 AsPlanned kitchen")]
    public void A_move_to_another_date_is_told_on_both(string date, string expected) =>
        Assert.That(Told(On(date, Garden.But(Change("2026-09-07", movedTo: "2026-09-09")))), Is.EqualTo(expected));

    [TestCase("2026-09-07", "14:00-16:00 MovedAway to 2026-09-09 17:00 kitchen")]
    [TestCase("2026-09-09", "17:00-18:00 Moved from 2026-09-07 14:00 attic")]
    public void The_old_date_keeps_its_time_and_room_and_the_new_has_its_own(string date, string expected)
    {
        var change = Change("2026-09-07", movedTo: "2026-09-09", starts: "17:00", ends: "18:00") with { RoomId = "attic" };

        Assert.That(Told(On(date, Garden.But(change))), Is.EqualTo(expected));
    }

    [Test]
    public void What_moved_away_is_neither_now_nor_next()
    {
        var ahead = On("2026-09-07", Garden.But(Change("2026-09-07", movedTo: "2026-09-09")), "2026-09-07 09:00");
        var inProgress = On("2026-09-07", Garden.But(Change("2026-09-07", movedTo: "2026-09-09")), "2026-09-07 15:00");

        Assert.That((ahead.Next.Count, inProgress.Now.Count), Is.EqualTo((0, 0)));
    }

    [TestCase("2026-09-09 09:00", false, true)]
    [TestCase("2026-09-09 15:00", true, false)]
    public void What_moved_here_is_now_and_next(string now, bool inProgress, bool next)
    {
        var day = On("2026-09-09", Garden.But(Change("2026-09-07", movedTo: "2026-09-09")), now);

        Assert.That((day.Now.Count == 1, day.Next.Count == 1), Is.EqualTo((inProgress, next)));
    }

    [TestCase("15:00", "18:00", "15:00-18:00 Moved from 2026-09-07 14:00 kitchen")]
    [TestCase("15:00", null, "15:00-17:00 Moved from 2026-09-07 14:00 kitchen", TestName = "{m}: another start keeps the length")]
    [TestCase(null, "15:30", "14:00-15:30 AsPlanned kitchen", TestName = "{m}: another end is no move")]
    [TestCase("22:00", "01:00", "22:00-01:00 Moved from 2026-09-07 14:00 kitchen", TestName = "{m}: past midnight")]
    public void Other_times_move_it_on_the_same_date(string? starts, string? ends, string expected) =>
        Assert.That(Told(On("2026-09-07", Garden.But(Change("2026-09-07", starts: starts, ends: ends)))), Is.EqualTo(expected));

    [Test]
    public void Another_room_alone_is_as_planned_with_the_note()
    {
        var change = Change("2026-09-07") with { RoomId = "attic", Notes = Text("Peinture") };

        Assert.That(Told(On("2026-09-07", Garden.But(change))), Is.EqualTo("14:00-16:00 AsPlanned attic Peinture"));
    }

    [TestCase("2026-09-07", "14:00-16:00 Cancelled kitchen Malade")]
    [TestCase("2026-09-14", "14:00-16:00 AsPlanned kitchen Gants")]
    public void A_note_on_the_change_stands_for_the_note_on_the_schedule(string date, string expected)
    {
        var garden = Activity("garden", Weekly("MO", "14:00-16:00") with { Notes = Text("Gants") });

        Assert.That(Told(On(date, garden.But(Cancelled("2026-09-07") with { Notes = Text("Malade") }))), Is.EqualTo(expected));
    }

    [Test]
    public void A_date_moved_to_keeps_its_own_time_too() =>
        Assert.That(
            Told(On("2026-09-14", Garden.But(Change("2026-09-07", movedTo: "2026-09-14", starts: "10:00")))),
            Is.EqualTo("10:00-12:00 Moved from 2026-09-07 14:00 kitchen, 14:00-16:00 AsPlanned kitchen")
        );

    [Test]
    public void A_date_moved_to_may_itself_be_cancelled() =>
        Assert.That(
            Told(On("2026-09-14", Garden.But(Change("2026-09-07", movedTo: "2026-09-14", starts: "10:00"), Cancelled("2026-09-14")))),
            Is.EqualTo("10:00-12:00 Moved from 2026-09-07 14:00 kitchen, 14:00-16:00 Cancelled kitchen")
        );

    [Test]
    public void Of_two_changes_of_one_date_the_last_holds() =>
        Assert.That(
            Told(On("2026-09-07", Garden.But(Change("2026-09-07", movedTo: "2026-09-09"), Cancelled("2026-09-07")))),
            Is.EqualTo("14:00-16:00 Cancelled kitchen")
        );

    [Test]
    public void A_move_onto_a_public_holiday_is_meant() =>
        Assert.That(
            Told(On("2026-11-11", Garden.But(Change("2026-11-09", movedTo: "2026-11-11")))),
            Is.EqualTo("14:00-16:00 Moved from 2026-11-09 14:00 kitchen")
        );

    [TestCase("2026-09-08")]
    [TestCase("2026-09-09")]
    public void A_change_of_a_date_on_which_nothing_is_planned_changes_nothing(string date) =>
        Assert.That(On(date, Garden.But(Change("2026-09-08", movedTo: "2026-09-09"))).Occurrences, Is.Empty);

    [TestCase(null, null, "00:00-00:00 whole day Moved from 2026-09-07 00:00 kitchen")]
    [TestCase("10:00", null, "10:00-00:00 Moved from 2026-09-07 00:00 kitchen", TestName = "{m}: from a time to midnight")]
    [TestCase(null, "18:00", "00:00-18:00 Moved from 2026-09-07 00:00 kitchen", TestName = "{m}: from midnight to a time")]
    public void A_whole_day_moves_as_one_unless_it_is_given_times(string? starts, string? ends, string expected)
    {
        var library = Activity("library", Weekly("MO")).But(Change("2026-09-07", movedTo: "2026-09-09", starts, ends));

        Assert.That(Told(On("2026-09-09", library)), Is.EqualTo(expected));
    }

    [Test]
    public void What_was_moved_to_the_evening_is_carried_over_midnight() =>
        Assert.That(
            On("2026-09-08", Garden.But(Change("2026-09-07", starts: "23:00")), "2026-09-08 00:59").Now.Single().MovedFrom,
            Is.EqualTo(Wall("2026-09-07 14:00"))
        );

    private static DayProgramme On(string date, Activity activity, string now = "2026-09-01 09:00") =>
        DayProgramme.For([activity], Date(date), At(now), held => held);

    private static string Told(DayProgramme day) => string.Join(", ", day.Occurrences.Select(Told));

    private static string Told(Occurrence occurrence) =>
        string.Concat(
            $"{Hours(occurrence.Start)}-{Hours(occurrence.End)}",
            occurrence.WholeDay ? " whole day" : "",
            $" {occurrence.Status}",
            occurrence.MovedTo is { } to ? $" to {Text(to)}" : "",
            occurrence.MovedFrom is { } from ? $" from {Text(from)}" : "",
            $" {occurrence.RoomId}",
            occurrence.Notes is { } notes ? $" {notes}" : ""
        );

    private static string Hours(LocalDateTime wall) => Text(wall)[^5..];
}
