using Kiosk.Core.Counting;
using Kiosk.Core.Reports;
using Kiosk.Tests.Houses;
using Kiosk.Tests.Services;
using NUnit.Framework;

namespace Kiosk.Tests.Reports;

/// <summary>A topic counts as asked for while closed when neither a service of it is open nor an activity of it takes place.</summary>
internal sealed class ClosedTopicTests
{
    [TestCase("2026-11-24", true, TestName = "{m}: a Tuesday without either")]
    [TestCase("2026-11-25", false, TestName = "{m}: a Wednesday, an activity takes place")]
    [TestCase("2026-11-26", false, TestName = "{m}: a Thursday, a service is open")]
    [TestCase("2026-12-26", true, TestName = "{m}: a Saturday on which the house is closed and keeps the activity out")]
    public void What_is_asked_for_on_a_day_without_either_was_closed(string date, bool closed) =>
        Assert.That(
            new HouseFigures(DemoHouse.Whole).FiguresOf(Brussels.Date(date), Cell.Topic("speak")),
            closed ? Does.Contain(FigureName.Closed + "speak") : Does.Not.Contain(FigureName.Closed + "speak")
        );
}
