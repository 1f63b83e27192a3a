using System.Globalization;
using Kiosk.Core.Services;
using NodaTime;

namespace Kiosk.Core.Houses;

/// <summary>Makes a <see cref="Schedule"/> of one that a house file writes.</summary>
internal static class ScheduleEntry
{
    /// <summary>Keys that make no sense beside a date.</summary>
    private static readonly string[] OfReturning = ["freq", "byday", "interval", "validFrom", "validTo"];

    private static readonly Dictionary<string, IsoDayOfWeek> Days = new()
    {
        ["MO"] = IsoDayOfWeek.Monday,
        ["TU"] = IsoDayOfWeek.Tuesday,
        ["WE"] = IsoDayOfWeek.Wednesday,
        ["TH"] = IsoDayOfWeek.Thursday,
        ["FR"] = IsoDayOfWeek.Friday,
        ["SA"] = IsoDayOfWeek.Saturday,
        ["SU"] = IsoDayOfWeek.Sunday,
    };

    public static Schedule From(WrittenSchedule written, JsonEntry e)
    {
        if ((written.OpensAt is null) != (written.ClosesAt is null))
        {
            e.Note("opensAt", "Write both opensAt and closesAt, or neither for the whole day.");
        }

        return written.Date is { } date ? Once(written, date, e) : Returning(written, e);
    }

    private static Schedule Once(WrittenSchedule written, LocalDate date, JsonEntry e)
    {
        foreach (var key in OfReturning.Where(e.Has))
        {
            e.Note(key, $"With a date there is no {key}: leave one of the two out.");
        }

        return new Schedule(
            Frequency.Once,
            1,
            [],
            written.OpensAt,
            written.ClosesAt,
            date,
            date,
            written.OnPublicHolidays ?? true,
            written.Notes
        );
    }

    private static Schedule Returning(WrittenSchedule written, JsonEntry e)
    {
        if (written.Freq is null)
        {
            e.NoteMissing("freq", "one of: WEEKLY, MONTHLY");
        }

        if (written.Interval > 1 && written.ValidFrom is null)
        {
            e.Note("validFrom", "With an interval over 1 the first day is needed, to know which weeks count.");
        }

        if (written.ValidTo < written.ValidFrom)
        {
            e.Note("validTo", "The last day lies before the first: exchange them.");
        }

        var frequency = written.Freq ?? Frequency.Weekly;
        return new Schedule(
            frequency,
            written.Interval,
            ByDays(written, frequency, e),
            written.OpensAt,
            written.ClosesAt,
            written.ValidFrom,
            written.ValidTo,
            written.OnPublicHolidays ?? false,
            written.Notes
        );
    }

    private static List<ByDay> ByDays(WrittenSchedule written, Frequency frequency, JsonEntry e)
    {
        if (written.Byday is null)
        {
            e.NoteMissing("byday", "a text in quotes");
        }

        var days = new List<ByDay>();
        foreach (var word in (written.Byday ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (TryReadDay(word, out var day) && day.Nth != 0 == (frequency == Frequency.Monthly))
            {
                days.Add(day);
            }
            else
            {
                e.Note(
                    "byday",
                    frequency == Frequency.Monthly
                        ? $"'{word}' is no day of a month: write 2MO for the second Monday, -1FR for the last Friday."
                        : $"'{word}' is no day of the week: write MO,TU,WE,TH,FR,SA,SU."
                );
            }
        }

        if (days.Distinct().Count() < days.Count)
        {
            e.Note("byday", "A day stands here twice: leave one out.");
        }

        if (days.Count == 0)
        {
            e.Note("byday", "Name at least one day: without one this never takes place.");
        }

        return days;
    }

    private static bool TryReadDay(string word, out ByDay day)
    {
        day = default;
        if (word.Length < 2 || !Days.TryGetValue(word[^2..], out var name))
        {
            return false;
        }

        var nth = 0;
        var numbered = word.Length > 2;
        if (
            numbered
            && (!int.TryParse(word[..^2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out nth) || nth is 0 or < -5 or > 5)
        )
        {
            return false;
        }

        day = new ByDay(name, nth);
        return true;
    }
}
