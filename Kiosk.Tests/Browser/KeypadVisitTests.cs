using Kiosk.Tests.Houses;
using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>A visit with the screen off: the test knows keys, and what is said.</summary>
public sealed class KeypadVisitTests : BrowserTest
{
    [TestCase("ArrowDown", "Backspace", "*", "+", Category = "Everything")]
    [TestCase("2", ".", "*", "AudioVolumeUp", TestName = "{m}: a number pad with NumLock")]
    public async Task Somebody_who_does_not_see_finds_a_slip_changes_the_language_and_leaves(
        string down,
        string back,
        string again,
        string louder
    )
    {
        var screen = await Screen();
        var ear = await Ear.AtAsync(screen);
        await screen.Open("/rest");
        var fr = DemoHouse.Speaking("fr");
        var nl = DemoHouse.Speaking("nl");

        Assert.That(await ear.Press(down), Does.EndWith(fr.Translate("keys.how").Text));
        await ear.Find("Se loger", down);
        Assert.That(await ear.Press("Enter"), Is.EqualTo("Se loger"));
        await ear.Find("Mon loyer", down);
        await ear.Press("Enter");
        await ear.Find("Mon bail, mon propriétaire", down);
        Assert.That(await ear.Press("Enter"), Does.StartWith("Mon bail, mon propriétaire"));
        await ear.Find(fr.Translate("service.where").Text, down);
        Assert.That(ear.Heard[^1] + ear.Heard[^2] + ear.Heard[^3] + ear.Heard[^4], Does.Contain("Place de la Cloche Fêlée 3"));
        await ear.Find(fr.Translate("service.slip").Text, down);
        Assert.That(await ear.Press("Enter"), Does.StartWith(fr.Translate("slip.title").Text));

        await ear.Find("Langues", "ArrowUp");
        Assert.That(await ear.Press("Enter"), Does.Contain("français").IgnoreCase.And.EndsWith(fr.Translate("state.on").Text));
        await ear.Find("Nederlands", down);
        Assert.That(await ear.Press("Enter"), Does.StartWith(nl.Translate("slip.title").Text));
        Assert.That(await ear.Press(again), Does.StartWith(nl.Translate("slip.title").Text), "again");
        Assert.That(await ear.Press(louder), Does.StartWith(nl.Translate("slip.title").Text), "louder");
        await ear.Press(back);
        await ear.Find(nl.Translate("bar.start-over").Text, "ArrowUp");
        Assert.That(await ear.Press("Enter"), Does.EndWith(nl.Translate("keys.how").Text), "whoever starts over goes on listening");
        await screen.Stands("/nl/?with=listen");
        Assert.That(
            screen.Cells,
            Is.EquivalentTo([
                "visit/begun",
                "language/fr",
                "mode/listen",
                "topic/housing",
                "topic/housing-rent",
                "service/rent-advice",
                "slip/qr",
                "touches-until-slip/5",
                "visit/ended-start-over",
            ])
        );
    }

    [Test]
    public async Task A_mode_that_is_switched_says_so_and_keeps_the_place()
    {
        var screen = await Screen();
        var ear = await Ear.AtAsync(screen);
        await screen.Open("/rest");
        await ear.Press("ArrowDown");
        await ear.Find("Plus grand", "ArrowUp");
        Assert.That(await ear.Press("Enter"), Does.Contain("Plus grand " + DemoHouse.Speaking("fr").Translate("state.on").Text));
        Assert.That(await ear.Press("ArrowDown"), Does.StartWith("Contraste"));
    }

    [Test]
    public async Task Back_at_home_does_nothing_and_the_page_is_read_on_request()
    {
        var screen = await Screen();
        var ear = await Ear.AtAsync(screen);
        await screen.Open("/rest");
        await ear.Press("Enter");
        await screen.Page.Keyboard.PressAsync("Backspace");
        Assert.That(await ear.Press("0"), Does.Contain("Se loger").And.Contain("Santé"));
        Assert.That(screen.Shown, Is.EqualTo("/fr/?with=listen"));
    }

    [Test]
    public async Task Start_over_ends_the_visit_and_whoever_listens_goes_on_listening()
    {
        var screen = await Screen();
        var ear = await Ear.AtAsync(screen);
        await screen.Open("/rest");
        await ear.Press("ArrowRight");
        Assert.That(await ear.Press("Home"), Does.EndWith(DemoHouse.Speaking("fr").Translate("keys.how").Text));
        await screen.Stands("/fr/?with=listen");
        Assert.That(screen.Fragment, Is.Empty);
        await ear.Find("Se loger");
        await ear.Press("Enter");
        Assert.That(screen.Cells.Count(cell => cell == "visit/begun"), Is.EqualTo(2));
    }
}
