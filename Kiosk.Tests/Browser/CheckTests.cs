using System.Globalization;
using Kiosk.App.Pairing;
using Kiosk.App.Staff.Comprehension;
using Kiosk.Core.Devices;
using Kiosk.Core.Languages;
using Kiosk.Core.PictogramComprehension;
using Kiosk.Core.Pictograms;
using Kiosk.Core.Storage;
using Kiosk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>The pictogram check on a tablet that somebody holds out to somebody.</summary>
public sealed class CheckTests : StaffBrowserTest
{
    private static readonly Display[] Tablets = [UprightTablet, Telephone, Display.Small];

    private DrawingChecks Checks => Kiosk.Services.GetRequiredService<HouseDatabase>().Checks;

    [SetUp]
    public void Forget()
    {
        Checks.ForgetAll();
        foreach (var role in Enum.GetValues<Role>())
        {
            Kiosk
                .Services.GetRequiredService<ComprehensionSessions>()
                .End(Kiosk.Services.GetRequiredService<PairedDevices>().Find(PairedFolder.TokenOf(role))!.Id);
        }
    }

    [Test]
    public async Task A_round_by_touch_from_the_drawings_to_the_results()
    {
        var tablet = await Tablet(Role.Staff);
        await tablet.Open("/guide/drawings");
        await tablet.Touch(".entry-lead", "/guide/check");
        await tablet.Touch(".check-languages [value=ar]");
        await tablet.Waits(".ask-drawing .pictogram");
        var count = int.Parse(await tablet.Attribute(".ask-head progress", "max"), CultureInfo.InvariantCulture);
        Assert.That(
            (await tablet.Sees(".ask-means strong"), await tablet.Sees(".daily")),
            Is.EqualTo((false, false)),
            "Nothing on the page tells the answer, or leads elsewhere."
        );
        await tablet.Touch(".ask-means summary");
        Assert.That(await tablet.Sees(".ask-means strong"), Is.True);
        await tablet.Touch(".ask-said summary");
        await tablet.Page.FillAsync("[name=said]", "قرية");
        await tablet.Page.PressAsync("[name=said]", "Enter");
        await tablet.Touch(".ask-else");
        await At(tablet, 2, count);
        Assert.That(await tablet.Sees(".ask-means strong"), Is.False);
        await tablet.Touch("[action$=Undo] button");
        await At(tablet, 1, count);
        Assert.That(Checks.All(), Is.Empty);
        await tablet.Touch("[action$=Skip] button");
        for (var number = 2; number <= count; number++)
        {
            await At(tablet, number, count);
            await tablet.Touch(".ask-right");
        }

        await tablet.Touch(".check-over a.button", "/guide/check/results");
        Assert.That(await tablet.Page.Locator(".check-few").CountAsync(), Is.EqualTo(count - 1));
        Assert.That(Checks.All().Sum(answers => answers.Times), Is.EqualTo(count - 1));
    }

    [Test]
    public async Task What_others_said_is_there_to_touch_and_a_sentence_stays_where_it_was_typed()
    {
        var set = Kiosk.Services.GetRequiredService<PictogramSet>();
        foreach (var drawing in set.All)
        {
            Checks.Add(new CheckAnswer(new ShownDrawing(drawing.Name, drawing.Mark, LanguageTag.Parse("ar")), Understanding.Other, "قرية"));
        }

        var tablet = await Tablet(Role.Staff);
        await tablet.Open("/guide/check");
        await tablet.Touch(".check-languages [value=ar]");
        await tablet.Touch(".ask-said summary");
        await tablet.Touch(".ask-said .pill");
        await tablet.Touch(".ask-else");
        await tablet.Page.Locator("progress[value='1']").WaitForAsync();
        Assert.That(Checks.All().Where(answers => answers.Times == 2).Select(answers => answers.Answer.Said), Is.EqualTo(new[] { "قرية" }));
        await tablet.Page.EvaluateAsync("document.querySelector('[name=said]').removeAttribute('maxlength')");
        await tablet.Touch(".ask-said summary");
        await tablet.Page.FillAsync("[name=said]", new string('x', 41));
        await tablet.Touch(".ask-else");
        await tablet.Waits(".wrong");
        Assert.That(await tablet.Page.InputValueAsync("[name=said]"), Has.Length.EqualTo(41));
    }

    [Test]
    public async Task Its_pages_fit_the_tablet_and_axe_finds_nothing([ValueSource(nameof(Tablets))] Display size)
    {
        CheckPictures.Answer(Kiosk);
        var tablet = await Tablet(size: size);
        var wrong = new List<string>();
        foreach (
            var (path, touch) in new[]
            {
                ("/guide/check", ".check-languages [value=ar]"),
                ("/guide/check", null),
                ("/guide/check/results", null),
            }
        )
        {
            await tablet.Open(path);
            wrong.AddRange((await StaffLayoutTests.Look(tablet, StaffLayoutTests.Measure)).Select(problem => $"{path}: {problem}"));
            await tablet.Page.EvaluateAsync("scrollTo(0, document.body.scrollHeight)"); // so that what stays below covers nothing by half
            wrong.AddRange((await Axe.Violations(tablet)).Select(problem => $"{path}: {problem}"));
            if (touch is not null)
            {
                await tablet.Touch(touch);
                await tablet.Waits(".ask-drawing");
            }
        }

        await tablet.Open("/guide/check");
        var whole = await tablet.Page.EvaluateAsync<bool>("document.documentElement.scrollHeight <= innerHeight");
        await tablet.Touch("[action$=End] button");
        await tablet.Waits(".check-languages");
        Assert.That(string.Join('\n', wrong), Is.Empty);
        Assert.That(whole || size == Telephone, Is.True, "A question stands whole on a tablet.");
    }

    private static Task At(Screen tablet, int number, int count) =>
        Assertions.Expect(tablet.Page.Locator(".ask-at")).ToHaveTextAsync($"{number} sur {count}");
}
