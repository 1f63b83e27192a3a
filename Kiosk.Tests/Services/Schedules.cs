using System.Globalization;
using Kiosk.Core.Services;
using NodaTime;

namespace Kiosk.Tests.Services;

/// <summary>Schedules as one would write them on a door: <c>Weekly("MO,TH", "09:00-12:00")</c>. No hours is the whole day.</summary>
internal static class Schedules
{
    private static readonly string[] Days = ["", "MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    public static Schedule Weekly(string byDay, string? hours = null) => Rule(Frequency.Weekly, byDay, hours);

    public static Schedule Monthly(string byDay, string? hours = null) => Rule(Frequency.Monthly, byDay, hours);

    public static Schedule Once(string date, string? hours = null) =>
        Rule(Frequency.Once, "", hours) with
        {
            ValidFrom = Brussels.Date(date),
        };

    public static Schedule EveryDay(string? hours = null) => Weekly("MO,TU,WE,TH,FR,SA,SU", hours) with { OnPublicHolidays = true };

    private static Schedule Rule(Frequency frequency, string byDay, string? hours)
    {
        var times = hours?.Split('-').Select(Brussels.Time).ToList();
        var days = byDay.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Day).ToList();
        return new Schedule(frequency, 1, days, times?[0], times?[1], ValidFrom: null, ValidTo: null, OnPublicHolidays: false, Notes: null);
    }

    private static ByDay Day(string text) =>
        new((IsoDayOfWeek)Array.IndexOf(Days, text[^2..]), text.Length == 2 ? 0 : int.Parse(text[..^2], CultureInfo.InvariantCulture));
}
