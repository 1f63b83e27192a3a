using System.Globalization;
using Kiosk.Core.Services;
using NodaTime;

namespace Kiosk.Core.Houses;

/// <summary>Reads one <see cref="Schedule"/> of a house file.</summary>
internal static class ScheduleEntry
{
    private static readonly Dictionary<string, Frequency> Frequencies = new()
    {
        ["WEEKLY"] = Frequency.Weekly,
        ["MONTHLY"] = Frequency.Monthly,
    };

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

    public static Schedule Read(JsonEntry e)
    {
        var schedule = e.Has("date") ? ReadOnce(e) : ReadReturning(e);
        if (schedule.OpensAt is null != schedule.ClosesAt is null)
        {
            e.Note("opensAt", "Write both opensAt and closesAt, or neither for the whole day.");
        }

        if (schedule.ValidTo < schedule.ValidFrom)
        {
            e.Note("validTo", "The last day lies before the first: exchange them.");
        }

        return schedule;
    }

    private static Schedule ReadOnce(JsonEntry e)
    {
        var date = e.Date("date");
        return new Schedule(
            Frequency.Once,
            1,
            [],
            e.OptionalTime("opensAt"),
            e.OptionalTime("closesAt"),
            date,
            date,
            e.Flag("onPublicHolidays", true),
            e.OptionalText("notes")
        );
    }

    private static Schedule ReadReturning(JsonEntry e)
    {
        var frequency = e.OneOf("freq", Frequencies);
        var interval = e.WholeNumber("interval", 1, 1, 52);
        if (interval > 1 && !e.Has("validFrom"))
        {
            e.Note("validFrom", "With an interval over 1 the first day is needed, to know which weeks count.");
        }

        return new Schedule(
            frequency,
            interval,
            ByDays(e, frequency),
            e.OptionalTime("opensAt"),
            e.OptionalTime("closesAt"),
            e.OptionalDate("validFrom"),
            e.OptionalDate("validTo"),
            e.Flag("onPublicHolidays", false),
            e.OptionalText("notes")
        );
    }

    private static List<ByDay> ByDays(JsonEntry e, Frequency frequency)
    {
        var days = new List<ByDay>();
        foreach (var word in e.String("byday").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
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
