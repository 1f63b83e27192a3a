using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace Kiosk.Tests.Services;

/// <summary>Dates and moments in Europe/Brussels, written as <c>2026-03-29 01:30</c>.</summary>
internal static class Brussels
{
    public static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Brussels"];

    private static readonly LocalDateTimePattern MomentPattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");
    private static readonly LocalTimePattern TimePattern = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;

    public static LocalTime Time(string text) => TimePattern.Parse(text).Value;

    public static LocalDateTime Wall(string text) => MomentPattern.Parse(text).Value;

    /// <summary>The moment the clock says so; the first of two when the clocks go back.</summary>
    /// <exception cref="SkippedTimeException">The clock never says so.</exception>
    public static ZonedDateTime At(string text) =>
        Zone.ResolveLocal(Wall(text), Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ThrowWhenSkipped));

    /// <summary>The second moment on which the clock says so, when the clocks go back.</summary>
    public static ZonedDateTime AgainAt(string text) => Zone.MapLocal(Wall(text)).Last();

    public static string Text(LocalDateTime wall) => MomentPattern.Format(wall);
}
