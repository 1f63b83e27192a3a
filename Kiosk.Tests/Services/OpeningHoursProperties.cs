using FsCheck;
using FsCheck.Fluent;
using Kiosk.Core.Services;
using NodaTime;
using NUnit.Framework;

namespace Kiosk.Tests.Services;

internal sealed class OpeningHoursProperties
{
    private sealed record Case(IReadOnlyList<Schedule> Schedules, IReadOnlyList<Closure> Closures, ZonedDateTime Now)
    {
        public Opening Opening => OpeningHours.Of(Schedules, Closures, Now);

        public bool Changes(ZonedDateTime moment, bool toOpen) =>
            moment.ToInstant() > Now.ToInstant() && IsOpenAt(moment) == toOpen && IsOpenAt(moment.PlusNanoseconds(-1)) != toOpen;

        private bool IsOpenAt(ZonedDateTime moment) => IsOpen(OpeningHours.Of(Schedules, Closures, moment));
    }

    private static readonly Arbitrary<Case> AnyCase = (
        from schedules in AnySchedule.Rule.ListOf().Resize(4)
        from closures in AnySchedule.Closure.ListOf().Resize(2)
        from now in AnySchedule.Moment
        select new Case([.. schedules], [.. closures], now)
    ).ToArbitrary();

    [Test]
    public void Something_is_open_exactly_when_now_lies_in_one_of_its_windows() =>
        Check(given =>
        {
            var windows = OpeningHours.WeekOf(given.Schedules, given.Closures, given.Now.Date.PlusDays(-1));
            return IsOpen(given.Opening) == windows.Any(window => window.IntervalIn(Brussels.Zone).Contains(given.Now.ToInstant()));
        });

    /// <summary>The clock on the wall says the same as the instants, but for the night on which it shows an hour twice.</summary>
    [Test]
    public void Something_is_open_exactly_when_the_wall_clock_lies_in_one_of_its_windows() =>
        Check(given =>
        {
            var wall = given.Now.LocalDateTime;
            var windows = OpeningHours.WeekOf(given.Schedules, given.Closures, wall.Date.PlusDays(-1));
            return wall.Date == new LocalDate(2026, 10, 25)
                || wall.Date == new LocalDate(2027, 10, 31)
                || IsOpen(given.Opening) == windows.Any(window => window.Start <= wall && wall < window.End);
        });

    [Test]
    public void At_the_next_opening_it_is_closed_just_before_and_open_from_then() =>
        Check(given => given.Opening.OpensAt is not { } wall || given.Changes(Brussels.Zone.MapLocal(wall).First(), toOpen: true));

    [Test]
    public void At_the_end_of_the_present_opening_it_is_open_just_before_and_closed_from_then() =>
        Check(given => given.Opening.Until is not { } wall || given.Changes(Brussels.Zone.MapLocal(wall).Last(), toOpen: false));

    [Test]
    public void The_order_in_which_schedules_are_written_changes_nothing() =>
        Check(given => given.Opening == OpeningHours.Of([.. given.Schedules.Reverse()], given.Closures, given.Now));

    private static bool IsOpen(Opening opening) => opening.State is OpeningState.OpenNow or OpeningState.AlwaysOpen;

    private static void Check(Func<Case, bool> property) => Prop.ForAll(AnyCase, property).QuickCheckThrowOnFailure();
}
