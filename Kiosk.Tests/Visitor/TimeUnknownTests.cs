using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Kiosk.App.Houses;
using Kiosk.Core.Clocks;
using Kiosk.Core.Counting;
using Kiosk.Core.Editing;
using Kiosk.Core.Houses.Editing;
using Kiosk.Core.Slips;
using Kiosk.Core.Storage;
using Kiosk.Tests.Houses;
using Kiosk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace Kiosk.Tests.Visitor;

/// <summary>A kiosk whose machine shows some time, and nothing vouches for it: nothing is guessed.</summary>
/// <remarks>It shows Friday 20 November, twenty past two: a page that guessed would say so, and what goes on then.</remarks>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed partial class TimeUnknownTests
{
    private static readonly Dictionary<string, string> Sentence = new()
    {
        ["fr"] = "Cet écran ne sait pas quelle heure il est.",
        ["ar"] = "هذه الشاشة لا تعرف كم الساعة الآن.",
    };

    private KioskHost _kiosk = null!;
    private HttpClient _caller = null!;

    [OneTimeSetUp]
    public void Start()
    {
        _kiosk = KioskHost.Start("Kiosk:Clock=check");
        _caller = _kiosk.Caller();
    }

    [OneTimeTearDown]
    public void Stop()
    {
        _caller.Dispose();
        _kiosk.Dispose();
    }

    [SetUp]
    public void NobodyKnows()
    {
        Assert.That(_kiosk.Services.GetRequiredService<ClockTrust>().By, Is.Null);
        _kiosk.CurrentHouse.Replace(DemoHouse.Whole);
    }

    [Test]
    public async Task Home_rest_and_today_say_it_with_the_clock(
        [Values("fr", "ar")] string language,
        [Values("/{0}/", "/rest?in={0}", "/{0}/today")] string address
    )
    {
        var page = await Page(string.Format(System.Globalization.CultureInfo.InvariantCulture, address, language));
        Assert.That(page, Does.Contain(Sentence[language]));
        Assert.That(TimeUnknown().Match(page).Value, Does.Contain("<svg"));
    }

    [Test]
    public async Task No_page_says_what_day_it_is_or_what_is_open([Values("fr", "ar")] string language)
    {
        string[] days = language == "fr" ? ["20 novembre", "Aujourd’hui", "demain "] : ["20 نوفمبر", "اليوم، الباب"];
        foreach (var path in Paths(language))
        {
            var page = await Page(path);
            Assert.That(days.Where(page.Contains), Is.Empty, path);
            Assert.That(
                page,
                Does.Not.Contain("status-open").And.Not.Contain("status-later").And.Not.Contain("entry-now").And.Not.Contain("slot-now"),
                path
            );
        }
    }

    [Test]
    public async Task The_usual_programme_stands_with_its_days_and_hours()
    {
        var page = await Page("/fr/today");
        Assert.That(Text(page), Does.Match("vendredi, dimanche|vendredi 18:00").And.Contain("Jeux de société"));
        Assert.That(Regex.Count(page, "row-regular"), Is.EqualTo(_kiosk.House.Activities.Length));
    }

    [Test]
    public async Task Opening_hours_stand_as_hours()
    {
        Assert.That(Text(await Page("/fr/service/teeth")), Does.Contain("lundi, mercredi, jeudi 09:00–⁠12:30"));
        Assert.That(
            Text(await Page($"/fr/topic/{_kiosk.House.FindService("teeth")!.TopicIds[0]}")),
            Does.Contain("lundi, mercredi, jeudi 09:00–⁠12:30")
        );
        Assert.That(
            Text(await Page("/fr/service/night-shelter")),
            Does.Contain("dès le 15 novembre 2026").And.Contain("jusqu’au 15 avril 2027")
        );
    }

    [Test]
    public async Task What_was_said_of_single_days_is_not_shown()
    {
        _kiosk.CurrentHouse.Replace(DemoHouse.With("notices", Browser.LayoutTests.Notice).House!);
        Assert.That(await Page("/fr/"), Does.Not.Contain("class=\"notice\""));
    }

    [Test]
    public void A_slip_says_hours_and_no_date(
        [Values("fr", "ar")] string language,
        [Values("teeth", "night-shelter", "games", "party", "phone-line")] string id
    )
    {
        var slip = _kiosk.House.FindService(id) is { } service
            ? SlipComposer.Compose(DemoHouse.Whole, service, null, DemoHouse.Speaking(language), null)
            : SlipComposer.Compose(DemoHouse.Whole, _kiosk.House.FindActivity(id)!, null, DemoHouse.Speaking(language), null);
        Assert.That(slip.Sides.Select(side => side.Lines.Count(line => line.Pictogram == "clock")), Is.All.InRange(1, 3));
        Assert.That(slip.Sides.SelectMany(side => side.Lines).Select(line => line.Pictogram), Has.None.EqualTo("today"));
        Assert.That(slip.QrText, Does.Not.Contain("novembre").Or.Contain("dès le"));
    }

    [Test]
    public async Task A_tap_has_no_date_and_a_visit_no_half_day()
    {
        using var taps = new FormUrlEncodedContent([new("cell", "topic/housing"), new("cell", "visit/begun")]);
        using var answer = await _caller.PostAsync(new Uri("/tap", UriKind.Relative), taps);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        var tallies = _kiosk.Services.GetRequiredService<TallyDatabase>();
        Assert.That(
            tallies.ReadDay(TallyDate.Unknown).Keys,
            Is.EquivalentTo(new[] { new Cell("topic/housing"), new Cell("visit/begun/unknown") })
        );
        Assert.That(tallies.ReadDay(new TallyDate(new NodaTime.LocalDate(2026, 11, 20))), Is.Empty);
    }

    [Test]
    public async Task Health_says_so()
    {
        using var report = JsonDocument.Parse(await Page("/health"));
        Assert.That(report.RootElement.GetProperty("status").GetString(), Is.EqualTo("look"));
        Assert.That(
            report.RootElement.GetProperty("clock").GetRawText(),
            Is.EqualTo("""{"zone":"Europe/Brussels","today":null,"known":false,"by":null}""")
        );
    }

    [Test]
    public void Nothing_of_the_house_is_written_copied_or_published()
    {
        var editor = _kiosk.Services.GetRequiredService<HouseEditor>();
        var body = editor.Find(new EntryKey("topics", "housing"))!;
        body.Body["pictogram"] = "rent";
        Assert.That(
            editor.Apply("change.cancel", new EntryEdit(body.Key, body.Body, body.Version)),
            Is.SameAs(EditResult.Refused.TimeUnknown)
        );
        Assert.That(editor.History(), Is.Empty);
        _kiosk.Services.GetRequiredService<NightlyCopies>().CatchUp();
        Assert.That(
            Directory
                .EnumerateFiles(Path.Combine(_kiosk.DataFolder, "copies"), "*.db")
                .Select(Path.GetFileName)
                .Where(name => !name!.StartsWith("before-", StringComparison.Ordinal)),
            Is.Empty
        );
    }

    private IEnumerable<string> Paths(string language) =>
        [
            $"/{language}/",
            $"/rest?in={language}",
            $"/{language}/today",
            $"/{language}/person",
            .. _kiosk.House.Topics.Select(topic => $"/{language}/topic/{topic.Id}"),
            .. _kiosk.House.Services.SelectMany(service =>
                new[] { $"/{language}/service/{service.Id}", $"/{language}/service/{service.Id}/slip" }
            ),
            .. _kiosk.House.Activities.SelectMany(activity =>
                new[] { $"/{language}/activity/{activity.Id}", $"/{language}/activity/{activity.Id}/slip" }
            ),
        ];

    private async Task<string> Page(string path)
    {
        using var answer = await _caller.GetAsync(new Uri(path, UriKind.Relative));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), path);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private static string Text(string page) => Regex.Replace(Regex.Replace(page, "<[^>]+>", ""), @"\s+", " ");

    [GeneratedRegex("class=\"[^\"]*time-unknown.*?</(p|span)>", RegexOptions.Singleline)]
    private static partial Regex TimeUnknown();
}
