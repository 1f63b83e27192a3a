using Kiosk.Tests.Houses;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>Nobody is thrown out, and nobody's visit stays behind (WCAG 2.2, 2.2.1: at least 20 seconds, at least ten times).</summary>
public sealed class IdleTests : BrowserTest
{
    private const int IdleMs = 60_000;
    private const int CountdownMs = 20_000;

    [Test]
    public async Task A_screen_left_alone_asks_counts_down_and_goes_to_rest()
    {
        var screen = await Begun();
        await screen.Page.Clock.RunForAsync(IdleMs - 1_000);
        Assert.That(await screen.Sees(".idle"), Is.False);
        await screen.Page.Clock.RunForAsync(1_000);
        Assert.That(await screen.Sees(".idle-ring"), Is.True);
        await screen.Page.Clock.RunForAsync(CountdownMs - 1_000);
        Assert.That(screen.Shown, Is.EqualTo("/fr/topic/food"));
        await screen.Page.Clock.RunForAsync(1_000);
        await screen.Stands("/rest");
        Assert.That(screen.Fragment, Is.Empty);
        Assert.That(screen.Cells, Has.Exactly(1).EqualTo("visit/ended-idle"));
    }

    [Test]
    public async Task Any_touch_stays_more_than_ten_times()
    {
        var screen = await Begun();
        for (var time = 1; time <= 12; time++)
        {
            await screen.Page.Clock.RunForAsync(IdleMs);
            await screen.Page.Locator(".idle").TapAsync();
            Assert.That(await screen.Sees(".idle"), Is.False, $"time {time}");
            Assert.That(screen.Shown, Is.EqualTo("/fr/topic/food"), $"time {time}");
        }
    }

    [TestCase("tap")]
    [TestCase("click")]
    public async Task The_touch_that_stays_does_nothing_else(string how)
    {
        var screen = await Begun();
        var beneath = (await screen.Page.Locator(".card").First.BoundingBoxAsync())!;
        var (x, y) = (beneath.X + (beneath.Width / 2), beneath.Y + (beneath.Height / 2));
        await screen.Page.Clock.RunForAsync(IdleMs);
        var told = screen.Cells.Count;
        await (how == "tap" ? screen.Page.Touchscreen.TapAsync(x, y) : screen.Page.Mouse.ClickAsync(x, y));
        await screen.Page.Locator(".idle").WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Hidden });
        await screen.Page.Clock.RunForAsync(IdleMs);
        await screen.Waits(".idle");
        Assert.That(screen.Shown, Is.EqualTo("/fr/topic/food"));
        Assert.That(screen.CellsSince(told), Is.Empty);
    }

    [Test]
    public async Task A_key_stays_too()
    {
        var screen = await Begun();
        await screen.Page.Clock.RunForAsync(IdleMs);
        await screen.Page.Keyboard.PressAsync("Shift");
        Assert.That(await screen.Sees(".idle"), Is.False);
    }

    [Test]
    public async Task A_page_that_was_never_touched_goes_to_rest_without_being_counted()
    {
        var screen = await Screen();
        await screen.HoldClock();
        await screen.Open("/fr/");
        await screen.Page.Clock.RunForAsync(IdleMs + CountdownMs);
        await screen.Stands("/rest");
        Assert.That(screen.Cells, Is.Empty);
    }

    [Test]
    public async Task At_rest_today_is_said_in_each_language_in_turn()
    {
        var screen = await Screen();
        await screen.HoldClock();
        await screen.Open("/rest");
        foreach (var language in Languages.Skip(1).Append(Languages[0]))
        {
            await screen.Page.Clock.RunForAsync(12_000);
            await screen.Stands("/rest?in=" + language);
            Assert.That(await screen.Attribute("html", "lang"), Is.EqualTo(language));
        }

        Assert.That(screen.Cells, Is.Empty);
    }

    /// <summary>Whoever listens needs longer: twice the wait, and twice the time to answer.</summary>
    [Test]
    public async Task Whoever_listens_has_twice_the_time()
    {
        var (screen, ear) = await Listening();
        await screen.Page.Clock.RunForAsync((2 * IdleMs) - 1_000);
        Assert.That(await screen.Sees(".idle"), Is.False);
        await screen.Page.Clock.RunForAsync(1_000);
        await screen.Waits(".idle");
        await ear.Silence();
        await screen.Page.Clock.RunForAsync((2 * CountdownMs) - 1_000);
        Assert.That(await screen.Sees(".idle"), Is.True);
        await screen.Page.Clock.RunForAsync(1_000);
        await screen.Stands("/rest");
    }

    [Test]
    public async Task The_question_is_said_at_once_and_at_half_time()
    {
        var (screen, ear) = await Listening();
        var question = DemoHouse.Speaking("fr").Translate("idle.question").Text;
        var stay = DemoHouse.Speaking("fr").Translate("idle.stay").Text;
        var mark = ear.Heard.Count;
        await screen.Page.Clock.RunForAsync(2 * IdleMs);
        await screen.Waits(".idle");
        await ear.Silence();
        Assert.That(ear.Since(mark), Is.EqualTo([question, stay]));
        await screen.Page.Clock.RunForAsync(CountdownMs);
        await ear.Silence();
        Assert.That(ear.Since(mark), Is.EqualTo([question, stay, question, stay]));
    }

    [Test]
    public async Task Being_spoken_to_is_use()
    {
        var (screen, _) = await Listening();
        foreach (var _ in Enumerable.Range(0, 3))
        {
            await screen.Page.Clock.RunForAsync((2 * IdleMs) - 1_000);
            await screen.Page.EvaluateAsync("document.dispatchEvent(new CustomEvent('voice:said', { detail: { text: '', lang: 'fr' } }))");
        }

        await screen.Page.Clock.RunForAsync((2 * IdleMs) - 1_000);
        Assert.That(await screen.Sees(".idle"), Is.False);
        await screen.Page.Clock.RunForAsync(1_000);
        Assert.That(await screen.Sees(".idle"), Is.True);
    }

    [Test]
    public async Task Reading_aloud_is_not_interrupted_by_the_question()
    {
        var (screen, ear) = await Listening();
        ear.SpeakSlowly();
        await screen.Touch("[data-voice=page]");
        await screen.Waits("body.is-speaking");
        for (var part = 0; part < 8; part++)
        {
            await screen.Page.Clock.RunForAsync(IdleMs / 4);
            await SoundGoesOn(screen);
        }

        Assert.That(await screen.Sees(".idle"), Is.False);
        await screen.Touch("[data-voice=stop]");
        await screen.Page.Clock.RunForAsync(2 * IdleMs);
        await screen.Waits(".idle");
    }

    /// <summary>A sentence that never comes, and never fails.</summary>
    [Test]
    public async Task A_voice_that_falls_silent_is_given_up_and_the_question_comes()
    {
        var (screen, ear) = await Listening();
        ear.HoldBreath();
        await screen.Touch("[data-voice=page]");
        await screen.Waits("body.is-speaking");
        await screen.Page.Clock.RunForAsync(30_000);
        await ear.Silence();
        Assert.That(await screen.Sees(".voice-none"), Is.True);
        await screen.Page.Clock.RunForAsync(2 * IdleMs);
        await screen.Waits(".idle");
        ear.Breathe();
    }

    /// <summary>For whoever looks elsewhere: two sine tones, no louder than the house's voice, at the question and at half time.</summary>
    [Test]
    public async Task Without_the_voice_a_soft_chime_sounds()
    {
        var screen = await Screen();
        await screen.ChangedPage.AddInitScriptAsync(
            """
            window.tones = [];
            const start = OscillatorNode.prototype.start, ramp = AudioParam.prototype.linearRampToValueAtTime;
            OscillatorNode.prototype.start = function (at) { tones.push(this.type); return start.call(this, at); };
            AudioParam.prototype.linearRampToValueAtTime = function (value, at) { if (value > 0) tones.push(value);
              return ramp.call(this, value, at); };
            """
        );
        await screen.HoldClock();
        await screen.Open("/fr/");
        await screen.TouchLinkTo("/fr/topic/food");
        await screen.Page.Clock.RunForAsync(IdleMs - 1_000);
        Assert.That(await Tones(), Is.Empty);
        await screen.Page.Clock.RunForAsync(1_000);
        string[] chime = ["0.21", "sine", "0.21", "sine"]; // 30 % of the house's 70 %
        Assert.That(await Tones(), Is.EqualTo(chime));
        await screen.Page.Clock.RunForAsync(CountdownMs / 2);
        Assert.That(await Tones(), Is.EqualTo(chime.Concat(chime)));

        Task<string[]> Tones() =>
            screen.Page.EvaluateAsync<string[]>("tones.map(tone => typeof tone === 'number' ? tone.toFixed(2) : tone)");
    }

    /// <summary>The page's clock is held, that of a sound is not.</summary>
    private static Task SoundGoesOn(Screen screen) =>
        screen.Page.EvaluateAsync("() => new Promise(goesOn => window.playing.addEventListener('timeupdate', goesOn, { once: true }))");

    private async Task<(Screen Screen, Ear Ear)> Listening()
    {
        var screen = await Screen();
        var ear = await Ear.AtAsync(screen);
        await screen.HoldClock();
        await screen.ChangedPage.AddInitScriptAsync(
            """
            const play = HTMLMediaElement.prototype.play;
            HTMLMediaElement.prototype.play = function () { window.playing = this; return play.call(this); };
            """
        );
        await screen.Open("/fr/topic/food");
        await screen.Touch(".bar-listen", "/fr/topic/food?with=listen");
        await ear.Silence();
        return (screen, ear);
    }

    private async Task<Screen> Begun()
    {
        var screen = await Screen();
        await screen.HoldClock();
        await screen.Open("/fr/");
        await screen.TouchLinkTo("/fr/topic/food");
        return screen;
    }
}
