using NUnit.Framework;

namespace Kiosk.Tests.Houses;

/// <summary>Mistakes in dates, times and schedules, each with its path and a sentence.</summary>
internal sealed class ScheduleMistakesTests
{
    [TestCase("""{ "freq": "WEEKLY", "byday": "2MO" }""", "byday", "'2MO' is no day of the week", "at least one day")]
    [TestCase("""{ "freq": "WEEKLY", "byday": "MO,LU" }""", "byday", "'LU' is no day of the week")]
    [TestCase("""{ "freq": "WEEKLY", "byday": "," }""", "byday", "Name at least one day")]
    [TestCase("""{ "freq": "MONTHLY", "byday": "MO" }""", "byday", "'MO' is no day of a month", "at least one day")]
    [TestCase("""{ "freq": "MONTHLY", "byday": "6MO,1TU" }""", "byday", "'6MO' is no day of a month")]
    [TestCase("""{ "freq": "MONTHLY", "byday": "0MO,1TU" }""", "byday", "'0MO' is no day of a month")]
    [TestCase("""{ "freq": "WEEKLY", "byday": "MO", "opensAt": "09:00" }""", "opensAt", "Write both opensAt and closesAt")]
    [TestCase("""{ "freq": "WEEKLY", "byday": "MO", "closesAt": "09:00" }""", "opensAt", "Write both opensAt and closesAt")]
    [TestCase("""{ "freq": "WEEKLY", "byday": "MO", "opensAt": "9:00", "closesAt": "12:00" }""", "opensAt", "a time from")]
    [TestCase("""{ "freq": "WEEKLY", "byday": "MO", "opensAt": "20:00", "closesAt": "24:00" }""", "closesAt", "a time from")]
    [TestCase("""{ "freq": "WEEKLY", "byday": "MO", "interval": 2 }""", "validFrom", "the first day is needed")]
    [TestCase(
        """{ "freq": "WEEKLY", "byday": "MO", "interval": 53, "validFrom": "2026-01-05" }""",
        "interval",
        "whole number from 1 to 52"
    )]
    [TestCase("""{ "freq": "WEEKLY", "byday": "MO", "validFrom": "2026-12-02", "validTo": "2026-12-01" }""", "validTo", "exchange them")]
    [TestCase("""{ "freq": "WEEKLY", "byday": "MO", "validTo": "2026-02-29" }""", "validTo", "a date that exists")]
    [TestCase("""{ "freq": "DAILY", "byday": "MO" }""", "freq", "one of these words here: WEEKLY, MONTHLY")]
    [TestCase("""{ "date": "2026-12-05", "freq": "WEEKLY" }""", "freq", "With a date there is no freq")]
    [TestCase("""{ "date": "5.12.2026" }""", "date", "a date that exists")]
    public void A_schedule_that_makes_no_sense(string schedule, string key, params string[] sentences)
    {
        var reading = DemoHouse.With("services[0].schedules", $"[{schedule}]");
        Assert.That(reading.House, Is.Null);
        Assert.That(reading.Problems.Select(p => p.Path), Is.All.EqualTo($"services[0].schedules[0].{key}"));
        Assert.That(reading.Problems, Has.Count.EqualTo(sentences.Length), string.Join('\n', reading.Problems));
        Assert.That(
            reading.Problems.Zip(sentences),
            Is.All.Matches<(Core.Houses.Problem Problem, string Sentence)>(pair =>
                pair.Problem.Sentence.Contains(pair.Sentence, StringComparison.Ordinal)
            )
        );
    }

    [TestCase("""{ "from": "2026-12-24", "to": "2026-12-23" }""", "to", "exchange them")]
    [TestCase("""{ "from": "2026-13-01", "to": "2026-12-23" }""", "from", "a date that exists")]
    [TestCase("""{ "from": "2026-12-24" }""", "to", "This is missing")]
    public void A_closure_that_makes_no_sense(string closure, string key, string sentence)
    {
        var problems = DemoHouse.With("services[0].closures", $"[{closure}]").Problems;
        Assert.That(
            problems.Select(p => (p.Path, p.Sentence)),
            Has.One.Matches<(string Path, string Sentence)>(p =>
                p.Path == $"services[0].closures[0].{key}" && p.Sentence.Contains(sentence, StringComparison.Ordinal)
            )
        );
    }

    [TestCase("""{ "freq": "WEEKLY", "byday": "MO, TH", "opensAt": "22:00", "closesAt": "00:00" }""")]
    [TestCase("""{ "freq": "MONTHLY", "byday": "2MO,-1FR" }""")]
    [TestCase("""{ "freq": "WEEKLY", "byday": "MO", "interval": 2, "validFrom": "2026-11-16", "validTo": "2026-11-16" }""")]
    [TestCase("""{ "date": "2028-02-29", "opensAt": "23:00", "closesAt": "02:00", "onPublicHolidays": false }""")]
    public void A_schedule_that_makes_sense(string schedule) =>
        Assert.That(DemoHouse.With("services[0].schedules", $"[{schedule}]").Problems, Is.Empty);
}
