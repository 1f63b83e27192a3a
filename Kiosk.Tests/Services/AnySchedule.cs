using FsCheck;
using FsCheck.Fluent;
using Kiosk.Core.Services;
using NodaTime;

namespace Kiosk.Tests.Services;

/// <summary>Invented schedules and moments of 2026 and 2027; the nights on which the clocks change come often.</summary>
internal static class AnySchedule
{
    private static readonly Gen<LocalTime> QuarterHour = Gen.Choose(0, 95).Select(quarter => LocalTime.Midnight.PlusMinutes(15 * quarter));

    private static readonly Gen<LocalDate> Day = Gen.OneOf(
        Gen.Choose(0, 729).Select(new LocalDate(2026, 1, 1).PlusDays),
        Gen.Elements(new LocalDate(2026, 3, 28), new LocalDate(2026, 3, 29), new LocalDate(2026, 10, 24), new LocalDate(2026, 10, 25))
    );

    public static readonly Gen<ZonedDateTime> Moment =
        from day in Day
        from minute in Gen.Choose(0, (25 * 60) - 1)
        select Brussels.Zone.AtStartOfDay(day).PlusMinutes(minute);

    public static readonly Gen<Schedule> Rule =
        from rule in Gen.OneOf(Weekly, Monthly, Once)
        from hours in Gen.Frequency((1, Gen.Constant<(LocalTime Opens, LocalTime Closes)?>(null)), (4, Hours))
        from onHolidays in Gen.Elements(true, false)
        select rule with
        {
            OpensAt = hours?.Opens,
            ClosesAt = hours?.Closes,
            OnPublicHolidays = onHolidays,
        };

    public static readonly Gen<Closure> Closure =
        from first in Day
        from days in Gen.Choose(0, 20)
        select new Closure(first, first.PlusDays(days), null);

    private static Gen<(LocalTime Opens, LocalTime Closes)?> Hours =>
        from opens in QuarterHour
        from closes in QuarterHour
        select ((LocalTime, LocalTime)?)(opens, closes);

    private static Gen<Schedule> Weekly =>
        from days in Gen.Choose(1, 7).NonEmptyListOf()
        from interval in Gen.Choose(1, 3)
        from first in Day
        select From(Frequency.Weekly, interval, first, days.Select(day => new ByDay((IsoDayOfWeek)day, 0)));

    private static Gen<Schedule> Monthly =>
        from day in Gen.Choose(1, 7)
        from nth in Gen.Elements(1, 2, 3, 4, 5, -1, -2)
        from first in Day
        select From(Frequency.Monthly, 1, first, [new ByDay((IsoDayOfWeek)day, nth)]);

    private static Gen<Schedule> Once => Day.Select(day => From(Frequency.Once, 1, day, []));

    private static Schedule From(Frequency frequency, int interval, LocalDate first, IEnumerable<ByDay> days) =>
        new(frequency, interval, [.. days], null, null, first, null, false, null);
}
