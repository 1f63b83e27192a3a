using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>P7: one visit counts a cell once. What is told to the kiosk is read from the requests themselves.</summary>
public sealed class CountOnceTests : BrowserTest
{
    [Test]
    public async Task A_visit_counts_each_cell_once_however_often_it_is_touched()
    {
        var screen = await Screen();
        await screen.Open("/fr/");
        await screen.TouchLinkTo("/fr/topic/food");
        await screen.TouchLinkTo("/fr/topic/food-meal");
        await screen.Touch(".back", "/fr/topic/food");
        await screen.TouchLinkTo("/fr/topic/food-meal");
        await screen.Page.ReloadAsync();
        await screen.Touch(".back", "/fr/topic/food");
        await screen.Touch(".back", "/fr/");
        await screen.TouchLinkTo("/fr/topic/food");
        await screen.Touch(".bar-languages");
        await screen.Touch("#languages a[hreflang=ar]", "/ar/topic/food");
        await screen.TouchLinkTo("/ar/topic/food-meal");
        await screen.TouchLinkTo("/ar/service/midday-meal");
        await screen.TouchLinkTo("/ar/service/midday-meal/slip");
        await screen.Page.ReloadAsync();
        await screen.Touch(".back", "/ar/service/midday-meal");
        await screen.TouchLinkTo("/ar/service/midday-meal/slip");
        Assert.That(
            screen.Cells,
            Is.Unique.And.SupersetOf(
                new[] { "visit/begun", "language/fr", "topic/food", "topic/food-meal", "service/midday-meal", "slip/qr" }
            )
        );
        Assert.That(screen.Cells, Has.None.EqualTo("language/ar"));
    }

    [Test]
    public async Task A_way_of_showing_the_screen_is_counted_once()
    {
        var screen = await Screen();
        await screen.Open("/fr/");
        foreach (var path in (string[])["/fr/?with=contrast", "/fr/", "/fr/?with=contrast", "/fr/"])
        {
            await screen.Touch(".bar-contrast", path);
        }

        Assert.That(screen.Cells, Is.EquivalentTo(["visit/begun", "language/fr", "mode/contrast"]));
    }

    [Test]
    public async Task Another_visit_counts_again()
    {
        var screen = await Screen();
        string[] visit = ["visit/begun", "language/fr", "topic/food", "visit/ended-start-over"];
        foreach (var round in (int[])[1, 2, 3])
        {
            var mark = screen.Cells.Count;
            await screen.Open("/fr/");
            await screen.TouchLinkTo("/fr/topic/food");
            await screen.Touch(".bar-start", "/fr/");
            Assert.That(screen.CellsSince(mark), Is.EquivalentTo(visit), $"visit {round}");
            Assert.That(screen.Fragment, Is.Empty);
        }
    }

    [Test]
    public async Task A_visit_begins_with_the_first_touch_and_not_before()
    {
        var screen = await Screen();
        await screen.Open("/rest");
        await screen.Open("/fr/");
        await screen.Open("/fr/service/teeth/slip");
        await screen.Page.ReloadAsync();
        Assert.That(screen.Cells, Is.Empty);
    }

    [TestCase("fr")]
    [TestCase("nl")]
    [TestCase("ar")]
    public async Task The_language_of_a_visit_is_that_of_its_first_touch(string language)
    {
        var screen = await Screen();
        await screen.Open("/rest");
        await screen.Touch($".rest-languages a[href='/{language}/']", $"/{language}/");
        await screen.TouchLinkTo($"/{language}/today");
        Assert.That(screen.Cells, Is.EquivalentTo(["visit/begun", "language/" + language]));
    }

    [TestCase("topic/food,topic/food-meal,service/midday-meal,service/midday-meal/slip", "5")]
    [TestCase("topic/food,topic/food-meal,service/midday-meal/slip", "4")]
    public async Task Touches_until_the_first_slip_are_told_once(string way, string expected)
    {
        var screen = await Screen();
        await screen.Open("/rest");
        await screen.Touch(".rest-touch", "/fr/");
        foreach (var path in way.Split(','))
        {
            await screen.TouchLinkTo("/fr/" + path);
        }

        await screen.Touch(".back", "/fr/" + way.Split(',')[^2]);
        await screen.TouchLinkTo("/fr/service/midday-meal/slip");
        Assert.That(
            screen.Cells.Where(cell => cell.StartsWith("touches-until-slip/", StringComparison.Ordinal)),
            Is.EqualTo(["touches-until-slip/" + expected])
        );
    }

    [Test]
    public async Task The_slip_of_an_activity_is_counted_as_any_slip()
    {
        var screen = await Screen();
        await screen.Open("/fr/today");
        await screen.TouchLinkTo("/fr/activity/games");
        await screen.TouchLinkTo("/fr/activity/games/slip");
        Assert.That(screen.Cells, Is.EquivalentTo(["visit/begun", "language/fr", "activity/games", "slip/qr", "touches-until-slip/2"]));
    }

    [Test]
    public async Task Many_touches_are_told_as_ten_or_more()
    {
        var screen = await Screen();
        await screen.Open("/fr/service/midday-meal");
        for (var touch = 0; touch < 5; touch++)
        {
            await screen.Touch(".bar-larger", "/fr/service/midday-meal?with=larger");
            await screen.Touch(".bar-larger", "/fr/service/midday-meal");
        }

        await screen.TouchLinkTo("/fr/service/midday-meal/slip");
        Assert.That(screen.Cells, Has.Exactly(1).EqualTo("touches-until-slip/10-or-more"));
    }

    [Test]
    public async Task A_face_a_person_and_nothing_that_fits_are_counted()
    {
        var screen = await Screen();
        await screen.Open("/fr/topic/food-meal");
        await screen.Touch(".card-nothing", "/fr/person");
        await screen.Touch(".bar-person", "/fr/person");
        await screen.Open("/fr/service/midday-meal/slip" + screen.Fragment);
        await screen.Touch(".face-bad");
        await screen.Waits(".thanks");
        Assert.That(screen.Cells, Has.None.EqualTo("visit/ended-start-over"), "a face ends no visit");
        await screen.Touch(".thanks-finished", "/rest");
        Assert.That(
            screen.Cells,
            Is.Unique.And.SupersetOf(new[] { "help/nothing-fits", "help/person", "face/bad", "visit/ended-start-over" })
        );
    }
}
