using NodaTime;
using NodaTime.Text;

namespace Kiosk.Core.Exchange;

/// <summary>Dates and times as people and programs write them.</summary>
internal static class WrittenDate
{
    /// <summary>The day before the month, as everywhere around Brussels.</summary>
    private static readonly LocalDatePattern[] Dates =
    [
        .. new[] { "uuuu-MM-dd", "d/M/uuuu", "d-M-uuuu", "d.M.uuuu", "uuuu/M/d" }.Select(LocalDatePattern.CreateWithInvariantCulture),
    ];

    private static readonly LocalTimePattern[] Times =
    [
        .. new[] { "H:mm", "H:mm:ss", "H:mm:ss.FFFFFF", "H'h'mm", "H'u'mm", "H'.'mm", "H'h'", "H'u'" }.Select(
            LocalTimePattern.CreateWithInvariantCulture
        ),
    ];

    /// <summary>A time of day behind a <c>T</c> is passed over.</summary>
    public static LocalDate? TryRead(string text) => First(Dates, text.Split('T')[0].Trim());

    /// <summary>
    /// Wall time. An offset behind it is passed over: HSDS writes one for all of the year, which is wrong for half of it
    /// (https://github.com/openreferral/specification/issues/265), and what people mean is what their door says.
    /// </summary>
    public static LocalTime? TryReadTime(string text)
    {
        var wall = text.Trim().TrimEnd('Z', 'z');
        var offset = wall.LastIndexOfAny(['+', '-']);
        return First(Times, (offset > 0 ? wall[..offset] : wall).Replace(" ", "", StringComparison.Ordinal));
    }

    private static T? First<T>(IEnumerable<IPattern<T>> patterns, string text)
        where T : struct
    {
        foreach (var pattern in patterns)
        {
            if (pattern.Parse(text) is { Success: true } parsed)
            {
                return parsed.Value;
            }
        }

        return null;
    }
}
