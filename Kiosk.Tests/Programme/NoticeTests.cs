using Kiosk.Core.Programme;
using NUnit.Framework;
using static Kiosk.Tests.Services.Brussels;

namespace Kiosk.Tests.Programme;

internal sealed class NoticeTests
{
    [TestCase("2026-11-19 23:59", null, false)]
    [TestCase("2026-11-20 00:00", null, true)]
    [TestCase("2026-11-21 23:59", null, true)]
    [TestCase("2026-11-22 00:00", null, false)]
    [TestCase("2026-11-20 20:00", "15:00", true)]
    [TestCase("2026-11-21 14:59", "15:00", true)]
    [TestCase("2026-11-21 15:00", "15:00", false)]
    public void A_notice_is_up_from_its_first_day_to_its_last(string now, string? until, bool up) =>
        Assert.That(
            new Notice("early", Activities.Text("early"), Date("2026-11-20"), Date("2026-11-21"), until is null ? null : Time(until)).IsUp(
                At(now).LocalDateTime
            ),
            Is.EqualTo(up)
        );
}
