using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>Staff correct what the visitor's screen says, with and without script; the screen follows while it is open.</summary>
public sealed class TextsTests : StaffBrowserTest
{
    [SetUp]
    public void FreshKiosk()
    {
        StopKiosk();
        StartKiosk();
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_phrase_that_staff_correct_and_tick_stands_on_the_open_screen(bool scripts)
    {
        var screen = await Screen();
        await screen.Page.RunAndWaitForResponseAsync(
            () => screen.Open("/ar/"),
            response => response.Url.EndsWith("/live", StringComparison.Ordinal)
        );
        await screen.Page.EvaluateAsync("window.sameDocument = true");
        var tablet = await Tablet(scripts: scripts);
        await tablet.Open("/guide");
        await tablet.Touch("a[href='/texts']", "/texts");
        await tablet.Touch("a[href='/texts/ar']", "/texts/ar");
        await tablet.Open("/texts/ar?group=home");
        await tablet.Page.FillAsync("[name='text:home.today']", "كل برنامج اليوم هنا");
        await tablet.Page.FillAsync("[name='text:home.question']", "ماذا تريد أن تجد؟");
        await tablet.Touch(".text-row:has([name='text:home.now']) .pill");
        await tablet.Touch(".save-bar .main");
        await tablet.Waits(".done");
        Assert.That(await tablet.Sees("[name='text:home.question'], [name='text:home.now']"), Is.False, "What was read is out of the way.");
        await screen.Waits("text='ماذا تريد أن تجد؟'");
        Assert.That(await screen.Page.EvaluateAsync<bool>("window.sameDocument === true"), Is.True);
    }

    [Test]
    public async Task Each_row_says_its_language_and_wording_for_a_voice()
    {
        var tablet = await Tablet();
        await tablet.Open("/texts/ar?group=bar");
        Assert.That(await tablet.Attribute(".text-row:has([name='text:bar.person'])", "data-language"), Is.EqualTo("ar"));
        Assert.That(
            await tablet.Attribute(".text-row:has([name='text:bar.person'])", "data-text"),
            Is.EqualTo(await tablet.Page.InputValueAsync("[name='text:bar.person']"))
        );
        Assert.That(await tablet.Attribute("[name='text:bar.person']", "dir"), Is.EqualTo("rtl"));
    }
}
