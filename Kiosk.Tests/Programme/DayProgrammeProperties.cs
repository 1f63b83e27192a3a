using FsCheck;
using FsCheck.Fluent;
using Kiosk.Core.Programme;
using Kiosk.Core.Services;
using Kiosk.Tests.Services;
using NodaTime;
using NUnit.Framework;

namespace Kiosk.Tests.Programme;

internal sealed class DayProgrammeProperties
{
    private sealed record Case(IReadOnlyList<Activity> Activities, ZonedDateTime Now)
    {
        public DayProgramme Today => DayProgramme.For(Activities, Now.Date, Now, held => held);
    }

    private static readonly Gen<LocalTime?> NewTime = Gen.Choose(-48, 47)
        .Select(half => half < 0 ? (LocalTime?)null : LocalTime.Midnight.PlusMinutes(30 * half));

    /// <summary>Activities with changes around the moment, so that most days have some.</summary>
    private static readonly Arbitrary<Case> AnyCase = (
        from now in AnySchedule.Moment
        from activities in AnyActivity(now.Date).ListOf().Resize(5)
        select new Case([.. activities], now)
    ).ToArbitrary();

    private static Gen<Activity> AnyActivity(LocalDate around) =>
        from schedules in AnySchedule.Rule.NonEmptyListOf().Resize(3)
        from changes in AnyChange(around).ListOf().Resize(3)
        select Activities.Activity("any", [.. schedules]).But([.. changes]);

    private static Gen<ActivityChange> AnyChange(LocalDate around) =>
        from daysOff in Gen.Choose(-2, 2)
        from cancelled in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true)))
        from daysMoved in Gen.Choose(-3, 3)
        from starts in NewTime
        from ends in NewTime
        let date = around.PlusDays(daysOff)
        select new ActivityChange(date, cancelled, daysMoved == 0 ? null : date.PlusDays(daysMoved), starts, ends, null, false, null);

    [Test]
    public void Every_occurrence_starts_on_the_day_or_runs_over_midnight_into_it() =>
        Check(given =>
            given.Today.Occurrences.All(occurrence =>
                occurrence.Start.Date == given.Now.Date
                || (occurrence.Start.Date == given.Now.Date.PlusDays(-1) && given.Today.Now.Contains(occurrence))
            )
        );

    [Test]
    public void What_is_in_progress_has_begun_and_has_not_ended() =>
        Check(given => given.Today.Now.All(occurrence => occurrence.TakesPlace && Times(occurrence).Contains(given.Now.ToInstant())));

    [Test]
    public void What_is_next_is_still_to_come_and_nothing_comes_sooner() =>
        Check(given =>
            given.Today.Next.All(next =>
                next.TakesPlace
                && Times(next).Start > given.Now.ToInstant()
                && !given.Today.Occurrences.Any(other => other.TakesPlace && other.Phase is Phase.Later && other.Start < next.Start)
            )
        );

    [Test]
    public void Nothing_in_progress_is_missing_from_today() =>
        Check(given =>
            given
                .Activities.SelectMany(activity => DayProgramme.Upcoming(activity, given.Now, held => held).Take(20))
                .Where(occurrence => occurrence.TakesPlace && occurrence.Phase is Phase.Now)
                .All(given.Today.Now.Contains)
        );

    [Test]
    public void What_moved_away_is_found_where_it_went() =>
        Check(given =>
            given
                .Today.Occurrences.Where(occurrence => occurrence.MovedTo is not null)
                .All(occurrence =>
                    DayProgramme
                        .For(given.Activities, occurrence.MovedTo!.Value.Date, given.Now, held => held)
                        .Occurrences.Any(moved => moved.MovedFrom == occurrence.Start && moved.Start == occurrence.MovedTo)
                )
        );

    private static NodaTime.Interval Times(Occurrence occurrence) =>
        new Window(occurrence.Start, occurrence.End, occurrence.WholeDay).IntervalIn(Brussels.Zone);

    private static void Check(Func<Case, bool> property) => Prop.ForAll(AnyCase, property).QuickCheckThrowOnFailure();
}
