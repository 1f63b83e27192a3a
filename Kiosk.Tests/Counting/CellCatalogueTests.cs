using Kiosk.Core.Counting;
using NodaTime;
using NUnit.Framework;

namespace Kiosk.Tests.Counting;

public sealed class CellCatalogueTests
{
    private static readonly CellCatalogue Catalogue = CellCatalogue.For(["nl", "fr"], ["housing"], ["soup-bar"], ["sewing"]);

    [Test]
    public void The_cells_of_a_house_are_exactly_these() =>
        Assert.That(
            Catalogue.Cells.Select(cell => cell.Name),
            Is.EqualTo(
                new[]
                {
                    "activity/sewing",
                    "face/bad",
                    "face/good",
                    "face/middle",
                    "help/nothing-fits",
                    "help/person",
                    "language/fr",
                    "language/nl",
                    "mode/contrast",
                    "mode/larger",
                    "mode/listen",
                    "mode/lower",
                    "service/soup-bar",
                    "slip/paper",
                    "slip/qr",
                    "topic/housing",
                    "touches-until-slip/1",
                    "touches-until-slip/10-or-more",
                    "touches-until-slip/2",
                    "touches-until-slip/3",
                    "touches-until-slip/4",
                    "touches-until-slip/5",
                    "touches-until-slip/6",
                    "touches-until-slip/7",
                    "touches-until-slip/8",
                    "touches-until-slip/9",
                    "visit/begun/afternoon",
                    "visit/begun/morning",
                    "visit/begun/unknown",
                    "visit/ended-idle/afternoon",
                    "visit/ended-idle/morning",
                    "visit/ended-idle/unknown",
                    "visit/ended-start-over/afternoon",
                    "visit/ended-start-over/morning",
                    "visit/ended-start-over/unknown",
                }
            )
        );

    [Test]
    public void Every_cell_has_one_dimension_and_visits_alone_a_half_day() =>
        Assert.That(
            Catalogue.Cells.Select(cell => cell.Name),
            Has.All.Matches(@"^([a-z-]+/[a-z0-9-]+|visit/[a-z-]+/(morning|afternoon|unknown))$")
        );

    [Test]
    public void The_order_of_the_house_file_leaves_no_trace()
    {
        var turned = CellCatalogue.For(["fr", "nl", "fr"], ["housing"], ["soup-bar"], ["sewing"]);
        Assert.That(turned.Cells, Is.EqualTo(Catalogue.Cells));
    }

    [TestCase("housing/ar")]
    [TestCase("")]
    [TestCase("Housing")]
    [TestCase("housing 14:05")]
    public void An_id_that_could_carry_something_else_makes_no_cell(string id) =>
        Assert.That(() => CellCatalogue.For([], [id], [], []), Throws.ArgumentException.With.Message.Contains($"'{id}'"));

    [TestCase("topic/housing", "topic/housing")]
    [TestCase("touches-until-slip/10-or-more", "touches-until-slip/10-or-more")]
    [TestCase("visit/begun", "visit/begun/afternoon")]
    [TestCase("visit/ended-idle", "visit/ended-idle/afternoon")]
    public void The_page_names_a_cell_and_the_clock_its_half_day(string posted, string expected)
    {
        Assert.That(Catalogue.TryResolve(posted, HalfDay.Afternoon, out var cell), Is.True);
        Assert.That(cell.Name, Is.EqualTo(expected));
    }

    [TestCase("visit/begun/morning")]
    [TestCase("topic/unheard-of")]
    [TestCase("topic/housing/morning")]
    [TestCase("Topic/housing")]
    [TestCase("")]
    [TestCase(null)]
    public void A_page_can_name_nothing_else(string? posted) => Assert.That(Catalogue.TryResolve(posted, HalfDay.Morning, out _), Is.False);

    [Test]
    public void Every_cell_that_resolves_is_laid_out()
    {
        var resolved = Enum.GetValues<HalfDay>()
            .Select(half => Catalogue.TryResolve("visit/ended-start-over", half, out var cell) ? cell : default);
        Assert.That(resolved, Is.SubsetOf(Catalogue.Cells));
    }

    [TestCase(0, 0, HalfDay.Morning)]
    [TestCase(12, 59, HalfDay.Morning)]
    [TestCase(13, 0, HalfDay.Afternoon)]
    [TestCase(23, 59, HalfDay.Afternoon)]
    public void The_afternoon_begins_at_one(int hour, int minute, HalfDay expected) =>
        Assert.That(HalfDays.At(new LocalTime(hour, minute)), Is.EqualTo(expected));

    [Test]
    public void Without_a_clock_neither_half_day_nor_date_is_guessed()
    {
        Assert.That(HalfDays.At(null), Is.EqualTo(HalfDay.Unknown));
        Assert.That(TallyDate.Unknown.ToString(), Is.EqualTo("unknown"));
        Assert.That(new TallyDate(new LocalDate(2026, 3, 9)).ToString(), Is.EqualTo("2026-03-09"));
    }
}
