using Kiosk.Core.Houses;
using Kiosk.Tests.Services;
using NodaTime;
using NUnit.Framework;

namespace Kiosk.Tests.Houses;

/// <summary>When the screen of the demo house is wanted, with half an hour after the last hour of a day.</summary>
internal sealed class ScreenHoursTests
{
    private static readonly ScreenHours Hours = new(Duration.FromMinutes(30));

    [TestCase("2026-11-20 08:29", false, TestName = "Friday, before half an hour to nine")]
    [TestCase("2026-11-20 08:30", true, TestName = "Friday, half an hour before the door opens")]
    [TestCase("2026-11-20 20:29", true, TestName = "Friday, games until eight, after the door")]
    [TestCase("2026-11-20 20:30", false, TestName = "Friday, half an hour after the games")]
    [TestCase("2026-11-28 00:59", true, TestName = "a film that runs over midnight")]
    [TestCase("2026-11-28 01:00", false, TestName = "half an hour after the film")]
    [TestCase("2026-11-25 22:00", false, TestName = "a whole-day activity means while the door is open")]
    [TestCase("2026-12-28 12:00", false, TestName = "closed over the holidays")]
    [TestCase("2026-03-29 10:29", false, TestName = "the Sunday the clocks go forward, before")]
    [TestCase("2026-03-29 10:30", true, TestName = "the Sunday the clocks go forward")]
    [TestCase("2026-10-25 15:29", true, TestName = "the Sunday the clocks go back")]
    [TestCase("2026-10-25 15:30", false, TestName = "the Sunday the clocks go back, after")]
    public void It_is_on_from_before_the_first_hour_of_a_day_until_after_the_last(string moment, bool isOn) =>
        Assert.That(Hours.Wants(DemoHouse.Whole, Brussels.At(moment)), Is.EqualTo(isOn));

    [Test]
    public void It_stays_on_over_a_break()
    {
        var house = DemoHouse
            .With(
                "house.schedules",
                """[{"freq":"WEEKLY","byday":"SU","opensAt":"09:00","closesAt":"10:00"}, """
                    + """{"freq":"WEEKLY","byday":"SU","opensAt":"19:00","closesAt":"20:00"}]"""
            )
            .House!;
        Assert.That(Hours.Wants(house, Brussels.At("2026-11-22 17:30")), Is.True);
    }

    [Test]
    public void A_house_without_door_hours_says_nothing_of_when_nobody_comes()
    {
        var house = DemoHouse.With("house.schedules", "[]").House!;
        Assert.That(Hours.Wants(house, Brussels.At("2026-11-20 03:00")), Is.True);
    }
}
