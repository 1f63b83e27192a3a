using System.Text.RegularExpressions;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>
/// Everything can be heard, and the voice behaves: it waits its turn, stops at once, and is as loud as the house wants it for whoever comes
/// next.
/// </summary>
public sealed partial class ListenTests : BrowserTest
{
    /// <summary>Notes what is said, and what ended by itself.</summary>
    private const string Ears = """
        window.heard = [];
        document.addEventListener("voice:said", ({ detail }) => heard.push(`${detail.lang}: ${detail.text}`));
        document.addEventListener("voice:ended", () => heard.push("."));
        """;

    protected override string[] Settings => ["Kiosk:Voice=espeak-ng", "Kiosk:Volume=50"];

    [Test]
    public async Task One_touch_switches_it_on_and_it_says_how_it_works()
    {
        var screen = await Listening("/fr/", on: false);
        await screen.Touch(".bar-listen", "/fr/?with=listen");
        Assert.That(
            () => Heard(screen),
            Does.Contain("fr: Touchez une fois pour entendre. Touchez encore pour ouvrir.").After(10).Seconds.PollEvery(100).MilliSeconds
        );
        Assert.That(screen.Cells, Is.EquivalentTo(["visit/begun", "language/fr", "mode/listen"]));
    }

    [Test]
    public async Task A_first_touch_says_the_name_and_a_second_opens()
    {
        var screen = await Listening("/fr/");
        await screen.Touch("a.tile[href*='topic/housing']");
        Assert.That(() => Heard(screen), Does.Contain("fr: Se loger").After(10).Seconds.PollEvery(100).MilliSeconds);
        Assert.That((screen.Shown, screen.Cells.Count), Is.EqualTo(("/fr/?with=listen", 0)), "hearing a name counts nothing");
        await screen.Touch("a.tile[href*='topic/housing']", "/fr/topic/housing?with=listen");
        Assert.That(screen.Cells, Does.Contain("topic/housing"));
    }

    [Test]
    public async Task Another_tile_is_said_first_too()
    {
        var screen = await Listening("/fr/");
        await screen.Touch("a.tile[href*='topic/housing']");
        await screen.Touch("a.tile[href*='topic/food']");
        Assert.That(screen.Shown, Is.EqualTo("/fr/?with=listen"));
        await screen.Touch("a.tile[href*='topic/food']", "/fr/topic/food?with=listen");
    }

    [Test]
    public async Task A_sentence_is_never_cut_by_the_next()
    {
        var screen = await Screen(Display.Upright);
        var ear = await Ear.AtAsync(screen);
        await screen.Open("/fr/?with=listen");
        ear.HoldBreath();
        foreach (var topic in (string[])["housing", "food", "health", "papers"])
        {
            await screen.Touch($"a.tile[href*='topic/{topic}']");
        }

        string[] first = ["Se loger"];
        Assert.That(ear.Heard, Is.EqualTo(first));
        ear.Breathe();
        Assert.That(
            () => ear.Heard,
            Has.Count.EqualTo(2).After(10).Seconds.PollEvery(50).MilliSeconds,
            "of those that waited only the newest is said"
        );
        await ear.Silence();
        Assert.That(ear.Heard, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_page_is_read_through_from_top_to_bottom_and_stops_at_once()
    {
        var screen = await Listening("/fr/topic/housing");
        await screen.Touch("[data-voice=page]");
        Assert.That(
            async () => (await Heard(screen)).Count(said => said == "."),
            Is.GreaterThanOrEqualTo(3).After(30).Seconds.PollEvery(100).MilliSeconds
        );
        await screen.Touch("[data-voice=stop]");
        var heard = await Heard(screen);
        await Task.Delay(TimeSpan.FromSeconds(2));
        Assert.That(await Heard(screen), Is.EqualTo(heard));
        var written = await screen.Page.EvaluateAsync<string>("document.querySelector('.page').innerText.replace(/\\s+/g, ' ')");
        var said = heard.Where(one => one != ".").Select(one => one[4..]).ToList();
        Assert.That(said.Select(one => written.IndexOf(one.Split(' ')[0], StringComparison.Ordinal)), Is.Ordered);
    }

    [Test]
    public async Task It_says_again_what_it_said_last()
    {
        var screen = await Listening("/fr/");
        await screen.Touch("a.tile[href*='topic/food']");
        Assert.That(async () => (await Heard(screen)).Contains("."), Is.True.After(15).Seconds.PollEvery(100).MilliSeconds);
        await screen.Touch("[data-voice=repeat]");
        Assert.That(async () => await Heard(screen), Has.Length.EqualTo(4).After(15).Seconds.PollEvery(100).MilliSeconds);
        var heard = await Heard(screen);
        Assert.That(heard[2], Is.EqualTo(heard[0]));
    }

    [Test]
    public async Task Louder_and_softer_are_gone_with_the_visit()
    {
        var screen = await Listening("/fr/");
        await screen.Page.EvaluateAsync(
            "() => { window.volumes = []; const play = HTMLMediaElement.prototype.play; HTMLMediaElement.prototype.play = "
                + "function () { volumes.push(this.volume); return play.call(this); }; }"
        );
        await screen.Touch("a.tile[href*='topic/food']");
        await screen.Touch("[data-voice=louder]");
        await screen.Touch("[data-voice=louder]");
        await screen.Touch("a.tile[href*='topic/food']", "/fr/topic/food?with=listen");
        Assert.That(() => Volumes(screen), Has.Length.EqualTo(2).After(15).Seconds.PollEvery(100).MilliSeconds);
        await screen.Touch(".bar-start", "/fr/?with=listen");
        Assert.That(() => Volumes(screen), Has.Length.GreaterThanOrEqualTo(3).After(15).Seconds.PollEvery(100).MilliSeconds);
        var volumes = await Volumes(screen);
        Assert.That((volumes[0], volumes[1], volumes[2]), Is.EqualTo((0.5, 0.85, 0.5)).Within(0.01));
    }

    [Test]
    public async Task A_visit_that_ends_is_silent_at_once()
    {
        var screen = await Listening("/fr/topic/safe");
        await screen.Touch("[data-voice=page]");
        Assert.That(() => Heard(screen), Is.Not.Empty.After(10).Seconds.PollEvery(100).MilliSeconds);
        await screen.Touch(".leave", "/rest");
        var heard = await Heard(screen);
        await Task.Delay(TimeSpan.FromSeconds(2));
        Assert.That(await Heard(screen), Is.EqualTo(heard));
    }

    /// <summary>EN 301 549, 5.1.3.14 and 5.1.3.16: each text in its own language, and all that is on the slip.</summary>
    [TestCase("fr")]
    [TestCase("ar")]
    public async Task The_slip_is_heard_in_full_and_each_side_in_its_language(string language)
    {
        var screen = await Listening($"/{language}/service/rent-advice/slip");
        var written = await screen.Page.EvaluateAsync<string[]>(
            """
            [...document.querySelectorAll(".paper .side")].flatMap((side) => [...side.querySelectorAll("h2, p, li")]
              .map((line) => line.innerText.replace(/\s+/g, " ").trim()))
            """
        );
        await screen.Page.EvaluateAsync(
            "HTMLMediaElement.prototype.play = function () { setTimeout(() => this.dispatchEvent(new Event('ended')), 1); return "
                + "Promise.resolve(); }"
        ); // as fast as it can be read
        await screen.Touch("[data-voice=page]");
        Assert.That(
            () => screen.Page.EvaluateAsync<bool>("document.body.classList.contains('is-speaking')"),
            Is.False.After(30).Seconds.PollEvery(200).MilliSeconds
        );
        var heard = string.Join(' ', (await Heard(screen)).Where(said => said != ".").Select(said => said[4..]));
        Assert.That(written.Where(line => !heard.Contains(line, StringComparison.Ordinal)), Is.Empty);
        Assert.That(
            (await Heard(screen)).Where(said =>
                said != "." && ArabicLetters().IsMatch(said) != said.StartsWith("ar: ", StringComparison.Ordinal) && said.Length > 30
            ),
            Is.Empty
        );
    }

    private async Task<Screen> Listening(string path, bool on = true)
    {
        var screen = await Screen(Display.Upright);
        await screen.ChangedPage.AddInitScriptAsync(Ears);
        await screen.Open(path + (on ? "?with=listen" : ""));
        return screen;
    }

    private static Task<string[]> Heard(Screen screen) => screen.Page.EvaluateAsync<string[]>("heard");

    [GeneratedRegex(@"\p{IsArabic}")]
    private static partial Regex ArabicLetters();

    private static Task<double[]> Volumes(Screen screen) => screen.Page.EvaluateAsync<double[]>("volumes");
}
