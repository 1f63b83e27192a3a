using Kiosk.App.Live;
using Kiosk.App.Staff.Shell;
using Kiosk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>The kiosk's screen from a tablet: seen, heard and tried while nobody is at it, and never else (P5).</summary>
[Platform("Linux")]
public sealed class RemoteScreenTests : StaffBrowserTest
{
    private const string Picture = "/health?handler=Picture";

    /// <summary>The screen at rest turns to another language every twelve seconds; these stay.</summary>
    private const string Begin = ".rest-languages a[href='/fr/']";

    /// <summary>Longer than resting.js waits for a page's dots.</summary>
    private const string PaintedLongAgo =
        "new Promise(done => { const start = performance.now(); (function look() { performance.now() - start > 1500 ? done() : "
        + "requestAnimationFrame(look); })(); })";

    /// <summary>A picture that any browser draws: what the screen shows is tested with a real one (<c>ScreenPictureTests</c>).</summary>
    private static readonly byte[] Any = File.ReadAllBytes(SourceTree.PathOf("Kiosk.App/Staff/Screen/help/fr/bell.png"));

    /// <summary>A screen that was closed in the middle of a visit never said that it ended.</summary>
    [SetUp]
    public void EndTheVisitOfTheTestBefore() => Kiosk.Services.GetRequiredService<VisitActivity>().End();

    [Test]
    public async Task A_machine_that_was_not_set_up_says_when_there_will_be_a_picture()
    {
        var (tablet, _) = await Both();
        Assert.That(await tablet.Page.Locator("#screen").InnerTextAsync(), Does.Contain("sudo kiosk setup"));
        Assert.That(await tablet.Sees("figure"), Is.False);
        Assert.That((await tablet.Page.APIRequest.GetAsync(tablet.Address + Picture, AsTablet())).Status, Is.EqualTo(409));
    }

    [Test]
    public async Task At_rest_the_picture_stands_on_the_tablet_with_its_size_and_may_be_kept_by_nobody()
    {
        await using var camera = SetUpCamera(() => Task.FromResult(Any));
        var (tablet, screen) = await Both();
        var answer = tablet.Page.WaitForResponseAsync("**" + Picture);
        await tablet.Open("/health");
        Assert.That((await answer).Headers["cache-control"], Is.EqualTo("no-store"));
        await tablet.Waits(".look-picture");
        var size = await tablet.Page.EvaluateAsync<int[]>(
            "(i => [i.naturalWidth, i.naturalHeight])(document.querySelector('.look-picture'))"
        );
        Assert.That(await tablet.Page.Locator(".look-size").InnerTextAsync(), Does.StartWith($"{size[0]} × {size[1]}, "));
        Assert.That(screen.Shown, Does.StartWith("/rest"), "looking changes nothing");
        Assert.That(screen.Cells, Is.Empty);
    }

    /// <summary>To see it fail: let <c>IdleScreenProbe.AskAsync</c> say yes.</summary>
    [Test]
    public async Task During_a_visit_no_picture_is_even_taken()
    {
        await using var camera = SetUpCamera(() => Task.FromResult(Any));
        var screen = await Screen();
        await screen.Open("/rest");
        await screen.Touch(Begin, "/fr/");
        using var caller = Kiosk.StaffCaller();
        using var answer = await caller.GetAsync(new Uri(Picture, UriKind.Relative));
        Assert.That((int)answer.StatusCode, Is.EqualTo(409));
        Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("text/plain"));
        var tablet = await Tablet();
        tablet.MayFail = Picture;
        await tablet.Open("/health");
        await tablet.Waits(".look-wait:has-text('Quelqu’un')");
        Assert.That(await tablet.Sees("figure img"), Is.False);
        Assert.That(camera.Asked, Is.Zero);
    }

    /// <summary>To see it fail: let <c>RemoteScreen.LookAsync</c> not ask again.</summary>
    [Test]
    public async Task A_picture_during_which_somebody_came_is_thrown_away([Values] bool isGoneAgain)
    {
        var (_, screen) = await Both();
        await screen.Open("/rest");
        await Settled();
        await using var camera = SetUpCamera(async () =>
        {
            await screen.Touch(Begin, "/fr/");
            if (isGoneAgain)
            {
                await screen.Page.EvaluateAsync(
                    "document.querySelector('main').insertAdjacentHTML('beforeend', '<a class=gone data-end=start-over href=/rest>x</a>')"
                );
                await screen.Touch(".gone", "/rest");
                await screen.Page.EvaluateAsync(PaintedLongAgo);
            }

            return Any;
        });
        using var caller = Kiosk.StaffCaller();
        using var answer = await caller.GetAsync(new Uri(Picture, UriKind.Relative));
        Assert.That(camera.Asked, Is.EqualTo(1));
        Assert.That((int)answer.StatusCode, Is.EqualTo(409));
    }

    [Test]
    public async Task A_screen_that_is_off_has_no_picture_and_the_tablet_says_so()
    {
        await using var camera = SetUpCamera(() => Task.FromResult(Any[..^5])); // cut short
        var (tablet, _) = await Both();
        await tablet.Open("/health");
        await tablet.Waits(".look-wait:has-text('ne montre rien')");
    }

    [Test]
    public async Task The_four_corners_are_touched_in_turn_and_the_tablet_sees_which()
    {
        var (tablet, screen) = await Both();
        await tablet.Touch("form[action$=Touch] button");
        await screen.Waits(".corner.asked");
        Assert.That(screen.Shown, Does.StartWith("/corners?in="));
        await screen.Page.Mouse.ClickAsync(Display.Lying.Width / 2, 40);
        await tablet.Waits(".look-touched .finding-advice");
        foreach (var (x, y) in new[] { (3, 3), (1917, 3), (1917, 1077), (3, 1077) })
        {
            await screen.Page.Mouse.ClickAsync(x, y);
        }

        await screen.Waits(".corners-done");
        await tablet.Waits("#screen-test:has-text('quatre coins sentent')");
        Assert.That(await tablet.Page.Locator(".look-corners .good").CountAsync(), Is.EqualTo(4));
        await screen.Stands("/rest");
        Assert.That(screen.Cells, Is.Empty, "it counts nothing");
    }

    [TestCase("the middle")]
    [TestCase("a key")]
    [TestCase("a minute")]
    public async Task Nobody_is_held_by_the_corners(string by)
    {
        var (tablet, screen) = await Both();
        await screen.HoldClock();
        await screen.Open("/rest");
        await screen.Page.Clock.RunForAsync(2_000);
        await tablet.Touch("form[action$=Touch] button");
        await screen.Waits(".corner.asked");
        await (
            by switch
            {
                "the middle" => screen.Touch(".corners-away"),
                "a key" => screen.Page.Keyboard.PressAsync("Enter"),
                _ => screen.Page.Clock.RunForAsync(60_000),
            }
        );
        await screen.Stands("/rest");
        await tablet.Waits("#screen-test:has-text('L’essai est fini')");
        Assert.That(screen.Cells, Is.Empty);
    }

    [Test]
    public async Task The_screen_says_a_sentence_or_sounds_two_tones()
    {
        var (tablet, screen) = await Both();
        // between the languages: a browser that is not the appliance's sounds only after a touch
        await screen.Page.Mouse.ClickAsync(5, Display.Lying.Height - 5);
        await tablet.Touch("form[action$=Sound] button");
        await tablet.Waits(".look-heard:has-text('deux sons')");
        await screen.ChangedPage.RouteAsync(
            "**/speech/**",
            route => route.FulfillAsync(new() { ContentType = "audio/wav", BodyBytes = Ear.Moment })
        );
        var asked = screen.Page.WaitForRequestAsync("**/speech/*?text=*");
        await tablet.Touch("form[action$=Sound] button");
        await asked;
        await tablet.Waits(".look-heard:has-text('dit une phrase')");
        Assert.That(screen.Shown, Does.StartWith("/rest"));
        Assert.That(screen.Cells, Is.Empty);
    }

    [TestCase("Sound")]
    [TestCase("Touch")]
    public async Task A_visitor_is_not_disturbed(string what)
    {
        var (tablet, screen) = await Both();
        await screen.Touch(Begin, "/fr/");
        await tablet.Touch($"form[action$={what}] button");
        await tablet.Waits(".look-said:has-text('Quelqu’un')");
        Assert.That(screen.Shown, Is.EqualTo("/fr/"));
        Assert.That(
            screen.Requests.Where(url =>
                url.Contains("/speech/", StringComparison.Ordinal) || url.Contains("/corners?", StringComparison.Ordinal)
            ),
            Is.Empty
        );
    }

    [Test]
    public async Task The_corners_stand_whole_in_every_language()
    {
        var screen = await Screen();
        var wrong = new List<string>();
        foreach (var language in Languages)
        {
            await screen.Open("/corners?in=" + language);
            await screen.Waits(".corner.asked");
            wrong.AddRange((await Layout.Problems(screen, Display.All)).Select(problem => $"{language}: {problem}"));
        }

        wrong.AddRange(await Axe.Violations(screen));
        Assert.That(string.Join('\n', wrong), Is.Empty);
    }

    private CameraSocket SetUpCamera(Func<Task<byte[]>> take) => new(Kiosk.CameraSocket, take);

    private APIRequestContextOptions AsTablet() =>
        new() { Headers = [KeyValuePair.Create("Cookie", $"{DeviceSignIn.CookieName}={Kiosk.StaffCookie(Core.Devices.Role.Staff)}")] };

    /// <summary>A tablet on Health, and the screen at rest, painted.</summary>
    private async Task<(Screen Tablet, Screen Kiosk)> Both()
    {
        var screen = await Screen();
        await screen.Open("/rest");
        await Settled();
        var tablet = await Tablet();
        tablet.MayFail = Picture; // it answers 409 when there is no picture, and is asked again
        await tablet.Open("/health");
        return (tablet, screen);
    }

    /// <summary>Until the kiosk takes it for resting: for a second after a page has come it still counts as a visitor's.</summary>
    private async Task Settled()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!await Kiosk.Services.GetRequiredService<IdleScreenProbe>().RestsAsync(patience.Token))
        {
            await Task.Yield();
        }
    }
}
